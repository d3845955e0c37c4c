import { afterAll, beforeAll, expect, test } from 'vitest';
import { startWorld, type World } from '../../../test/support/world.ts';

/**
 * ACC-1, MEM-2: a past instant is asked under the rules that were in force then, a coming one under those
 * that are published for then; what is changed now changes neither.
 */
let world: World;
beforeAll(async () => { world = await startWorld({ now: '2026-12-01T09:00:00+01:00' }); });
afterAll(() => world.stop());

type Made = Awaited<ReturnType<typeof scene>>;

async function scene() {
  const quay = await world.location({ timeZone: 'Europe/Berlin', currency: 'EUR' });
  const mill = await world.location({ parentId: quay.id, timeZone: 'Europe/Berlin', currency: 'EUR' });
  const plan = await world.plan(quay, { validAt: { where: 'network' } });
  const mira = await world.customer({ homeLocationId: quay.id });
  await world.contract(mira, plan, { startDay: '2026-11-01' });
  const type = await world.resourceType();
  const room = await world.resource({ locationId: quay.id, typeId: type.id });
  const below = await world.resource({ locationId: mill.id, typeId: type.id });
  const ofPlan = await world.resource({
    locationId: quay.id, audience: { level: 'plans', planIds: [(await world.plan(quay)).id] },
  });
  return { quay, mill, plan, mira, room, below, ofPlan, type };
}

interface Row {
  readonly first?: (made: Made) => Promise<unknown>;
  /** What is asked, as far as it is not who, where and when. */
  readonly asks: (made: Made) => Record<string, unknown>;
  readonly change: (made: Made, first: any) => Promise<unknown>;
  readonly before: string | null;
  readonly after: string | null;
}

const set = ({ quay }: Made, settings: object) => world.api('PATCH', `/locations/${quay.id}`, { settings });
const books = (target: { id: string }) => ({ action: 'book', target: target.id });
const suspend = ({ mira }: Made) => world.suspension(mira);
const freeze = async ({ mira }: Made) => {
  const { body } = await world.api('GET', `/contracts?customerId=${mira.id}`);
  return world.freeze(body.data[0], { fromDay: '2026-11-02' });
};
const whileSuspended = async (made: Made, switches: object) => {
  const { body } = await world.api('GET', `/locations/${made.quay.id}`);
  return set(made, { whileSuspended: { ...body.settings.whileSuspended.value, ...switches } });
};
const closedAllDay = { 1: [], 2: [], 3: [], 4: [], 5: [], 6: [], 7: [] };

const table: Record<string, Row> = {
  'the level of a section': {
    asks: () => ({ action: 'viewSection', target: 'directory' }),
    change: ({ quay }) => world.api('PUT', `/locations/${quay.id}/portal-access`,
      { sections: { directory: 'contacts' } }),
    before: null, after: 'contactsOnly',
  },
  'a switch for suspended customers': {
    first: suspend, asks: () => ({ action: 'post' }), change: (made) => whileSuspended(made, { post: true }),
    before: 'suspendedPost', after: null,
  },
  'whether frozen members come in': {
    first: freeze, asks: () => ({ action: 'viewSection', target: 'directory' }),
    change: (made) => set(made, { frozenMembersEnter: false }), before: null, after: 'frozenSection',
  },
  'whose rooms are shown': {
    asks: ({ below }) => ({ action: 'viewItem', target: below.id }),
    change: (made) => set(made, { resourcesScope: 'children' }), before: 'outOfScope', after: null,
  },
  'opening hours': {
    asks: ({ room }) => books(room), change: ({ quay }) =>
      world.api('PATCH', `/locations/${quay.id}`, { openingHours: closedAllDay }),
    before: null, after: 'closed',
  },
  'where a plan is valid, where only those valid here make a member': {
    first: async (made) => {
      await world.api('PATCH', `/locations/${made.mill.id}`, { settings: { membersAre: 'validHere' } });
    },
    asks: ({ mill }) => ({ action: 'viewSection', target: 'directory', locationId: mill.id }),
    change: ({ plan }) => world.api('PATCH', `/plans/${plan.id}`, { validAt: { where: 'location' } }),
    before: null, after: 'memberElsewhere',
  },
  'what a plan gives': {
    asks: ({ ofPlan }) => books(ofPlan),
    change: ({ plan, ofPlan }) => world.api('PATCH', `/plans/${plan.id}`,
      { entitlements: { resourceIds: [ofPlan.id] } }),
    before: 'notInPlan', after: null,
  },
  'whom a plan is for': {
    asks: ({ plan }) => ({ action: 'signUpToPlan', target: plan.id }),
    change: ({ plan }) => world.api('PATCH', `/plans/${plan.id}`, { audience: { level: 'contacts' } }),
    before: null, after: 'contactsOnly',
  },
  'whether a plan is shown': {
    asks: ({ plan }) => ({ action: 'signUpToPlan', target: plan.id }),
    change: ({ plan }) => world.api('PATCH', `/plans/${plan.id}`, { shownInPortal: false }),
    before: null, after: 'notShown',
  },
  'whom a rate is for': {
    first: ({ type }) => world.rate({ typeId: type.id, audience: { level: 'public' } }),
    asks: ({ room }) => books(room),
    change: (_, { id }) => world.api('PATCH', `/rates/${id}`, { audience: { level: 'contacts' } }),
    before: null, after: 'noRate',
  },
};

