import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startWorld, type World } from '../../../test/support/world.ts';

/** Every fix is called as it is named: at its address, by a key with its permission and no other. */

let world: World;
beforeAll(async () => {
  world = await startWorld({ now: '2026-11-20T09:00:00+01:00' });
  await world.location();
});
afterAll(() => world.stop());

interface Case {
  readonly name: string;
  readonly ask: Record<string, unknown>;
  /** What is sent to the address of each fix, by its code. */
  readonly does: Record<string, [method: string, body?: unknown]>;
  prepare?(of: Scene): Promise<Record<string, unknown> | void>;
}

interface Scene {
  readonly place: any;
  readonly mira: any;
  readonly plan: any;
  readonly room: any;
}

const during = { startAt: '2026-11-24T10:00:00+01:00', endAt: '2026-11-24T11:00:00+01:00' };
const allOn = Object.fromEntries([
  'signIn', 'payInvoices', 'createBookings', 'changeBookings', 'buy', 'signUpToPlans', 'checkIn',
  'useBenefits', 'post', 'openTickets',
].map((name) => [name, true]));
const settings = (fields: Record<string, unknown>): [string, unknown] => ['PATCH', { settings: fields }];
const patch = (fields: Record<string, unknown>): [string, unknown] => ['PATCH', fields];
const book = { action: 'book', during };
const frozen = async ({ mira, plan }: Scene) => {
  const contract = await world.contract(mira, plan, { startDay: '2026-11-01' });
  await world.freeze(contract, { fromDay: '2026-11-20' });
};
const setRoom = (fields: Record<string, unknown>) => async ({ room }: Scene) => {
  await world.api('PATCH', `/resources/${room.id}`, fields);
};
const setPlace = (fields: Record<string, unknown>) => async ({ place }: Scene) => {
  await world.api('PATCH', `/locations/${place.id}`, fields);
};
const onPlan = (terms: Record<string, unknown>) => async (of: Scene) => {
  await world.api('PATCH', `/plans/${of.plan.id}`, terms);
  await world.contract(of.mira, of.plan, { startDay: '2026-11-01' });
};

const cases: Case[] = [
  { name: 'no portal access', ask: { action: 'signIn' },
    does: { givePortalAccess: patch({ portalAccess: true }) },
    prepare: async ({ mira }) =>
      void await world.api('PATCH', `/customers/${mira.id}`, { portalAccess: false }) },
  { name: 'archived', ask: { action: 'signIn' }, does: { restoreCustomer: ['POST'] },
    prepare: async ({ mira }) => void await world.api('POST', `/customers/${mira.id}/archive`, {}) },
  { name: 'suspended', ask: book,
    does: { liftSuspension: ['POST', {}], allowWhileSuspended: settings({ whileSuspended: allOn }) },
    prepare: async ({ mira }) => void await world.suspension(mira) },
  { name: 'frozen', ask: book, does: { resumeContract: ['POST', {}] },
    prepare: async (of) => {
      await frozen(of);
      await setRoom({ audience: { level: 'members' } })(of);
    } },
  { name: 'frozen members kept out', ask: { action: 'viewSection', target: 'directory' },
    does: { resumeContract: ['POST', {}], letFrozenMembersIn: settings({ frozenMembersEnter: true }) },
    prepare: async (of) => {
      await frozen(of);
      await setPlace({ settings: { frozenMembersEnter: false } })(of);
    } },
  { name: 'section for members', ask: { action: 'viewSection', target: 'directory' },
    does: {
      changeSectionLevel: ['PUT', { sections: { directory: 'signedIn' } }], takePlan: ['POST', 'contract'],
    } },
  { name: 'valid elsewhere', ask: { action: 'viewSection', target: 'directory' },
    does: {
      changeMembersRule: settings({ membersAre: 'anyOfNetwork' }), takePlan: ['POST', 'contract'],
      changeSectionLevel: ['PUT', { sections: { directory: 'signedIn' } }],
    },
    prepare: async (of) => {
      const yard = await world.location();
      await world.contract(of.mira, await world.plan(yard), { startDay: '2026-11-01' });
      await setPlace({ settings: { membersAre: 'validHere' } })(of);
    } },
  { name: 'room for members', ask: book,
    does: { openToAll: patch({ audience: { level: 'public' } }), takePlan: ['POST', 'contract'] },
    prepare: setRoom({ audience: { level: 'members' } }) },
  { name: 'outside the hours of the plan', ask: book,
    does: { changePlan: patch({ entitlements: { hours: null } }) },
    prepare: onPlan({ entitlements: { hours: { 7: [{ fromMinute: 0, untilMinute: 1440 }] } } }) },
  { name: 'limit of the plan', ask: book,
    does: { changePlan: patch({ entitlements: { bookingMinutesPer: {} } }) },
    prepare: onPlan({ entitlements: { bookingMinutesPer: { day: 15 } } }) },
  { name: 'paused', ask: book, does: { activateThing: ['POST'] },
    prepare: async ({ room }) => void await world.api('POST', `/resources/${room.id}/pause`) },
  { name: 'hidden', ask: book, does: { showThing: patch({ visible: true }) },
    prepare: setRoom({ visible: false }) },
  { name: 'out of scope', ask: book, does: { changeScope: ['PUT', { resources: 'network' }] },
    prepare: async () => {
      const yard = await world.location();
      return { target: (await world.resource({ locationId: yard.id })).id };
    } },
  { name: 'too many people', ask: { ...book, people: 3 }, does: { changeLimits: patch({ capacity: 5 }) },
    prepare: setRoom({ capacity: 2 }) },
  { name: 'closed', ask: book, does: { changeOpeningHours: patch({ openingHours: null }) },
    prepare: setPlace({ openingHours: { 1: [{ fromMinute: 480, untilMinute: 1080 }] } }) },
  { name: 'closed by hours of its own', ask: book, does: { changeLimits: patch({ hours: null }) },
    prepare: setRoom({ hours: { 1: [{ fromMinute: 480, untilMinute: 1080 }] } }) },
  { name: 'closure', ask: book, does: { removeClosure: ['DELETE'] },
    prepare: async ({ place }) =>
      void await world.api('POST', `/locations/${place.id}/closures`, { startDay: '2026-11-24' }) },
  { name: 'closure, coming in', ask: { action: 'checkIn' }, does: { removeClosure: ['DELETE'] },
    prepare: async (of) => {
      await onPlan({ entitlements: { accessWithoutPass: true } })(of);
      await world.api('POST', `/locations/${of.place.id}/closures`, { startDay: '2026-11-20' });
    } },
  { name: 'taken', ask: book, does: { cancelBooking: ['POST', {}] },
    prepare: async ({ room }) => {
      const sam = await world.customer();
      await world.booking({ resourceId: room.id, customerId: sam.id, ...during });
    } },
  { name: 'too short', ask: book, does: { changeLimits: patch({ minutesMin: 30 }) },
    prepare: setRoom({ minutesMin: 90 }) },
  { name: 'too soon', ask: book, does: { changeLimits: patch({ noticeMinutesMin: 0 }) },
    prepare: setRoom({ noticeMinutesMin: 50_000 }) },
  { name: 'no pass', ask: { action: 'checkIn' }, does: { giveBenefit: ['POST', 'gift'] } },
  { name: 'plan put away', ask: { action: 'signUpToPlan', target: 'plan' },
    does: { activateThing: ['POST'] },
    prepare: async ({ plan }) => void await world.api('POST', `/plans/${plan.id}/archive`) },
];

