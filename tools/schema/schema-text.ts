import type pg from 'pg';

interface Relation {
  readonly name: string;
  readonly columns: string[];
  readonly constraints: string[] | null;
  readonly indexes: string[] | null;
  readonly triggers: string[] | null;
}

/** The schema that the migrations result in, as SQL to read and to compare. */
export async function schemaText(client: pg.Client): Promise<string> {
  const { rows } = await client.query<Relation>(`
    select c.relname as name,
      (select array_agg(a.attname || ' ' || format_type(a.atttypid, a.atttypmod)
          || case when a.attgenerated = 's'
                    then ' generated always as (' || pg_get_expr(d.adbin, d.adrelid) || ') stored'
                  when d.adbin is not null then ' default ' || pg_get_expr(d.adbin, d.adrelid) else '' end
          || case when a.attnotnull then ' not null' else '' end order by a.attnum)
        from pg_attribute a left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
        where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped) as columns,
      (select array_agg(pg_get_constraintdef(k.oid) order by k.contype, pg_get_constraintdef(k.oid))
        from pg_constraint k where k.conrelid = c.oid and k.contype <> 'n') as constraints,
      (select array_agg(pg_get_indexdef(i.indexrelid) order by i.indexrelid::regclass::text)
        from pg_index i where i.indrelid = c.oid
          and not exists (select from pg_constraint k where k.conindid = i.indexrelid)) as indexes,
      (select array_agg(pg_get_triggerdef(t.oid) order by t.tgname)
        from pg_trigger t where t.tgrelid = c.oid and not t.tgisinternal) as triggers
    from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' order by c.relname`);
  return `-- Made by tools/schema/write.ts from db/migrations. Do not edit.\n${rows.map(tableText).join('')}`;
}

function tableText({ name, columns, constraints, indexes, triggers }: Relation): string {
  const inside = [...columns, ...(constraints ?? [])].map((line) => `  ${line}`).join(',\n');
  const after = [...(indexes ?? []), ...(triggers ?? [])].map((line) => `${line};\n`).join('');
  return `\ncreate table ${name} (\n${inside}\n);\n${after}`;
}
