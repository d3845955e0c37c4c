import { afterAll, beforeAll, expect, test } from 'vitest';
import { startWorld, type World } from '../../../test/support/world.ts';

let world: World;
let quay: { id: string };

beforeAll(async () => {
  world = await startWorld({ now: '2026-12-01T09:00:00+01:00' });
  quay = await world.location({ name: 'Harbour Quay', currency: 'EUR' });
  const plan = await world.plan(quay);
  for (const name of ['Ana', 'Ben', 'Cleo'])
    await world.contract(await world.customer({ name }), plan, { startDay: '2026-12-01' });
});
afterAll(() => world.stop());

test('RUN-1 the review says what issuing would issue; one decision can be for all that wait', async () => {
  const run = await world.run(quay, '2026-12-01');
  const [ana] = run.drafts;
  expect(run).toMatchObject({
    toLookAt: 3,
    flaggedCount: 3,
    totals: [{ clean: { count: 0 }, toIssue: { count: 3, total: { amount: 36_000, currency: 'EUR' } } }],
  });
  await world.api('POST', `/billing-runs/${run.id}/drafts/${ana.id}/decision`, { is: 'held' });
  const decided = await world.api('POST', `/billing-runs/${run.id}/decisions`, { is: 'ok' });
  expect(decided).toMatchObject({
    status: 200,
    body: {
      toLookAt: 0,
      flaggedCount: 3,
      heldCount: 1,
      totals: [{ toIssue: { count: 2, total: { amount: 24_000 } } }],
    },
  });
  const { body } = await world.api('GET', `/billing-runs/${run.id}`);
  expect(body.drafts.map(({ decision }: any) => decision.is).sort()).toEqual(['held', 'ok', 'ok']);
  const issued = await world.api('POST', `/billing-runs/${run.id}/issue`);
  expect(issued.body).toMatchObject({ issuedCount: 2, draftCount: 1 });
});

test('RUN-1 undecided drafts stand before the others, and an issued run decides nothing more', async () => {
  await world.clockTo('2027-01-01T09:00:00+01:00');
  const plan = await world.plan(quay);
  await world.contract(await world.customer({ name: 'Zoë' }), plan, { startDay: '2027-01-01' });
  const run = await world.run(quay, '2027-01-01');
  expect(run.drafts.map(({ customerName }: any) => customerName)).toEqual(['Ana', 'Zoë', 'Ben', 'Cleo']);
  await world.api('POST', `/billing-runs/${run.id}/issue`);
  const { status, body } = await world.api('POST', `/billing-runs/${run.id}/decisions`, { is: 'held' });
  expect([status, body.code]).toEqual([409, 'runIssued']);
});