describe('ACC-1 a fix names the permission it needs and the address that does it', () => {
  test.each(cases)('ACC-1 $name', async ({ ask, does, prepare }) => {
    for (const [index, code] of Object.keys(does).entries()) {
      const of = await scene();
      const more = (await prepare?.(of)) ?? {};
      const question = { customerId: of.mira.id, locationId: of.place.id, ...target(ask, of), ...more };
      const before = (await world.api('POST', '/access/decisions', question)).body;
      const denial = before.layers.find(({ outcome }: any) => outcome === 'deny');
      const named = denial.fixes.map((one: any) => one.code);
      if (index === 0) expect(named).toEqual(expect.arrayContaining(Object.keys(does)));
      const fix = denial.fixes.find((one: any) => one.code === code);
      const [method, body] = does[code]!;
      const done = await asKeyWith(fix.permission, of.place.id)(method, fix.href, await sent(body, of));
      expect(done.status, `${code} ${fix.href} ${JSON.stringify(done.body)}`).toBeLessThan(300);
      const after = (await world.api('POST', '/access/decisions', question)).body;
      expect(after.layers.find(({ layer }: any) => layer === denial.layer).outcome).not.toBe('deny');
    }
  });

  test('ACC-1 nothing is named that would not help: where a plan was made is for good', async () => {
    const { mira, place } = await scene();
    const plan = await world.plan(await world.location());
    const { body } = await world.api('POST', '/access/decisions',
      { customerId: mira.id, locationId: place.id, action: 'signUpToPlan', target: plan.id });
    expect(body.layers.find(({ outcome }: any) => outcome === 'deny')).toMatchObject(
      { code: 'notOfferedHere', fixes: [] });
  });
});

async function scene(): Promise<Scene> {
  const place = await world.location();
  return {
    place, mira: await world.customer({ homeLocationId: place.id }), plan: await world.plan(place),
    room: await world.resource({ locationId: place.id }),
  };
}

const target = (ask: Record<string, unknown>, { plan, room }: Scene) => ({
  ...ask,
  ...(ask.action === 'book' && { target: room.id }),
  ...(ask.target === 'plan' && { target: plan.id }),
});

async function sent(body: unknown, { mira, plan, place }: Scene): Promise<unknown> {
  if (body === 'contract')
    return { customerId: mira.id, planId: plan.id, locationId: place.id, startDay: '2026-11-20' };
  if (body === 'gift') return { passId: (await world.pass({ locationId: place.id })).id, quantity: 1 };
  return body;
}

function asKeyWith(permission: string, locationId: string) {
  return async (method: string, path: string, body?: unknown) => {
    const { body: key } = await world.api('POST', '/api-keys',
      { name: permission, permissions: [permission], locationId });
    const response = await fetch(`${world.address}${path}`, {
      method,
      headers: {
        authorization: `Bearer ${key.secret}`,
        ...(body !== undefined && { 'content-type': 'application/json' }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    const said = text === '' ? null : JSON.parse(text) as Record<string, unknown>;
    return { status: response.status, body: said };
  };
}
