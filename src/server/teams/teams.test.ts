import { afterAll, beforeAll, expect, test } from 'vitest';
import { startWorld, type World } from '../../../test/support/world.ts';

let world: World;
let quay: Awaited<ReturnType<World['location']>>;
beforeAll(async () => {
  world = await startWorld({ now: '2026-12-01T09:00:00+01:00' });
  quay = await world.location({ name: 'Quay' });
});
afterAll(() => world.stop());

const codeOf = ({ status, body }: { status: number; body: any }) => [status, body.code];
const person = (fields = {}) => world.customer({ homeLocationId: quay.id, ...fields });
const standing = async ({ id }: { id: string }, at?: string) => {
  const asked = at === undefined ? '' : `?at=${encodeURIComponent(at)}`;
  return (await world.api('GET', `/customers/${id}/state${asked}`)).body.standing;
};

test('TEM-1 a team needs a name; everything else has a default', async () => {
  const { status, body } = await world.api('POST', '/teams', { name: 'Nova' });
  expect([status, body]).toMatchObject([201, {
    name: 'Nova', sizeMax: null, membersMayInvite: false, payingCustomerId: null, billing: 'individual',
    sharing: { passes: false, timeCredits: false, moneyCredits: false }, memberCount: 0, managerCount: 0,
    profile: { about: '', website: '', email: '', phone: '' }, seats: { total: 0, taken: 0, free: 0 },
    yourRole: null,
  }]);
  expect(codeOf(await world.api('POST', '/teams', { name: ' ' }))).toEqual([422, 'notValid']);
  const merged = await world.api('POST', '/teams', { name: 'X', billing: 'merged' });
  expect([merged.status, merged.body.errors[0].field]).toEqual([422, 'payingCustomerId']);
});

test('TEM-1 the paying customer is an individual or a company, and not by that in the team', async () => {
  for (const kind of ['individual', 'company']) {
    const payer = await person({ kind });
    const team = await world.team({ payingCustomerId: payer.id, billing: 'merged', locationId: quay.id });
    expect(team).toMatchObject({
      payingCustomerId: payer.id, payingCustomerName: payer.name, managerCount: 0,
    });
    expect((await world.as(payer.id)('GET', `/teams/${team.id}`)).status).toBe(404);
  }
});

test('TEM-1 a team is changed, and found by name, place and customer', async () => {
  const mira = await person();
  const team = await world.team({ name: 'Ångström Labs', locationId: quay.id, members: [mira] });
  const changed = await world.api('PATCH', `/teams/${team.id}`, {
    profile: { website: 'https://lab.example' }, sizeMax: 4, sharing: { passes: true },
  });
  expect([changed.status, changed.body]).toMatchObject([200, {
    profile: { about: '', website: 'https://lab.example' }, sizeMax: 4,
    sharing: { passes: true, timeCredits: false }, version: 2,
  }]);
  const stale = await world.api('PATCH', `/teams/${team.id}`, { name: 'X' }, { 'if-match': '"1"' });
  expect(stale.status).toBe(412);
  const found = async (query: string) =>
    (await world.api('GET', `/teams?${query}`)).body.data.map(({ id }: any) => id);
  expect(await found('q=angstrom')).toEqual([team.id]);
  expect(await found(`customerId=${mira.id}`)).toEqual([team.id]);
  expect(await found(`locationId=${quay.id}&q=labs`)).toEqual([team.id]);
  const loft = await world.location();
  expect(await found(`locationId=${loft.id}`)).toEqual([]);
});

test('TEM-1 a customer is in several teams, in each once at a time, and again after it left', async () => {
  const mira = await person();
  const [a, b] = [await world.team({ members: [mira] }), await world.team({ managers: [mira] })];
  const again = { customerId: mira.id };
  expect(codeOf(await world.api('POST', `/teams/${a.id}/members`, again))).toEqual([409, 'alreadyInTeam']);
  const me = await world.as(mira.id)('GET', '/me');
  expect(me.body.customer.teams).toEqual([
    { id: a.id, name: a.name, role: 'member' }, { id: b.id, name: b.name, role: 'manager' },
  ]);
  expect((await world.api('DELETE', `/teams/${a.id}/members/${mira.id}`)).status).toBe(204);
  expect((await world.api('DELETE', `/teams/${a.id}/members/${mira.id}`)).status).toBe(404);
  expect((await world.api('POST', `/teams/${a.id}/members`, again)).status).toBe(201);
  const { body } = await world.api('GET', `/teams/${a.id}/members?past=true`);
  expect(body.data.map(({ customerId, until }: any) => [customerId, until === null])).toEqual([
    [mira.id, true], [mira.id, false],
  ]);
});

