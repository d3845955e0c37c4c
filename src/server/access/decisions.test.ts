import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startWorld, type World } from '../../../test/support/world.ts';

let world: World;
let quay: any;
let mira: any;
let sam: any;
let hotDesk: any;
beforeAll(async () => {
  world = await startWorld({ now: '2026-11-20T09:00:00+01:00' });
  quay = await world.location({ name: 'Harbour Quay', timeZone: 'Europe/Berlin' });
  hotDesk = await world.plan(quay, { name: 'Hot Desk 10' });
  mira = await customer('Mira Kovač');
  sam = await customer('Sam Tan');
  await world.contract(mira, hotDesk, { startDay: '2026-11-01' });
});
afterAll(() => world.stop());

async function customer(name: string): Promise<any> {
  const email = `${name.split(' ')[0]!.toLowerCase()}${Math.random().toString(36).slice(2, 7)}@mail.example`;
  const { status, body } = await world.api('POST', '/customers', {
    kind: 'individual', name, email, homeLocationId: quay.id, portalAccess: true,
  });
  expect(status).toBe(201);
  return body;
}

const ask = (body: Record<string, unknown>) =>
  world.api('POST', '/access/decisions', { locationId: quay.id, customerId: mira.id, ...body });

describe('sections', () => {
  test('SEC-4 at first: home for everybody, bookings signed in, directory for members', async () => {
    expect((await ask({ customerId: null, action: 'viewSection', target: 'home' })).body.allowed).toBe(true);
    const closed = await ask({ customerId: null, action: 'viewSection', target: 'bookings' });
    expect(closed.body).toMatchObject({ allowed: false, firstDenial: 'standing', subject: null });
    const member = await ask({ action: 'viewSection', target: 'directory' });
    expect(member.body).toMatchObject({ allowed: true, firstDenial: null, nextChange: null });
    const contact = await ask({ customerId: sam.id, action: 'viewSection', target: 'directory' });
    expect(contact.body).toMatchObject({ allowed: false, firstDenial: 'standing' });
    expect(contact.body.layers).toHaveLength(9);
    expect(contact.body.layers[1]).toMatchObject({ code: 'membersOnly', outcome: 'deny' });
  });

  test('SEC-2 contacts leaves members out, and a published level holds from the next request', async () => {
    const put = await world.api('PUT', `/locations/${quay.id}/portal-access`, {
      sections: { plans: 'contacts' },
    });
    expect(put).toMatchObject({
      status: 200,
      body: { version: 1, inEffect: { plans: { level: 'contacts' } } },
    });
    const denied = await ask({ action: 'viewSection', target: 'plans' });
    expect(denied.body.layers[1]).toMatchObject({ code: 'contactsOnly' });
    expect((await ask({ customerId: sam.id, action: 'viewSection', target: 'plans' })).body.allowed).toBe(
      true,
    );
    const asIf = await ask({
      action: 'viewSection',
      target: 'plans',
      assume: { sections: { plans: 'public' } },
    });
    expect(asIf.body.allowed).toBe(true);
    await world.api('PUT', `/locations/${quay.id}/portal-access`, { sections: {} });
  });

  test('MEM-2 the past is answered with the levels that were in force then', async () => {
    await world.clockTo('2026-11-21T09:00:00+01:00');
    await world.api('PUT', `/locations/${quay.id}/portal-access`, { sections: { bookings: 'members' } });
    const now = await ask({ customerId: sam.id, action: 'viewSection', target: 'bookings' });
    expect(now.body.allowed).toBe(false);
    const before = await ask({
      customerId: sam.id, action: 'viewSection', target: 'bookings', at: '2026-11-20T12:00:00+01:00',
    });
    expect(before.body).toMatchObject({ allowed: true, nextChange: '2026-11-21T08:00:00Z' });
    await world.api('PUT', `/locations/${quay.id}/portal-access`, { sections: {} });
  });
});

