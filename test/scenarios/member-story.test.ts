import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runHarbour, type RunningFoyer } from './running-foyer.ts';

/** From another system's export to the last invoice: one customer, three months, over the public API. */
describe('a member from the first day to the last', () => {
  let foyer: RunningFoyer;
  let customer: { id: string };
  let quay: { id: string };
  let plan: { id: string };
  let contract: { id: string };
  let atlas: { id: string };

  beforeAll(async () => {
    foyer = await runHarbour('2026-11-02T09:00:00+01:00');
    const named = async (path: string, name: string) =>
      (await foyer.ask('GET', path)).data.find((thing: { name: string }) => thing.name === name);
    quay = await named('/locations', 'Harbour Quay');
    plan = await named(`/plans?locationId=${quay.id}`, 'Hot Desk 10');
    atlas = await named(`/resources?locationId=${quay.id}`, 'Atlas');
  });
  afterAll(() => foyer?.stop());

  const state = (at?: string) => foyer.ask('GET', `/customers/${customer.id}/state?locationId=${quay.id}`
    + (at === undefined ? '' : `&at=${encodeURIComponent(at)}`));
  const book = (day: string, hour: number) => foyer.ask('POST', '/bookings', {
    resourceId: atlas.id, customerId: customer.id,
    startAt: `${day}T${hour}:00:00+01:00`, endAt: `${day}T${hour + 1}:00:00+01:00`,
  });
  const checkIn = () =>
    foyer.api('POST', '/check-ins', { customerId: customer.id, locationId: quay.id, source: 'desk' });
  const bill = async (throughDay: string) => {
    const run = await foyer.ask('POST', '/billing-runs', { locationId: quay.id, throughDay });
    const issued = await foyer.ask('POST', `/billing-runs/${run.id}/issue`);
    return {
      run,
      invoice: issued.invoices.find(({ customerId }: { customerId: string }) => customerId === customer.id),
      skips: run.skips.filter(({ customerId }: { customerId: string }) => customerId === customer.id),
    };
  };
  const lines = (invoice: Record<string, any>) =>
    invoice.lines.map(({ kind, net }: any) => [kind, net.amount]);

  test('IMP-1 the export is imported, and a person in it is a contact', async () => {
    const form = new FormData();
    const csv = await readFile(join(import.meta.dirname, '..', 'data', 'harbour-customers.csv'));
    form.set('layout', 'nexudusCustomers');
    form.set('file', new Blob([new Uint8Array(csv)]), 'harbour-customers.csv');
    const preview = await foyer.ask('POST', '/imports', form);
    await foyer.ask('POST', `/imports/${preview.id}/run`, { leaveOut: 'errors' });
    const found = await foyer.ask('GET', '/customers?q=member6.1@example.org');
    customer = found.data[0];
    expect(await state()).toMatchObject({ standing: 'contact', suspended: false, portalAccess: true });
  });

  test('MEM-1 MEM-2 the contact is a member from the contract’s first instant, without any job', async () => {
    contract = await foyer.ask('POST', '/contracts', {
      customerId: customer.id,
      planId: plan.id,
      locationId: quay.id,
      startDay: '2026-11-05',
    });
    expect(await state()).toMatchObject({ standing: 'contact', nextChange: '2026-11-04T23:00:00Z' });
    await foyer.clockTo('2026-11-05T00:00:00+01:00');
    expect(await state()).toMatchObject({
      standing: 'member',
      contracts: [{ id: contract.id, status: 'active' }],
    });
    expect(await state('2026-11-04T23:59:59+01:00')).toMatchObject({ standing: 'contact' });
  });

  test('MEM-8 a room costs the member price', async () => {
    await foyer.clockTo('2026-11-05T08:00:00+01:00');
    const booking = await book('2026-11-12', 10);
    expect(booking).toMatchObject({ state: 'confirmed', quote: { net: { amount: 2400, currency: 'EUR' } } });
    const again = await foyer.api('POST', '/bookings', {
      resourceId: atlas.id,
      customerId: customer.id,
      startAt: '2026-11-12T10:30:00+01:00',
      endAt: '2026-11-12T11:30:00+01:00',
    });
    expect(again).toMatchObject({ status: 409, body: { code: 'slotTaken' } });
  });

  test('PAS-1 three times in and out on one day take one day pass', async () => {
    for (const hour of ['09', '12', '15']) {
      await foyer.clockTo(`2026-11-05T${hour}:00:00+01:00`);
      const { status, body } = await checkIn();
      expect([status, body.decision?.allowed]).toEqual([201, true]);
      await foyer.clockTo(`2026-11-05T${hour}:45:00+01:00`);
      await foyer.ask('POST', `/check-ins/${body.checkIn.id}/check-out`);
    }
    const { data } = await foyer.ask('GET', `/customers/${customer.id}/benefits`);
    expect(data).toHaveLength(1);
    expect(data[0]).toMatchObject({ granted: 10, left: 9 });
  });

  test('RUN-1 the first cycle is billed in advance', async () => {
    const { invoice } = await bill('2026-11-05');
    expect(lines(invoice)).toEqual([['contract', 12_000]]);
    expect(invoice).toMatchObject({
      state: 'issued',
      total: { amount: 14_280, currency: 'EUR' },
      dueDay: '2026-11-12',
    });
  });

  test('CON-7 frozen, the pass is refused with the reason and until when; the member stays one', async () => {
    await foyer.ask('POST', `/contracts/${contract.id}/freezes`, {
      fromDay: '2026-11-16',
      untilDay: '2026-11-20',
    });
    await foyer.clockTo('2026-11-16T10:00:00+01:00');
    expect(await state()).toMatchObject({ standing: 'member', frozen: true });
    const { status, body } = await checkIn();
    expect([status, body.code]).toEqual([403, 'notAllowed']);
    expect(body.decision).toMatchObject({
      allowed: false,
      firstDenial: 'freeze',
      nextChange: '2026-11-19T23:00:00Z',
    });
    const denial = body.decision.layers.find(({ layer }: { layer: string }) => layer === 'freeze');
    expect(denial).toMatchObject({
      outcome: 'deny',
      until: '2026-11-19T23:00:00Z',
      facts: { planName: 'Hot Desk 10' },
    });
    const refused = await foyer.ask('GET', `/check-ins/refused?locationId=${quay.id}`);
    expect(refused.data[0]).toMatchObject({ customerId: customer.id });
  });

  test('CON-7 the contract thaws by itself', async () => {
    await foyer.clockTo('2026-11-20T09:00:00+01:00');
    expect(await state()).toMatchObject({ frozen: false });
    const { status, body } = await checkIn();
    expect(status).toBe(201);
    await foyer.ask('POST', `/check-ins/${body.checkIn.id}/check-out`);
  });

  test('SUS-2 suspended, no contract is billed; what was used is', async () => {
    await foyer.clockTo('2026-12-01T09:00:00+01:00');
    await foyer.ask('POST', `/customers/${customer.id}/suspensions`, {
      cause: 'manual',
      note: 'Identity to be checked',
    });
    expect((await checkIn()).body.decision).toMatchObject({ firstDenial: 'suspension' });
    expect(await state()).toMatchObject({ standing: 'member', suspended: true });
    await foyer.clockTo('2026-12-06T09:00:00+01:00');
    const { skips, invoice } = await bill('2026-12-06');
    expect(skips).toContainEqual(expect.objectContaining({ reason: 'suspended', startDay: '2026-12-05' }));
    expect(lines(invoice)).toEqual([['charge', 2400]]);
  });

  test('SUS-5 lifted with skip, nothing is billed back', async () => {
    await foyer.clockTo('2026-12-10T09:00:00+01:00');
    const { data } = await foyer.ask('GET', `/customers/${customer.id}/suspensions`);
    await foyer.ask('POST', `/customers/${customer.id}/suspensions/${data[0].id}/lift`, {
      missedCycles: 'skip',
    });
    expect(await state()).toMatchObject({ suspended: false });
    // Only the four frozen days of thirty come back; the cycle missed is not billed.
    expect(lines((await bill('2026-12-10')).invoice)).toEqual([['correction', -1600]]);
    await book('2026-12-15', 10);
  });

  test('CHG-2 the next cycle is billed together with the bookings of the one before', async () => {
    await foyer.clockTo('2027-01-05T09:00:00+01:00');
    const { invoice } = await bill('2027-01-05');
    expect(lines(invoice).sort()).toEqual([['charge', 2400], ['contract', 12_000]]);
    expect((await bill('2027-01-05')).invoice).toBeUndefined();
    const { data } = await foyer.ask('GET', `/invoices?customerId=${customer.id}`);
    expect(data.map(({ total }: any) => total.amount)).toEqual([17_136, -1904, 2856, 14_280]);
  });

  test('CON-4 CON-2 cancelled, the customer is a contact from the day after the last day', async () => {
    const cancelled = await foyer.ask('POST', `/contracts/${contract.id}/cancel`, { lastDay: '2027-02-04' });
    expect(cancelled).toMatchObject({ lastDay: '2027-02-04', endDay: '2027-02-05' });
    expect(await state('2027-02-04T23:59:59+01:00')).toMatchObject({ standing: 'member' });
    await foyer.clockTo('2027-02-05T00:00:00+01:00');
    expect(await state()).toMatchObject({ standing: 'contact', contracts: [{ status: 'ended' }] });
    const { data } = await foyer.ask('GET', `/customers/${customer.id}/timeline`);
    expect(data.map(({ kind, to }: any) => `${kind} ${to}`)).toContain('standing contact');
  });
});