test('TEM-1 the size holds, also when many come at once', async () => {
  const team = await world.team({ sizeMax: 3 });
  const people = await Promise.all(Array.from({ length: 8 }, () => person()));
  const answers = await Promise.all(people.map(({ id }) =>
    world.api('POST', `/teams/${team.id}/members`, { customerId: id })));
  expect(answers.map(({ status }) => status).sort()).toEqual([201, 201, 201, 409, 409, 409, 409, 409]);
  expect(codeOf(answers.find(({ status }) => status === 409)!)).toEqual([409, 'teamFull']);
  const smaller = await world.api('PATCH', `/teams/${team.id}`, { sizeMax: 2 });
  expect(codeOf(smaller)).toEqual([409, 'teamFull']);
});

test('MEM-1 a seat makes a member from its first instant to its end, and the holder needs none', async () => {
  const [payer, mira, sam] = [await person({ kind: 'company' }), await person(), await person()];
  const team = await world.team({ members: [mira, sam], payingCustomerId: payer.id });
  const plan = await world.plan(quay);
  const contract = await world.teamContract(payer, plan, team);
  expect([contract.teamId, contract.seats]).toEqual([team.id, 2]);
  expect([await standing(payer), await standing(mira)]).toEqual(['member', 'contact']);
  const seat = await world.seat(contract, mira);
  expect(seat).toMatchObject({ contractId: contract.id, teamId: team.id, state: 'inForce', endAt: null });
  expect([await standing(mira), await standing(sam)]).toEqual(['member', 'contact']);
  expect(await standing(mira, '2026-12-01T07:59:59.999Z')).toBe('contact');
  expect(await standing(mira, '2026-12-01T08:00:00Z')).toBe('member');
  const { body: state } = await world.api('GET', `/customers/${mira.id}/state`);
  expect(state.contracts).toEqual([
    { id: contract.id, status: 'active', planId: plan.id, planName: plan.name, seatId: seat.id },
  ]);
  expect(state.because).toMatchObject([
    { kind: 'contract', id: contract.id, name: plan.name }, { kind: 'seat', id: seat.id },
    { kind: 'portalAccess' },
  ]);
  await world.clockTo('2026-12-02T09:00:00+01:00');
  const ended = await world.api('POST', `/contracts/${contract.id}/seats/${seat.id}/end`, {});
  expect([ended.status, ended.body.state]).toEqual([200, 'over']);
  expect([await standing(mira), await standing(mira, '2026-12-02T07:59:59Z')]).toEqual(['contact', 'member']);
  const { body: line } = await world.api('GET', `/customers/${mira.id}/timeline`);
  expect(line.data.filter(({ kind }: any) => kind === 'standing').map(({ to, causes }: any) =>
    [to, causes[0].kind, causes[0].id])).toEqual([
    ['member', 'seatGiven', contract.id], ['contact', 'seatEnded', contract.id],
  ]);
});

test('MEM-1 a freeze and the end of the contract reach everybody who has a seat on it', async () => {
  const [payer, mira] = [await person(), await person()];
  const team = await world.team({ members: [mira] });
  const contract = await world.teamContract(payer, await world.plan(quay), team);
  await world.seat(contract, mira);
  await world.freeze(contract, { fromDay: '2026-12-10', untilDay: '2026-12-20' });
  await world.api('POST', `/contracts/${contract.id}/cancel`, { lastDay: '2026-12-31' });
  const at = async (text: string) => {
    const { body } = await world.api('GET', `/customers/${mira.id}/state?at=${encodeURIComponent(text)}`);
    return [body.standing, body.frozen, body.entitled];
  };
  expect(await at('2026-12-09T12:00:00+01:00')).toEqual(['member', false, true]);
  expect(await at('2026-12-10T12:00:00+01:00')).toEqual(['member', true, false]);
  expect(await at('2026-12-20T00:00:00+01:00')).toEqual(['member', false, true]);
  expect(await at('2026-12-31T23:59:59+01:00')).toEqual(['member', false, true]);
  expect(await at('2027-01-01T00:00:00+01:00')).toEqual(['contact', false, false]);
});

