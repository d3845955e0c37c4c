import { afterAll, beforeAll, expect, test } from 'vitest';
import { made } from '../../../test/support/builders/builders.ts';
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
const at10 = { startAt: '2026-12-02T10:00:00+01:00', endAt: '2026-12-02T11:00:00+01:00' };

/** A team that a company pays for: a manager, a member with a seat, one without, and another team beside. */
async function scene() {
  const [payer, boss, mira, sam] = [await person({ kind: 'company' }), await person(), await person(),
    await person()];
  const team = await world.team({
    locationId: quay.id, payingCustomerId: payer.id, managers: [boss], members: [mira, sam],
  });
  const contract = await world.teamContract(payer, await world.plan(quay), team);
  const seat = await world.seat(contract, mira);
  const [chief, tom] = [await person(), await person()];
  const other = await world.team({ locationId: quay.id, managers: [chief], members: [tom] });
  return { payer, boss, mira, sam, team, contract, seat, chief, tom, other, as: world.as(boss.id) };
}

test('PER-1 two members on one plan differ by their role', async () => {
  const { boss, mira, team, contract } = await scene();
  await world.seat(contract, boss);
  const roles = [];
  for (const { id } of [boss, mira]) {
    const { body } = await world.as(id)('GET', `/teams/${team.id}`);
    roles.push([body.yourRole, body.may.invite, body.may.book, body.billing]);
  }
  expect(roles).toEqual([['manager', true, true, 'individual'], ['member', false, false, null]]);
  const seen = await world.as(mira.id)('GET', `/teams/${team.id}/members`);
  expect(seen.body.data.map(({ email, role }: any) => [email, role])).toEqual([
    [null, 'manager'], [null, 'member'], [null, 'member'],
  ]);
  const forbidden = await Promise.all([
    world.as(mira.id)('POST', `/teams/${team.id}/invitations`, { email: 'a@b.example' }),
    world.as(mira.id)('PATCH', `/teams/${team.id}`, { name: 'Mine' }),
    world.as(mira.id)('PATCH', `/teams/${team.id}/members/${mira.id}`, { role: 'manager' }),
    world.as(mira.id)('DELETE', `/teams/${team.id}/members/${boss.id}`),
    world.as(mira.id)('GET', `/teams/${team.id}/contracts`),
    world.as(mira.id)('GET', `/teams/${team.id}/invitations`),
  ]);
  expect(forbidden.map(({ status }) => status)).toEqual([403, 403, 403, 403, 403, 403]);
  expect((await world.as(mira.id)('GET', `/contracts/${contract.id}/seats`)).status).toBe(404);
});

test('PER-2 managers edit the profile, and not what the operator decides', async () => {
  const { team, as } = await scene();
  const edited = await as('PATCH', `/teams/${team.id}`, {
    name: 'Nova Labs', profile: { about: 'We make stars.' }, membersMayInvite: true,
  });
  expect([edited.status, edited.body]).toMatchObject([200, {
    name: 'Nova Labs', profile: { about: 'We make stars.' }, membersMayInvite: true,
  }]);
  for (const field of [{ sizeMax: 100 }, { payingCustomerId: null }, { billing: 'merged' },
    { sharing: { passes: true } }, { locationId: quay.id }]) {
    expect((await as('PATCH', `/teams/${team.id}`, field)).status).toBe(403);
  }
  expect((await as('POST', `/teams/${team.id}/members`, { customerId: team.id })).status).toBe(403);
  expect((await as('POST', '/teams', { name: 'Another' })).status).toBe(403);
});

test('PER-2 managers give and take the role and the seats, up to the number there is', async () => {
  const { boss, mira, sam, team, contract, seat, as } = await scene();
  const path = `/contracts/${contract.id}/seats`;
  const { body } = await as('GET', path);
  expect([body.total, body.taken, body.data[0].customerName]).toEqual([2, 1, mira.name]);
  expect((await as('POST', path, { customerId: sam.id })).status).toBe(201);
  expect(codeOf(await as('POST', path, { customerId: boss.id }))).toEqual([409, 'noFreeSeat']);
  const past = { customerId: boss.id, startAt: '2026-11-30T09:00:00+01:00' };
  expect((await as('POST', path, past)).body.errors[0].field).toBe('startAt');
  expect((await as('PATCH', path, { seats: 9 })).status).toBe(403);
  expect((await as('POST', `${path}/${seat.id}/reassign`, { customerId: boss.id })).status).toBe(201);
  expect((await as('PATCH', `/teams/${team.id}/members/${mira.id}`, { role: 'manager' })).body.role)
    .toBe('manager');
  expect((await as('PATCH', `/teams/${team.id}/members/${boss.id}`, { role: 'member' })).body.role)
    .toBe('member');
  expect((await as('POST', path, { customerId: sam.id })).status).toBe(404);
  expect((await world.as(mira.id)('DELETE', `/teams/${team.id}/members/${sam.id}`)).status).toBe(204);
});

