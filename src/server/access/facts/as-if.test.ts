import { afterAll, beforeAll, expect, test } from 'vitest';
import { startWorld, type World } from '../../../../test/support/world.ts';

/** ACC-5: what is answered as if, is answered once it has really been done. */
let world: World;
beforeAll(async () => { world = await startWorld({ now: '2026-12-01T09:00:00+01:00' }); });
afterAll(() => world.stop());

type Made = Awaited<ReturnType<typeof scene>>;

/** A member of a frozen plan, suspended, with a room that another plan gives. */
async function scene() {
  const quay = await world.location();
  const own = await world.plan(quay);
  const other = await world.plan(quay);
  const mira = await world.customer({ homeLocationId: quay.id });
  const contract = await world.contract(mira, own, { startDay: '2026-11-01' });
  const room = await world.resource({
    locationId: quay.id, audience: { level: 'plans', planIds: [other.id] },
  });
  return { quay, own, other, mira, contract, room };
}

interface Row {
  readonly first?: (made: Made) => Promise<unknown>;
  readonly assume: (made: Made, first: any) => Record<string, unknown>;
  readonly really: (made: Made, first: any) => Promise<unknown>;
}

const suspend = ({ mira }: Made) => world.suspension(mira);
const freeze = ({ contract }: Made) => world.freeze(contract, { fromDay: '2026-12-01' });
const set = ({ quay }: Made, settings: unknown) =>
  world.api('PATCH', `/locations/${quay.id}`, { settings });
const levels = ({ quay }: Made, sections: unknown) =>
  world.api('PUT', `/locations/${quay.id}/portal-access`, { sections });

const table: Record<string, Row> = {
  'a suspension': { assume: () => ({ suspended: true }), really: suspend },
  'no suspension': {
    first: suspend, assume: () => ({ suspended: false }),
    really: ({ mira }, { id }) =>
      world.api('POST', `/customers/${mira.id}/suspensions/${id}/lift`, { cycles: 'skip' }),
  },
  'one suspension less': {
    first: suspend, assume: (_, { id }) => ({ withoutSuspensions: [id] }),
    really: ({ mira }, { id }) =>
      world.api('POST', `/customers/${mira.id}/suspensions/${id}/lift`, { cycles: 'skip' }),
  },
  'a booking less': {
    first: async ({ other, mira, room }) => {
      await world.contract(mira, other, { startDay: '2026-11-01' });
      return world.booking({
        resourceId: room.id, customerId: mira.id,
        startAt: '2026-12-02T10:00:00+01:00', endAt: '2026-12-02T11:00:00+01:00',
      });
    },
    assume: (_, { id }) => ({ withoutBooking: id }),
    really: (_, { id }) => world.api('POST', `/bookings/${id}/cancel`, {}),
  },
  'a freeze': { assume: ({ contract }) => ({ frozen: [contract.id] }), really: freeze },
  'no freeze': {
    first: freeze, assume: ({ contract }) => ({ notFrozen: [contract.id] }),
    really: ({ contract }, { id }) =>
      world.api('POST', `/contracts/${contract.id}/freezes/${id}/resume`, {}),
  },
  'a contract more': {
    assume: ({ other }) => ({ contracts: [{ planId: other.id }] }),
    really: ({ mira, other }) => world.contract(mira, other),
  },
  'a contract less': {
    assume: ({ contract }) => ({ withoutContracts: [contract.id] }),
    really: ({ contract }) =>
      world.api('POST', `/contracts/${contract.id}/cancel`, { lastDay: '2026-11-30' }),
  },
  'no contract at all': {
    assume: () => ({ withoutContracts: 'all' }),
    really: ({ contract }) =>
      world.api('POST', `/contracts/${contract.id}/cancel`, { lastDay: '2026-11-30' }),
  },
  'all frozen': { assume: () => ({ frozen: 'all' }), really: freeze },
  'a seat on a contract of a team': {
    first: async ({ mira, other }) => {
      const holder = await world.customer();
      const team = await world.team({ members: [mira] });
      return world.teamContract(holder, other, team);
    },
    assume: (_, { id }) => ({ seats: [id] }),
    really: ({ mira }, contract) => world.seat(contract, mira),
  },
  'another plan': {
    assume: ({ contract, other }) => ({ plans: [{ contractId: contract.id, planId: other.id }] }),
    really: ({ contract, other }) =>
      world.api('POST', `/contracts/${contract.id}/change-plan`, { planId: other.id, when: 'now' }),
  },
  'archived': {
    assume: () => ({ archived: true }),
    really: ({ mira }) => world.api('POST', `/customers/${mira.id}/archive`, {}),
  },
  'no portal access': {
    assume: () => ({ portalAccess: false }),
    really: ({ mira }) => world.api('PATCH', `/customers/${mira.id}`, { portalAccess: false }),
  },
  'other levels': {
    assume: () => ({ sections: { bookings: 'contacts', perks: 'public' } }),
    really: (made) => levels(made, { bookings: 'contacts', perks: 'public' }),
  },
  'a switch': {
    first: suspend, assume: () => ({ whileSuspended: { signIn: false } }),
    really: async (made) => {
      const { body } = await world.api('GET', `/locations/${made.quay.id}`);
      return set(made, { whileSuspended: { ...body.settings.whileSuspended.value, signIn: false } });
    },
  },
  'frozen members stay out': {
    first: freeze, assume: () => ({ frozenMembersEnter: false }),
    really: (made) => set(made, { frozenMembersEnter: false }),
  },
  'only contracts valid here': {
    assume: () => ({ membersAre: 'validHere' }), really: (made) => set(made, { membersAre: 'validHere' }),
  },
  'whose things are shown': {
    assume: () => ({ resourcesScope: 'network' }),
    really: (made) => set(made, { resourcesScope: 'network' }),
  },
  'another audience': {
    assume: () => ({ audience: { level: 'members' } }),
    really: ({ room }) => world.api('PATCH', `/resources/${room.id}`, { audience: { level: 'members' } }),
  },
};