test('TEM-4 whoever leaves the team has no seat any more, and is a contact', async () => {
  const [payer, mira] = [await person(), await person()];
  const team = await world.team({ members: [mira] });
  const contract = await world.teamContract(payer, await world.plan(quay), team);
  await world.seat(contract, mira);
  expect(await standing(mira)).toBe('member');
  expect((await world.as(mira.id)('DELETE', `/teams/${team.id}/members/${mira.id}`)).status).toBe(204);
  expect(await standing(mira)).toBe('contact');
  const { body } = await world.api('GET', `/contracts/${contract.id}/seats`);
  expect([body.data, body.total, body.taken, body.free]).toEqual([[], 2, 0, 2]);
  expect((await world.as(mira.id)('GET', `/teams/${team.id}`)).status).toBe(404);
});

test('TEM-2 a seat covers one at a time, and is reassigned without a gap', async () => {
  const [payer, mira, sam, tom] = [await person(), await person(), await person(), await person()];
  const team = await world.team({ members: [mira, sam, tom] });
  const contract = await world.teamContract(payer, await world.plan(quay), team, { seats: 1 });
  const seat = await world.seat(contract, mira);
  const path = `/contracts/${contract.id}/seats`;
  expect(codeOf(await world.api('POST', path, { customerId: sam.id }))).toEqual([409, 'noFreeSeat']);
  const moved = await world.api('POST', `${path}/${seat.id}/reassign`, { customerId: sam.id });
  expect([moved.status, moved.body]).toMatchObject([201, { customerId: sam.id, state: 'inForce' }]);
  expect([await standing(mira), await standing(sam)]).toEqual(['contact', 'member']);
  expect(codeOf(await world.api('POST', `${path}/${seat.id}/end`))).toEqual([409, 'seatOver']);
  expect(codeOf(await world.api('PATCH', path, { seats: 0 }))).toEqual([409, 'seatsTaken']);
  expect((await world.api('PATCH', path, { seats: 2 })).body).toMatchObject({ total: 2, taken: 1, free: 1 });
  expect((await world.api('POST', path, { customerId: sam.id })).body.code).toBe('alreadySeated');
  expect((await world.api('POST', path, { customerId: tom.id })).status).toBe(201);
  const outsider = await world.api('POST', path, { customerId: payer.id });
  expect([outsider.status, outsider.body.errors[0].code]).toEqual([422, 'notInTeam']);
  expect((await world.api('PATCH', path, { seats: 5 })).body.total).toBe(5);
  const past = await world.api('GET', `${path}?past=true`);
  expect(past.body.data).toHaveLength(3);
});

test('TEM-2 seats are taken away down to those in use, whatever was in use before', async () => {
  const [payer, ...people] = await Promise.all(Array.from({ length: 5 }, () => person()));
  const team = await world.team({ members: people });
  const contract = await world.teamContract(payer!, await world.plan(quay), team, { seats: 4 });
  const path = `/contracts/${contract.id}/seats`;
  const seats = [];
  for (const one of people) seats.push(await world.seat(contract, one));
  await world.clockTo('2026-12-02T10:00:00+01:00');
  for (const { id } of seats.slice(0, 3)) await world.api('POST', `${path}/${id}/end`);
  for (const total of [3, 2, 1])
    expect((await world.api('PATCH', path, { seats: total })).body).toMatchObject({ total, taken: 1 });
  expect(codeOf(await world.api('PATCH', path, { seats: 0 }))).toEqual([409, 'seatsTaken']);
  expect(await standing(people[3]!, '2026-12-02T08:00:00Z')).toBe('member');
});

test('P10 SUS-6 a seat opens the door with the next tap, and closes it when it ends', async () => {
  const [payer, mira] = [await person(), await person()];
  const team = await world.team({ members: [mira] });
  const plan = await world.plan(quay, { entitlements: { accessWithoutPass: true } });
  const contract = await world.teamContract(payer, plan, team, { startDay: '2026-12-01' });
  const tap = () => world.api('POST', '/check-ins', {
    customerId: mira.id, locationId: quay.id, source: 'door',
  });
  expect((await tap()).status).toBe(403);
  const seat = await world.seat(contract, mira);
  const inside = await tap();
  expect([inside.status, inside.body.decision.layers.find(({ layer }: any) => layer === 'thing').facts])
    .toMatchObject([201, { contractId: contract.id }]);
  await world.api('POST', `/check-ins/${inside.body.checkIn.id}/check-out`, {});
  await world.api('POST', `/contracts/${contract.id}/seats/${seat.id}/end`);
  expect((await tap()).status).toBe(403);
});

