import pg from 'pg';

/** Ids as the product makes them, in the order of their number. */
const id = (prefix: string, n = 'n'): string => `'${prefix}_' || lpad(${n}::text, 26, '0')`;

/** A number below a count, by chance but the same each time, and for each question another. */
const chance = (count: number, salt: number): string => `(abs(hashint8(n * 64 + ${salt})) % ${count})`;

const first = `(array['Mira','Élodie','Jörg','Łukasz','Anna','Tan','Noor','Yusuf','Chloé','Søren','Inês',
    'Peter',
  'Olga','Kenji','Amara','Lucía','Jonas','Fatima','Zoë','Hugo'])[1 + ${chance(20, 1)}]`;
const last = `(array['Nováková','Schmidt','Tan','Okafor','García','Müller','Rossi','Kowalski','Haddad',
    'Silva',
  'Jensen','Dubois','Ivanov','Sato','Cohen','O''Brien','Nguyen','Khan','Weiß','Lindqvist','Moreau','Costa',
  'Popov',
  'Ali','Bauer','Keller','Ferrari','Nowak','Yılmaz','Berg','Horák','Lee'])[1 + ${chance(32, 2)}]`;
const day = 'current_date - (n % 900)::int';
const past = `now() - (n % 900) * interval '1 day' - (n % 86400) * interval '1 second'`;

interface Places {
  readonly locations: readonly string[];
  readonly plans: readonly string[];
  readonly resources: readonly string[];
  readonly passId: string;
}

/**
 * A network of a million customers, written set by set and not by the verbs: as many contracts' histories,
 * invoices, charges, bookings, stays, audit entries and mails; or only some of the tables. Indexes are made
 * after the rows they are of.
 */
export async function fillManyRows(
  url: string, rows: number, places: Places, only: readonly string[] | null = null,
): Promise<void> {
  const client = new pg.Client({ connectionString: url, options: '-c timezone=UTC' });
  await client.connect();
  await client.query(`set session_replication_role = replica`);
  await client.query(`set maintenance_work_mem = '512MB'`);
  const of = (ids: readonly string[], by = 3) =>
    `(array[${ids.map((one) => `'${one}'`).join(',')}])[1 + ${chance(ids.length, by)}]`;
  const location = of(places.locations, 4);
  const from = `from generate_series(1, ${rows}) n`;
  const some = (every: number) => `${from} where ${chance(every, every)} = 0`;
  for (const [table, statement] of Object.entries(statements({ ...places, of, location, from, some }))) {
    if (only !== null && !only.includes(table)) continue;
    const began = performance.now();
    const indexes = await takeIndexes(client, table);
    await client.query(`insert into ${table} ${statement}`);
    for (const index of indexes) await client.query(index);
    await client.query(`vacuum analyze ${table}`);
    console.log(`  ${table}: ${((performance.now() - began) / 1000).toFixed(1)} s`);
  }
  await client.end();
}

async function takeIndexes(client: pg.Client, table: string): Promise<readonly string[]> {
  const { rows } = await client.query<{ indexname: string; indexdef: string }>(
    `select indexname, indexdef from pg_indexes i where tablename = $1 and schemaname = 'public'
       and not exists (select 1 from pg_constraint c where c.conname = i.indexname)`, [table]);
  for (const { indexname } of rows) await client.query(`drop index ${indexname}`);
  return rows.map(({ indexdef }) => indexdef);
}

interface Parts extends Places {
  readonly of: (ids: readonly string[], by?: number) => string;
  readonly location: string;
  readonly from: string;
  readonly some: (every: number) => string;
}

