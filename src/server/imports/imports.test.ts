import { readFileSync } from 'node:fs';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startWorld, type World } from '../../../test/support/world.ts';

const read = (name: string) => readFileSync(new URL(`../../../test/data/${name}`, import.meta.url));
const expected = read('harbour-customers.expected.jsonl')
  .toString()
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line));
const planNames = ['Hot Desk 10', 'Hot Desk Unlimited', 'Dedicated Desk', 'Office Team 6', 'Virtual Office'];
const header = 'Location,FullName,Email,Active,Plan,ContractStartDate,CompanyName,Notes';

let world: World;
let quay: { id: string };

beforeAll(async () => {
  world = await startWorld({ now: '2026-12-01T09:00:00+01:00' });
  const network = await world.network();
  for (const [name, timeZone, currency] of [
    ['Harbour Quay', 'Europe/Berlin', 'EUR'],
    ['Harbour Loft', 'Europe/Lisbon', 'EUR'],
    ['Harbour Mill', 'Europe/London', 'GBP'],
  ]) {
    const location = await world.location({ name, timeZone, currency });
    if (name === 'Harbour Quay') quay = location;
    for (const plan of planNames.slice(1)) await world.plan(location, { name: plan });
  }
  await world.plan(network, {
    name: 'Hot Desk 10',
    prices: [
      { amount: 1, currency: 'EUR' },
      { amount: 1, currency: 'GBP' },
    ],
  });
});
afterAll(() => world.stop());

const count = async (table: string): Promise<number> => {
  const { rows } = await sql<{ n: number }>`select count(*) as n from ${sql.table(table)}`.execute(
    world.shell.connection.db,
  );
  return rows[0]?.n ?? -1;
};

test('API-1 IMP-1 a key sent with another file is refused; the same file hears the same answer', async () => {
  const headers = { 'idempotency-key': 'one-file' };
  const first = await world.upload(`${header}\nHarbour Quay,Ana,ana@key.example,YES,,,,`, {}, headers);
  expect(first.status).toBe(201);
  const again = await world.upload(`${header}\nHarbour Quay,Ana,ana@key.example,YES,,,,`, {}, headers);
  expect(again).toMatchObject({ status: 201, body: { id: first.body.id } });
  const other = await world.upload(`${header}\nHarbour Quay,Bo,bo@key.example,YES,,,,`, {}, headers);
  expect(other).toMatchObject({ status: 422, body: { code: 'keyReused' } });
  const ana = `${header}\nHarbour Quay,Ana,ana@key.example,YES,,,,`;
  const placed = await world.upload(ana, { locationId: quay.id }, headers);
  expect(placed).toMatchObject({ status: 422, body: { code: 'keyReused' } });
});

test('IMP-1 the export: preview, run, import again, undo', async () => {
  const preview = await world.upload(read('harbour-customers.csv'));
  expect(preview.status).toBe(201);
  expect(preview.body.totals).toEqual({ rows: 600, contract: 295, contact: 243, unchanged: 0, error: 62 });
  expect(
    preview.body.rows.map(({ row, outcome, column, code }: Record<string, unknown>) => ({
      row,
      outcome,
      column,
      code,
    })),
  ).toEqual(expected.map(({ row, outcome, column, code }) => ({ row, outcome, column, code })));
  expect(preview.body.rows[1]).toMatchObject({ column: 'ContractStartDate', value: '2026-02-30 10:00' });
  expect(await count('customers')).toBe(0);
  const id = preview.body.id as string;

  expect(await world.api('POST', `/imports/${id}/run`, {})).toMatchObject({
    status: 409,
    body: { code: 'importHasErrors' },
  });
  const run = await world.api('POST', `/imports/${id}/run`, { leaveOut: 'errors' });
  expect(run).toMatchObject({
    status: 200,
    body: { state: 'run', totals: { contract: 295, contact: 243, error: 62 } },
  });
  expect(await count('customers')).toBe(538);
  expect(await count('contracts')).toBe(295);
  expect(await count('suspensions')).toBe(expected.filter(({ suspended }) => suspended).length);
  expect((await world.api('POST', `/imports/${id}/run`, { leaveOut: 'errors' })).body.code).toBe('importRun');

  const good = expected.find(({ startDay }) => startDay === '2024-01-18');
  const { rows } = await sql<
    Record<string, unknown>
  >`select c.start_day, c.next_invoice_day, p.name, u.created_at, u.kind
    from contracts c join contract_terms t on t.contract_id = c.id join plans p on p.id = t.plan_id
    join customers u on u.id = c.customer_id where u.email = ${good.email}`.execute(
    world.shell.connection.db,
  );
  expect(rows).toEqual([
    {
      startDay: '2024-01-18',
      nextInvoiceDay: '2026-12-18',
      name: good.plan,
      kind: 'individual',
      createdAt: Date.parse('2022-05-23T15:21:00Z'),
    },
  ]);

  const second = await world.upload(read('harbour-customers.csv'));
  expect(second.body.totals).toEqual({ rows: 600, contract: 0, contact: 0, unchanged: 538, error: 62 });
  await world.api('POST', `/imports/${second.body.id}/run`, { leaveOut: 'errors' });
  expect([await count('customers'), await count('contracts')]).toEqual([538, 295]);

  const undone = await world.api('POST', `/imports/${id}/undo`);
  expect(undone).toMatchObject({
    status: 200,
    body: { state: 'undone', removed: { customers: 538, contracts: 295 }, kept: [] },
  });
  for (const table of ['customers', 'contracts', 'contract_terms', 'suspensions', 'notes'])
    expect(await count(table)).toBe(0);
  expect((await world.api('POST', `/imports/${id}/undo`)).body.code).toBe('importNotRun');
}, 60_000);