test('ACC-1 nextChange and until say when a frozen contract thaws', async () => {
  const room = await world.resource({
    locationId: quay.id,
    name: 'Atlas',
    audience: { level: 'plans', planIds: [hotDesk.id] },
  });
  const contract = (await world.api('GET', `/contracts?customerId=${mira.id}`)).body.data[0];
  const frozen = await world.api('POST', `/contracts/${contract.id}/freezes`, {
    fromDay: '2026-11-25',
    untilDay: '2026-12-03',
  });
  expect(frozen.status).toBe(201);
  const during = { startAt: '2026-12-01T12:30:00+01:00', endAt: '2026-12-01T13:30:00+01:00' };
  const { status, body } = await ask({ action: 'book', target: room.id, during });
  expect(status).toBe(200);
  expect(body).toMatchObject({
    allowed: false,
    firstDenial: 'freeze',
    during: { startAt: '2026-12-01T11:30:00Z' },
  });
  expect(body.layers.map(({ outcome }: any) => outcome)).toEqual(
    ['pass', 'pass', 'pass', 'deny', 'pass', 'pass', 'pass', 'pass', 'pass']);
  expect(body.layers[3]).toMatchObject({ code: 'frozen', until: '2026-12-02T23:00:00Z' });
  const unsaid = await ask({ action: 'book', target: room.id, at: '2026-12-01T12:20:00+01:00' });
  expect(unsaid.body.during).toEqual({ startAt: '2026-12-01T11:30:00Z', endAt: '2026-12-01T12:30:00Z' });
  expect(unsaid.body.firstDenial).toBe(body.firstDenial);
  const asIf = await ask({ action: 'book', target: room.id, during, assume: { notFrozen: [contract.id] } });
  expect(asIf.body).toMatchObject({ allowed: true });
  const after = await ask({ action: 'book', target: room.id, during, at: '2026-11-28T09:00:00+01:00' });
  expect(after.body.allowedFrom).toBe('2026-12-02T23:00:00Z');
});

test('MEM-4 state says member and frozen side by side, and when that changes', async () => {
  const { body } = await world.api('GET', `/customers/${mira.id}/state?at=2026-11-26T12:00:00Z`);
  expect(body).toMatchObject({
    standing: 'member', frozen: true, suspended: false, archived: false, portalAccess: true,
    nextChange: '2026-12-02T23:00:00Z',
  });
  const timeline = await world.api('GET', `/customers/${mira.id}/timeline?locationId=${quay.id}`);
  expect(timeline.body.data.map(({ at, kind, to }: any) => [at, kind, to])).toContainEqual([
    '2026-11-24T23:00:00Z',
    'frozen',
    true,
  ]);
});

test('SUS-3 a suspended customer may look and pay, and not book, from the next request on', async () => {
  const room = await world.resource({ locationId: quay.id, name: 'Focus 1' });
  const during = { startAt: '2026-11-24T10:00:00+01:00', endAt: '2026-11-24T11:00:00+01:00' };
  expect((await ask({ customerId: sam.id, action: 'book', target: room.id, during })).body.allowed).toBe(
    true,
  );
  const made = await world.api('POST', `/customers/${sam.id}/suspensions`, {
    cause: 'manual',
    note: 'secret',
  });
  expect(made.status).toBe(201);
  const denied = await ask({ customerId: sam.id, action: 'book', target: room.id, during });
  expect(denied.body).toMatchObject({ firstDenial: 'suspension', layers: { 2: { code: 'suspendedBook' } } });
  expect((await ask({ customerId: sam.id, action: 'pay' })).body.allowed).toBe(true);
  expect((await ask({ customerId: sam.id, action: 'signIn' })).body.allowed).toBe(true);
  const own = await world.as(sam.id)('POST', '/access/decisions', {
    customerId: sam.id,
    action: 'book',
    target: room.id,
    during,
    locationId: quay.id,
  });
  expect(own.status).toBe(200);
  expect(JSON.stringify(own.body)).not.toContain('secret');
  expect(own.body.layers[2].facts.cause).toBeUndefined();
  expect(
    (
      await world.as(sam.id)('POST', '/access/decisions', {
        customerId: mira.id,
        action: 'signIn',
        locationId: quay.id,
      })
    ).status,
  ).toBe(404);
});

test('ACC-5 preview counts who would gain and lose, before anything is published', async () => {
  const { body } = await world.api('POST', `/locations/${quay.id}/portal-access/preview`, {
    sections: { bookings: 'members', payments: 'contacts' },
  });
  const bookings = body.sections.find(({ section }: any) => section === 'bookings');
  expect(bookings).toMatchObject({
    from: 'signedIn',
    to: 'members',
    loses: { count: 1, contacts: 1 },
    gains: { count: 0 },
  });
  expect(body.checks).toContainEqual({ code: 'membersCannotPay', section: 'payments', use: 'signedIn' });
});
