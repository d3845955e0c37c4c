import { afterAll, beforeAll, expect, test } from 'vitest';
import { startWorld, type World } from '../../../test/support/world.ts';

let world: World;
let quay: { id: string };
let runId: string;

beforeAll(async () => {
  world = await startWorld({ now: '2026-12-01T09:00:00+01:00' });
  quay = await world.location({ name: 'Harbour Quay', currency: 'EUR' });
  const plan = await world.plan(quay, { name: 'Hot Desk 10' });
  for (const [index, name] of ['=SUM(A1)', 'Kade & Sons, Ltd', 'Mira Kovač'].entries()) {
    const customer = await world.customer({
      name,
      email: `c${index}@example.test`,
      homeLocationId: quay.id,
      tags: ['founder', name.slice(0, 4)],
    });
    await world.contract(customer, plan, { startDay: '2026-12-01' });
  }
  runId = (await world.run(quay, '2026-12-01')).id;
});
afterAll(() => world.stop());

async function file(path: string): Promise<{ type: string | null; lines: string[] }> {
  const answer = await fetch(`${world.address}/api/v1${path}`, {
    headers: { authorization: 'Bearer key_the_owner' },
  });
  expect(answer.status).toBe(200);
  const text = await answer.text();
  return { type: answer.headers.get('content-type'), lines: text.trim().split('\r\n') };
}

test('RUN-1 the drafts of a run come as a file, a row each, with what they are made of', async () => {
  const { type, lines } = await file(`/invoices.csv?runId=${runId}&state=draft`);
  expect(type).toBe('text/csv; charset=utf-8');
  expect(lines).toHaveLength(4);
  const head = lines[0]?.replace('\uFEFF', '').split(',') ?? [];
  const mira = lines.find((line) => line.includes('Mira Kovač'))?.split(',') ?? [];
  const cells = Object.fromEntries(head.map((name, index) => [name, mira[index]]));
  expect(cells).toMatchObject({
    location: 'Harbour Quay',
    state: 'draft',
    customer: 'Mira Kovač',
    currency: 'EUR',
    contracts: '120.00',
    bookings: '0.00',
    credits: '0.00',
    total: '120.00',
    flags: 'firstInvoice',
  });
});

test('CUS-5 customers come as a file, narrowed as the list is, and no name is a formula', async () => {
  const { lines } = await file(`/customers.csv?locationId=${quay.id}`);
  expect(lines).toHaveLength(4);
  expect(lines.find((line) => line.includes('SUM'))).toMatch(/,'=SUM\(A1\),/);
  expect((await file('/customers.csv?tag=Mira')).lines).toHaveLength(2);
});