test('IMP-1 undo keeps whoever has been edited since, with its contract, and says why', async () => {
  const rows = ['ana', 'ben', 'cleo'].map(
    (name) => `Harbour Quay,${name},${name}@example.test,YES,Hot Desk 10,2026-01-15,,`,
  );
  const { body } = await world.upload([header, ...rows].join('\n'));
  await world.api('POST', `/imports/${body.id}/run`, {});
  const ran = await world.api('GET', `/imports/${body.id}`);
  const [ana] = ran.body.rows;
  expect(
    (
      await world.api('POST', `/contracts/${ana.contractId}/freezes`, {
        fromDay: '2026-12-05',
        untilDay: '2026-12-08',
      })
    ).status,
  ).toBe(201);
  const undone = await world.api('POST', `/imports/${body.id}/undo`);
  expect(undone.body).toMatchObject({
    removed: { customers: 2, contracts: 2 },
    kept: [{ row: 2, email: 'ana@example.test', customerId: ana.customerId, keptBecause: 'edited' }],
  });
  expect((await world.api('GET', `/contracts/${ana.contractId}`)).status).toBe(200);
});

test('IMP-1 an undo comes within 24 hours, or not at all', async () => {
  const { body } = await world.upload(`${header}\nHarbour Quay,Dan,dan@example.test,NO,,,Nova GmbH,"=1+1"\n`);
  await world.api('POST', `/imports/${body.id}/run`, {});
  const { rows } = await sql<Record<string, unknown>>`select c.billing_name, n.text, s.cause from customers c
    join notes n on n.about_id = c.id join suspensions s on s.customer_id = c.id
    where c.email = 'dan@example.test'`.execute(world.shell.connection.db);
  expect(rows).toEqual([{ billingName: 'Nova GmbH', text: '=1+1', cause: 'import' }]);
  await world.clockTo('2026-12-02T09:00:00+01:00');
  expect((await world.api('POST', `/imports/${body.id}/undo`)).body.code).toBe('importTooOld');
});

test('a preview of yesterday makes nothing twice', async () => {
  const file = `${header}\nHarbour Quay,Eve,eve@example.test,YES,Hot Desk 10,2026-01-15,,\n`;
  const [first, second] = [await world.upload(file), await world.upload(file)];
  await world.api('POST', `/imports/${first.body.id}/run`, {});
  const run = await world.api('POST', `/imports/${second.body.id}/run`, {});
  expect(run.body).toMatchObject({ totals: { contract: 0, unchanged: 1 }, rows: [{ outcome: 'unchanged' }] });
});

test('two that run one import at once run it once', async () => {
  const { body } = await world.upload(`${header}\nHarbour Quay,Fay,fay@example.test,YES,Hot Desk 10,,,\n`);
  const answers = await Promise.all([1, 2, 3].map(() => world.api('POST', `/imports/${body.id}/run`, {})));
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
});

test.each([
  ['nothing', '', 'fileEmpty'],
  ['a header alone', `${header}\n`, 'fileEmpty'],
  ['other columns', 'a,b\n1,2\n', 'headerUnknown'],
  ['UTF-16', new Uint8Array([0xff, 0xfe, 0x4c, 0, 0x6f, 0]), 'fileNotText'],
  [
    'Windows letters',
    new Uint8Array([
      ...Buffer.from(`${header}\nHarbour Quay,J`),
      0xfc,
      ...Buffer.from('rgen,j@example.test,YES,,,,\n'),
    ]),
    'fileNotText',
  ],
  ['a picture', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 0x0d]), 'fileNotText'],
  ['an open quote', `${header}\nHarbour Quay,"Ana,ana@example.test,YES,,,,\n`, 'notValid'],
])('IMP-1 a file with %s is refused as a whole, and says why', async (_, content, code) => {
  expect(await world.upload(content)).toMatchObject({ status: 422, body: { code } });
});

test('the form needs a file and a known layout; rows without a place take the one named', async () => {
  expect(
    (await world.upload(`${header}\nHarbour Quay,A,a@example.test,YES,,,,\n`, { layout: 'other' })).status,
  ).toBe(422);
  expect((await world.api('POST', '/imports', {})).status).toBe(415);
  const { body } = await world.upload('FullName;Email\nGil;gil@example.test\n', { locationId: quay.id });
  expect(body.rows).toEqual([{ row: 2, outcome: 'contact', email: 'gil@example.test' }]);
  expect((await world.api('GET', '/imports?limit=1')).body.data).toMatchObject([
    { id: body.id, state: 'previewed' },
  ]);
});