test('PER-2 a manager books for a member, by the rules of that member, and sees what is booked', async () => {
  const { boss, mira, sam, team, as } = await scene();
  const room = await world.resource({ locationId: quay.id, audience: { level: 'members' } });
  const booked = await as('POST', '/bookings', { resourceId: room.id, customerId: mira.id, ...at10 });
  expect([booked.status, booked.body.customerId, booked.body.via]).toEqual([201, mira.id, 'portal']);
  const forSam = { resourceId: room.id, customerId: sam.id,
    startAt: '2026-12-02T12:00:00+01:00', endAt: '2026-12-02T13:00:00+01:00' };
  const refused = await as('POST', '/bookings', forSam);
  expect([refused.status, refused.body.decision.firstDenial]).toEqual([403, 'standing']);
  expect((await as('POST', '/bookings/quote', forSam)).body.decision.allowed).toBe(false);
  const free = await as('GET', `/availability?locationId=${quay.id}&customerId=${mira.id}`
    + `&from=${encodeURIComponent(at10.startAt)}&to=${encodeURIComponent(at10.endAt)}`);
  expect(free.status).toBe(200);
  const list = await as('GET', `/bookings?teamId=${team.id}`);
  expect(list.body.data.map(({ id }: any) => id)).toEqual([booked.body.id]);
  expect((await as('GET', `/bookings?customerId=${mira.id}`)).body.data).toHaveLength(1);
  const audit = await world.api('GET', `/audit-log?aboutId=${booked.body.id}`);
  expect(audit.body.data[0]).toMatchObject({ action: 'booking.created', actorId: boss.id });
  expect((await as('POST', `/bookings/${booked.body.id}/cancel`, {})).status).toBe(200);
});

test('PER-2 what a member booked before it came, or after it left, is not the team’s', async () => {
  const { team, as } = await scene();
  const eve = await person();
  const room = await world.resource({ locationId: quay.id });
  const before = await made(world.as(eve.id)('POST', '/bookings', { resourceId: room.id, ...at10 }));
  await world.clockTo('2026-12-01T09:30:00+01:00');
  await made(world.api('POST', `/teams/${team.id}/members`, { customerId: eve.id }));
  const list = async () => (await as('GET', `/bookings?teamId=${team.id}`)).body.data.length;
  expect([await list(), (await as('GET', `/bookings/${before.id}`)).status]).toEqual([0, 404]);
  const later = await made(world.as(eve.id)('POST', '/bookings', {
    resourceId: room.id, startAt: '2026-12-02T14:00:00+01:00', endAt: '2026-12-02T15:00:00+01:00',
  }));
  expect([await list(), (await as('GET', `/bookings/${later.id}`)).status]).toEqual([1, 200]);
  await world.api('DELETE', `/teams/${team.id}/members/${eve.id}`);
  expect([await list(), (await as('GET', `/bookings/${later.id}`)).status]).toEqual([0, 404]);
  expect((await as('GET', `/bookings?customerId=${eve.id}`)).status).toBe(404);
});