/** Everything of a decision but the ids of what was only assumed, and when it changes again. */
const shape = ({ allowed, firstDenial, layers }: any) =>
  ({ allowed, firstDenial, layers: layers.map(({ outcome, code }: any) => `${outcome} ${code}`) });

test.for(Object.keys(table))('ACC-5 as if is what it then is: %s', async (name) => {
  const { first, assume, really } = table[name]!;
  const made = await scene();
  const before = await first?.(made);
  const assumed = assume(made, before);
  const ask = (question: object, as: object) => world.api('POST', '/access/decisions',
    { customerId: made.mira.id, locationId: made.quay.id, ...question, ...as });
  const during = { startAt: '2026-12-02T10:00:00+01:00', endAt: '2026-12-02T11:00:00+01:00' };
  const isOfThing = 'audience' in assumed;
  const questions = [
    { action: 'book', target: made.room.id, during }, { action: 'viewItem', target: made.room.id },
    ...isOfThing ? [] : [
      { action: 'viewSection', target: 'bookings' }, { action: 'viewSection', target: 'perks' },
      { action: 'signIn' }, { action: 'pay' }, { action: 'post' }, { action: 'checkIn', via: 'desk' },
    ],
  ];
  const said = [];
  for (const question of questions) said.push(shape((await ask(question, { assume: assumed })).body));
  const done: any = await really(made, before);
  if (typeof done.status === 'number') expect([done.status, done.body]).toEqual([200, done.body]);
  for (const [index, question] of questions.entries()) {
    const { body } = await ask(question, {});
    expect([question, said[index]]).toEqual([question, shape(body)]);
  }
});

test('ACC-5 a plan or contract that does not exist is refused by field; nothing is written', async () => {
  const made = await scene();
  const ask = (assume: object) => world.api('POST', '/access/decisions',
    { customerId: made.mira.id, action: 'signIn', locationId: made.quay.id, assume });
  const none = '00000000000000000000000000';
  expect((await ask({ plans: [{ contractId: made.contract.id, planId: `pla_${none}` }] })).status).toBe(422);
  expect((await ask({ plans: [{ contractId: `con_${none}`, planId: made.own.id }] })).status).toBe(422);
  expect((await ask({ archived: true })).body.allowed).toBe(false);
  expect((await ask({})).body.allowed).toBe(true);
});