const statements = ({ plans, resources, passId, of, location, from, some }: Parts) => ({
  customers: `(id, name, email, phone, home_location_id, tags, created_at, changed_at)
    select ${id('cus')}, ${first} || ' ' || ${last} || ' ' || n, 'person' || n || '@example.test',
      '+49 30 ' || n, ${location}, case when ${chance(50, 5)} = 0 then '{vip}'::text[] else '{}' end,
      ${past}, ${past}
    ${from}`,
  portal_access_changes: `(customer_id, from_at, allowed) select ${id('cus')}, ${past}, ${chance(10,
      6)} <> 0 ${from}`,
  suspensions: `(id, customer_id, cause, started_at, ended_at) select ${id('sus')}, ${id('cus')}, 'manual',
      ${past},
      case when ${chance(2, 7)} = 0 then null else now() end ${some(20)}`,
  archivings: `(id, customer_id, started_at) select ${id('arc')}, ${id('cus')}, ${past} ${some(33)}`,
  contracts: `(id, customer_id, location_id, start_day, end_day, currency, created_at)
    select ${id('con')}, ${id('cus')}, ${location}, ${day}, case when ${chance(5,
    8)} = 0 then ${day} + 30 end, 'EUR', ${past}
    ${from} where ${chance(5, 9)} <> 1`,
  contract_terms: `(contract_id, from_day, plan_id, made_at) select ${id('con')}, ${day}, ${of(plans)},
      ${past}
    ${from} where ${chance(5, 9)} <> 1`,
  contract_freezes: `(id, contract_id, from_day, starts_at, made_at)
    select ${id('frz')}, ${id('con')}, current_date - 5, now() - interval '5 days', now()
    ${from} where ${chance(5, 9)} <> 1 and ${chance(102, 10)} = 0`,
  invoices: `(id, state, legal_entity_id, series, number_in_series, number, customer_id, location_id,
      currency,
      language, seller, buyer, net, tax, total, made_at, issued_at, issued_day, due_days, due_day, paid)
    select ${id('inv')}, case when ${chance(20, 11)} = 0 then 'issued' else 'paid' end, e.id, '2026', n,
    'F-' || n, ${id('cus')},
      ${location}, 'EUR', 'en', '{"name": "Harbour"}', '{"name": "Somebody"}', 10000, 1900, 11900, ${past},
      ${past},
      ${day}, 14, ${day} + 14, case when ${chance(20, 11)} = 0 then 0 else 11900 end
    ${from} cross join (select id from legal_entities limit 1) e`,
  payments: `(id, customer_id, location_id, currency, amount, method, received_day, recorded_at)
    select ${id('pay')}, ${id('cus')}, ${location}, 'EUR', 11900, 'transfer', ${day}, ${past} ${from}`,
  payment_allocations: `(payment_id, invoice_id, amount, allocated_at)
    select ${id('pay')}, ${id('inv')}, 11900, ${past} ${from} where ${chance(20, 11)} <> 0`,
  charges: `(id, customer_id, location_id, legal_entity_id, source_kind, source_id, text, unit_price,
      amount, currency,
      includes_tax, tax_rate, standing, invoicing, arisen_at, ripe_at, ripe_day, waived_at, waive_reason)
    select ${id('chg')}, ${id('cus')}, ${location}, e.id, 'booking', ${id('bok')}, 'Room', 2000, 2000,
    'EUR', false, 1900,
      'member', 'cycleEnd', ${past}, ${past}, ${day}, case when ${chance(25, 12)} = 0 then now() end,
      case when ${chance(25, 12)} = 0 then 'kindness' end
    ${from} cross join (select id from legal_entities limit 1) e`,
  bookings: `(id, resource_id, location_id, customer_id, start_at, end_at, state, via, created_at)
    select ${id('bok')}, ${of(resources)}, ${location}, ${id('cus')}, ${past} + interval '30 days',
      ${past} + interval '30 days 1 hour', 'confirmed', 'portal', ${past} ${from}`,
  benefit_grants: `(id, customer_id, pass_id, source, valid_from, granted_at)
    select ${id('bft')}, ${id('cus')}, '${passId}', 'given', ${past}, ${past} ${some(4)}`,
  benefit_entries: `(id, grant_id, number, kind, amount, left_after, at, recorded_at)
    select ${id('ben')}, ${id('bft')}, 1, 'granted', 10, 10, ${past}, ${past} ${some(4)}`,
  check_ins: `(id, customer_id, location_id, source, started_at, ended_at, ended_by, cut_off_at, cover,
      decision)
    select ${id('chk')}, ${id('cus')}, ${location}, 'desk', ${past}, case when ${chance(5000,
    13)} <> 0 then ${past} end,
      case when ${chance(5000, 13)} <> 0 then 'checkOut' end, ${past} + interval '1 hour', 'plan',
      '{}' ${from}`,
  audit_entries: `(id, at, actor_kind, action, about_id, customer_id, location_id)
    select ${id('aud')}, ${past}, 'system',
    case when n % 3 = 0 then 'booking.made' else 'customer.changed' end,
      ${id('cus')}, ${id('cus')}, ${location} ${from}`,
  mails: `(id, to_address, subject, plain_text, html, language, about_id, written_at, sent_at)
    select ${id('mai')}, 'person' || n || '@example.test', 'A letter', 'Hello', '<p>Hello</p>', 'en',
    ${id('bok')},
      ${past}, ${past} ${from}`,
});
