import type pg from 'pg';

const types: Record<string, string> = {
  text: 'string',
  int4: 'number',
  int8: 'number',
  int2: 'number',
  float8: 'number',
  numeric: 'number',
  bool: 'boolean',
  jsonb: 'unknown',
  timestamptz: 'Instant',
  date: 'Day',
  tstzrange: 'Interval',
  _text: 'string[]',
  _int4: 'number[]',
  bytea: 'Buffer',
  inet: 'string',
  daterange: 'string',
  int4range: 'string',
  _date: 'Day[]',
  _timestamptz: 'Instant[]',
};

interface Column {
  readonly table: string;
  readonly column: string;
  readonly type: string;
  readonly optional: boolean;
  readonly nullable: boolean;
}

/** The tables as types for the query builder, names in camel case. */
export async function schemaTypes(client: pg.Client): Promise<string> {
  const { rows } = await client.query<Column>(`
    select table_name as "table", column_name as "column", udt_name as type, is_nullable = 'YES' as nullable,
      column_default is not null or is_identity = 'YES' or is_generated = 'ALWAYS' as optional
    from information_schema.columns where table_schema = 'public' order by table_name, ordinal_position`);
  const tables = Map.groupBy(rows, ({ table }) => table);
  const interfaces = [...tables].map(([table, columns]) => interfaceOf(table, columns));
  const members = [...tables.keys()].map((table) => `  ${camel(table)}: ${pascal(table)}Table;`);
  return `// Made by tools/schema/write.ts from db/migrations. Do not edit.
import type { Generated } from 'kysely';
import type { Day } from '../../../domain/kernel/day.ts';
import type { Instant } from '../../../domain/kernel/instant.ts';
import type { Interval } from '../../../domain/kernel/interval.ts';

export interface Schema {
${members.join('\n')}
}
${interfaces.join('')}`;
}

function interfaceOf(table: string, columns: readonly Column[]): string {
  return `\nexport interface ${pascal(table)}Table {\n${columns.map(memberOf).join('\n')}\n}\n`;
}

function memberOf({ table, column, type, optional, nullable }: Column): string {
  const known = types[type];
  if (known === undefined)
    throw new Error(`${table}.${column}: tools/schema/schema-types.ts knows no type for ${type}`);
  const whole = nullable && known !== 'unknown' ? `${known} | null` : known;
  return `  ${camel(column)}: ${optional ? `Generated<${whole}>` : whole};`;
}

const camel = (name: string): string =>
  name.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
const pascal = (name: string): string => camel(name).replace(/^./, (letter) => letter.toUpperCase());