test('ACC-5 what is taken to be otherwise must be there and make sense; each field says so', async () => {
  const made = await scene();
  const sam = await world.customer();
  const { id: others } = await world.suspension(sam);
  const gone = `con_${'0'.repeat(26)}`;
  const wrong: [assume: object, field: string][] = [
    [{ frozen: [made.contract.id, gone] }, 'assume.frozen.1'],
    [{ notFrozen: [gone] }, 'assume.notFrozen.0'],
    [{ withoutContracts: [gone] }, 'assume.withoutContracts.0'],
    [{ withoutSuspensions: [others] }, 'assume.withoutSuspensions.0'],
    [{ seats: [gone] }, 'assume.seats.0'],
    [{ contracts: [{ planId: made.own.id, startDay: '2027-02-01', endDay: '2027-01-01' }] },
      'assume.contracts.0.endDay'],
  ];
  for (const [assume, field] of wrong) {
    const { status, body } = await world.api('POST', '/access/decisions',
      { customerId: made.mira.id, action: 'signIn', locationId: made.quay.id, assume });
    expect([status, body.errors?.map((one: any) => one.field)]).toEqual([422, [field]]);
  }
});

test('ACC-5 seats are assumed by those who may read the contract', async () => {
  const { mira, quay, contract } = await scene();
  const sam = await world.customer({ homeLocationId: quay.id });
  const asked = { customerId: sam.id, action: 'viewSection', target: 'directory', locationId: quay.id };
  const assume = { seats: [contract.id] };
  const byStaff = await world.api('POST', '/access/decisions', { ...asked, assume });
  expect([byStaff.status, byStaff.body.allowed]).toEqual([200, true]);
  const byThemselves = await world.as(sam.id)('POST', '/access/decisions', { ...asked, assume });
  expect(byThemselves).toMatchObject({ status: 422, body: { errors: [{ field: 'assume.seats.0' }] } });
  expect(mira.id).not.toBe(sam.id);
});

test('ACC-5 ACC-7 as if another limit on what is overdue is what it then is', async () => {
  const { mira, quay } = await scene();
  await world.charge(mira, quay);
  await world.issuedRun(quay, '2026-12-01');
  await world.clockTo('2026-12-20T09:00:00+01:00');
  const overdueLimit = {
    days: 3, amount: 1000, blocksBooking: true, blocksBuying: true, blocksCheckIn: true,
  };
  const ask = async (action: string, assume?: object) => shape((await world.api('POST', '/access/decisions', {
    customerId: mira.id, action, locationId: quay.id, via: 'desk', ...(assume && { assume }),
  })).body);
  for (const action of ['buy', 'checkIn']) {
    const [free, limited] = [await ask(action), await ask(action, { overdueLimit })];
    expect(limited).not.toEqual(free);
    await set({ quay } as Made, { overdueLimit });
    expect([action, await ask(action)]).toEqual([action, limited]);
    expect([action, await ask(action, { overdueLimit: null })]).toEqual([action, free]);
    await set({ quay } as Made, { overdueLimit: null });
  }
});

test('ACC-5 another time may be asked about beside what is assumed', async () => {
  const { mira, quay, other, room } = await scene();
  const ask = async (at: string, assume: object) => (await world.api('POST', '/access/decisions', {
    customerId: mira.id, action: 'viewItem', target: room.id, locationId: quay.id, at, assume,
  })).body.allowed;
  const assume = { contracts: [{ planId: other.id, startDay: '2027-01-05', endDay: '2027-01-10' }] };
  expect(await ask('2027-01-04T23:59:00+01:00', assume)).toBe(false);
  expect(await ask('2027-01-05T00:00:00+01:00', assume)).toBe(true);
  expect(await ask('2027-01-09T23:59:00+01:00', assume)).toBe(true);
  expect(await ask('2027-01-10T00:00:00+01:00', assume)).toBe(false);
});

test('ACC-1 what is bought is named by the id of a product, or not at all', async () => {
  const { mira, quay } = await scene();
  const ask = (target?: string) => world.api('POST', '/access/decisions',
    { customerId: mira.id, action: 'buy', locationId: quay.id, ...(target && { target }) });
  expect([(await ask()).status, (await ask('junk')).status]).toEqual([200, 422]);
  expect((await ask(`prd_${'0'.repeat(26)}`)).status).toBe(404);
});