test('PER-2 a manager hears nothing of other teams, and nothing else of members', async () => {
  const { payer, mira, tom, other, team, contract, as } = await scene();
  const room = await world.resource({ locationId: quay.id });
  const theirs = await made(world.as(tom.id)('POST', '/bookings', { resourceId: room.id, ...at10 }));
  const own = await made(world.api('POST', '/charges', {
    customerId: mira.id, locationId: quay.id, text: 'Locker', price: { amount: 900, currency: 'EUR' },
  }));
  const paths = [
    ['GET', `/teams/${other.id}`], ['GET', `/teams/${other.id}/members`],
    ['GET', `/teams/${other.id}/contracts`],
    ['GET', `/bookings?teamId=${other.id}`], ['GET', `/bookings?customerId=${tom.id}`],
    ['GET', `/bookings/${theirs.id}`], ['POST', `/bookings/${theirs.id}/cancel`],
    ['PATCH', `/teams/${other.id}/members/${tom.id}`, { role: 'manager' }],
    ['DELETE', `/teams/${other.id}/members/${tom.id}`], ['PATCH', `/teams/${other.id}`, { name: 'Ours' }],
    ['POST', `/teams/${other.id}/invitations`, { email: 'a@b.example' }],
    ['DELETE', `/teams/${team.id}/members/${tom.id}`],
    ['GET', `/invoices?teamId=${other.id}`], ['GET', `/invoices?customerId=${mira.id}`],
    ['GET', `/customers/${mira.id}`], ['GET', `/customers/${mira.id}/state`],
    ['GET', `/customers/${mira.id}/benefits`], ['GET', `/charges/${own.id}`],
    ['GET', `/teams?customerId=${mira.id}`], ['GET', `/contracts/${contract.id}`],
    ['GET', `/customers/${payer.id}`],
  ] as const;
  const heard = [];
  for (const [method, path, body] of paths) heard.push([method, path, (await as(method, path, body)).status]);
  expect(heard.filter(([, , status]) => status !== 404)).toEqual([]);
  expect((await as('GET', `/customers/${mira.id}/notes`)).status).toBe(403);
  const seat = await as('POST', `/contracts/${contract.id}/seats`, { customerId: tom.id });
  expect([seat.status, seat.body.errors[0].code]).toEqual([422, 'notInTeam']);
});

test('PER-2 PER-5 who no longer runs the team, or is in it, hears so with the next request', async () => {
  const { boss, mira, sam, team, as } = await scene();
  const room = await world.resource({ locationId: quay.id });
  const bookFor = (customerId: string) =>
    as('POST', '/bookings/quote', { resourceId: room.id, customerId, ...at10 });
  expect((await bookFor(mira.id)).status).toBe(200);
  await world.api('PATCH', `/teams/${team.id}/members/${boss.id}`, { role: 'member' });
  expect((await bookFor(mira.id)).status).toBe(404);
  expect((await as('DELETE', `/teams/${team.id}/members/${sam.id}`)).status).toBe(403);
  await world.api('DELETE', `/teams/${team.id}/members/${boss.id}`);
  expect((await as('GET', `/teams/${team.id}`)).status).toBe(404);
  expect((await as('GET', `/teams/${team.id}/members`)).status).toBe(404);
  expect((await as('GET', '/teams')).body.data).toEqual([]);
  expect((await as('GET', '/me')).body.customer.teams).toEqual([]);
});

test('PER-2 managers see the invoices for their team’s contracts, nothing private of a payer', async () => {
  const { payer, boss, chief, team, as } = await scene();
  const person1 = await person();
  const plan = await world.plan(quay);
  const mixed = await world.team({ payingCustomerId: person1.id });
  const { body: led } = await world.api('GET', `/teams/${team.id}/members`);
  await made(world.api('POST', `/teams/${mixed.id}/members`, {
    customerId: led.data[0].customerId, role: 'manager',
  }));
  await world.teamContract(person1, plan, mixed);
  await world.contract(person1, plan);
  const wished = { locationId: quay.id, throughDay: '2026-12-01' };
  const run = await made(world.api('POST', '/billing-runs', wished));
  await made(world.api('POST', `/billing-runs/${run.id}/issue`, {}));
  const all = (await world.api('GET', `/invoices?teamId=${team.id}`)).body.data;
  expect(all.map(({ customerId }: any) => customerId)).toEqual([payer.id]);
  expect((await as('GET', `/invoices?teamId=${team.id}`)).body.data).toEqual(all);
  expect((await as('GET', `/invoices?customerId=${payer.id}`)).body.data).toEqual(all);
  expect((await as('GET', `/invoices/${all[0].id}`)).status).toBe(200);
  expect((await world.as(chief.id)('GET', `/invoices/${all[0].id}`)).status).toBe(404);
  const may = { action: 'pay', target: all[0].id, locationId: quay.id };
  const asked = await Promise.all([boss.id, chief.id].map(async (customerId) =>
    (await world.as(customerId)('POST', '/access/decisions', { customerId, ...may })).body.allowed));
  expect(asked).toEqual([true, false]);
  expect((await as('GET', `/invoices?teamId=${mixed.id}`)).body.data).toEqual([]);
  const theirs = (await world.api('GET', `/invoices?customerId=${person1.id}`)).body.data;
  expect(theirs).toHaveLength(1);
  expect((await as('GET', `/invoices/${theirs[0].id}`)).status).toBe(404);
});