test('TEM-2 two who give the last seat at once: one does', async () => {
  const [payer, ...people] = await Promise.all(Array.from({ length: 7 }, () => person()));
  const team = await world.team({ members: people });
  const contract = await world.teamContract(payer!, await world.plan(quay), team, { seats: 2 });
  const answers = await Promise.all(people.map(({ id }) =>
    world.api('POST', `/contracts/${contract.id}/seats`, { customerId: id })));
  expect(answers.map(({ status }) => status).sort()).toEqual([201, 201, 409, 409, 409, 409]);
});

test('TEM-2 seats need a team; without a number there are as many as the quantity', async () => {
  const payer = await person();
  const plan = await world.plan(quay);
  const base = { customerId: payer.id, planId: plan.id, locationId: quay.id, startDay: '2026-12-01' };
  const alone = await world.api('POST', '/contracts', { ...base, seats: 2 });
  expect([alone.status, alone.body.errors[0].field]).toEqual([422, 'teamId']);
  const nobody = await world.api('POST', '/contracts', { ...base, teamId: `tea_${'0'.repeat(26)}` });
  expect([nobody.status, nobody.body.errors[0].field]).toEqual([422, 'teamId']);
  const team = await world.team();
  expect((await world.api('POST', '/contracts', { ...base, teamId: team.id, quantity: 3 })).body)
    .toMatchObject({ teamId: team.id, seats: 3, quantity: 3 });
  expect((await world.api('POST', '/contracts', base)).body).toMatchObject({ teamId: null, seats: 0 });
  const { body } = await world.api('GET', `/contracts?teamId=${team.id}`);
  expect(body.data).toHaveLength(1);
});

test('BKA-5 the end of a team’s contract touches what its members have booked', async () => {
  const [payer, mira] = [await person(), await person()];
  const team = await world.team({ members: [mira] });
  const contract = await world.teamContract(payer, await world.plan(quay), team);
  await world.seat(contract, mira);
  const room = await world.resource({ locationId: quay.id, audience: { level: 'members' } });
  const booked = await world.as(mira.id)('POST', '/bookings', {
    resourceId: room.id, startAt: '2026-12-18T10:00:00+01:00', endAt: '2026-12-18T11:00:00+01:00',
  });
  expect(booked.status).toBe(201);
  const cancel = (ask: World['api'], body: object) => ask('POST', `/contracts/${contract.id}/cancel`, body);
  const preview = { lastDay: '2026-12-15', preview: true };
  const staffs = (await cancel(world.api, preview)).body.bookings;
  expect(staffs).toMatchObject([{ id: booked.body.id, customerId: mira.id, layer: 'standing' }]);
  const holders = await cancel(world.as(payer.id), { at: 'endOfCycle', preview: true });
  expect([holders.status, holders.body.bookings]).toEqual([200, []]);
  await cancel(world.api, { lastDay: '2026-12-15', bookings: 'cancel' });
  expect((await world.api('GET', `/bookings/${booked.body.id}`)).body.state).toBe('cancelled');
});

test('MEM-8 TEM-2 a seat gives the plan’s entitlements, prices and limits, to each its own', async () => {
  const [payer, mira, sam] = [await person(), await person(), await person()];
  const team = await world.team({ members: [mira, sam] });
  const plan = await world.plan(quay, {
    entitlements: { bookingMinutesPer: { day: 60 }, bookingDiscountPercent: 50 },
  });
  const audience = { level: 'plans', planIds: [plan.id] };
  const room = await world.resource({ locationId: quay.id, audience });
  await world.rate({ typeId: room.typeId, locationId: quay.id, price: { amount: 1000, currency: 'EUR' } });
  const contract = await world.teamContract(payer, plan, team);
  await world.seat(contract, mira);
  await world.seat(contract, sam);
  const book = (id: string, hour: number) => world.as(id)('POST', '/bookings', {
    resourceId: room.id,
    startAt: `2026-12-21T${hour}:00:00+01:00`, endAt: `2026-12-21T${hour + 1}:00:00+01:00`,
  });
  const first = await book(mira.id, 10);
  expect([first.status, first.body.price]).toMatchObject([201, { amount: 500 }]);
  const second = await book(mira.id, 12);
  expect([second.status, second.body.decision.layers.find(({ outcome }: any) => outcome === 'deny')])
    .toMatchObject([403, { layer: 'plan', code: 'planLimitUsed' }]);
  expect((await book(sam.id, 12)).status).toBe(201);
  const grants = await world.api('GET', `/customers/${mira.id}/benefits`);
  expect(grants.body.data).toEqual([]);
});