const then = '2026-12-01T08:30:00Z';
const later = '2026-12-08T08:30:00Z';

/** The first denial of a question asked for an instant, about an hour that begins half an hour later. */
async function asked(made: Made, question: Record<string, unknown>, at: string): Promise<string | null> {
  const start = Date.parse(at) + 1_800_000;
  const during = question['action'] !== 'book' ? {} : { during: {
    startAt: new Date(start).toISOString(), endAt: new Date(start + 3_600_000).toISOString(),
  } };
  const { status, body } = await world.api('POST', '/access/decisions',
    { customerId: made.mira.id, locationId: made.quay.id, at, ...question, ...during });
  expect([status, body]).toEqual([200, body]);
  return body.layers.find(({ outcome }: any) => outcome === 'deny')?.code ?? null;
}

test('ACC-1 MEM-2 what is changed holds from then on; the time before is answered as it was', async () => {
  const rows = Object.entries(table);
  const scenes: { name: string; row: Row; made: Made; first: unknown }[] = [];
  for (const [name, row] of rows) {
    const made = await scene();
    scenes.push({ name, row, made, first: await row.first?.(made) });
  }
  await world.clockTo('2026-12-01T10:00:00+01:00');
  for (const { name, row, made } of scenes)
    expect([name, await asked(made, row.asks(made), then)]).toEqual([name, row.before]);

  await world.clockTo('2026-12-07T09:00:00+01:00');
  for (const { row, made, first } of scenes) {
    const done: any = await row.change(made, first);
    if (typeof done?.status === 'number') expect([done.status, done.body]).toEqual([200, done.body]);
  }
  for (const { name, row, made } of scenes) {
    const question = row.asks(made);
    expect([name, await asked(made, question, then), await asked(made, question, later)])
      .toEqual([name, row.before, row.after]);
  }
});

test('ACC-1 SEC-4 what is published for later holds from then on, and nextChange names it', async () => {
  const made = await scene();
  const path = `/locations/${made.quay.id}/portal-access`;
  await world.api('PUT', `${path}/draft`, { sections: { directory: 'contacts' } });
  await world.api('POST', `${path}/publish`, { at: '2027-01-01T00:00:00+01:00' });
  const question = { action: 'viewSection', target: 'directory' };
  expect(await asked(made, question, '2026-12-31T22:59:59Z')).toBe(null);
  expect(await asked(made, question, '2026-12-31T23:00:00Z')).toBe('contactsOnly');
  const { body } = await world.api('POST', '/access/decisions',
    { customerId: made.mira.id, locationId: made.quay.id, ...question });
  expect(body).toMatchObject({ allowed: true, nextChange: '2026-12-31T23:00:00Z' });
});
