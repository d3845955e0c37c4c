import { afterAll, beforeAll, expect, test } from 'vitest';
import { settingsAtFirst } from '../../../domain/locations/setting.ts';
import { startWorld, type World } from '../../../../test/support/world.ts';

/**
 * What a change is said to do is what it then does: everybody is asked before, the change is previewed and
 * really made, and everybody is asked again.
 */
let world: World;
let net: Awaited<ReturnType<typeof people>>;
beforeAll(async () => {
  world = await startWorld({ now: '2026-11-01T09:00:00+01:00' });
  net = await people();
});
afterAll(() => world.stop());

interface Person { readonly id: string; readonly name: string; readonly home: string }

/** Two places, three plans, and customers in every state that a decision can tell apart. */
async function people() {
  const [quay, mill] = [await world.location(), await world.location()];
  const owing = await owingFor(quay);
  await world.clockTo('2026-12-01T09:00:00+01:00');
  const here = await world.plan(quay, { name: 'Here', validAt: { where: 'location' } });
  const everywhere = await world.plan(quay, { name: 'Everywhere', validAt: { where: 'network' } });
  const milled = await world.plan(mill, { name: 'Mill' });
  const all: Person[] = [];
  const add = async (name: string, home: { id: string }, plans: { id: string }[] = [], fields = {}) => {
    const { id } = await world.customer({ name, email: `${name}@example.test`, homeLocationId: home.id });
    all.push({ id, name, home: home.id });
    const contracts = [];
    for (const plan of plans) contracts.push(await world.contract({ id }, plan, fields));
    return { id, contracts };
  };
  for (const { id, name } of owing) all.push({ id, name, home: quay.id });
  await add('Ada', quay);
  await add('Ben', quay, [here]);
  await add('Cleo', mill, [here]);
  await add('Dan', quay, [milled]);
  await add('Eve', mill, [everywhere]);
  await add('Later', quay, [here], { startDay: '2026-12-20' });
  const two = await add('Two', quay, [here, everywhere]);
  const iced = await add('Iced', quay, [everywhere]);
  const gone = await add('Gone', quay, [here], { startDay: '2026-11-01' });
  const changes = await add('Changes', quay, [milled], { startDay: '2026-11-15' });
  const frozen = { fromDay: '2026-12-01' };
  await world.freeze(iced.contracts[0]!, frozen);
  await world.freeze(two.contracts[0]!, frozen);
  await world.api('POST', `/contracts/${gone.contracts[0]!.id}/cancel`, { lastDay: '2026-11-30' });
  await world.api('POST', `/contracts/${changes.contracts[0]!.id}/change-plan`,
    { planId: milled.id, when: 'nextCycle' });
  await world.suspension(await add('Sus', quay, [here]));
  await world.suspension(await add('Contact', mill));
  const shut = await add('Shut', quay, [everywhere]);
  await world.api('PATCH', `/customers/${shut.id}`, { portalAccess: false });
  const old = await add('Old', quay, [here]);
  await world.api('POST', `/customers/${old.id}/archive`, {});
  const seated = await add('Seated', mill);
  const waits = await add('Waits', quay);
  const lead = await add('Lead', quay);
  const team = await world.team({ locationId: quay.id, managers: [lead], members: [seated, waits] });
  const teamed = await world.teamContract(lead, here, team, { seats: 3 });
  await world.seat(teamed, seated);
  await world.seat(teamed, waits, { startAt: '2026-12-20T09:00:00+01:00' });
  const room = await world.resource({ locationId: quay.id, name: 'Atlas' });
  const given = await world.resource({
    locationId: quay.id, name: 'Planned', audience: { level: 'plans', planIds: [here.id] },
  });
  await world.resource({ locationId: mill.id, name: 'Grinder', audience: { level: 'members' } });
  return { quay, mill, here, everywhere, all, room, given };
}

/** One who owes 20 euros since November, and one who has paid them. */
async function owingFor(quay: { id: string }): Promise<{ id: string; name: string }[]> {
  const all = [];
  for (const name of ['Owes', 'Paid']) {
    const { id } = await world.customer({ name, email: `${name}@example.test`, homeLocationId: quay.id });
    await world.charge({ id }, quay);
    all.push({ id, name });
  }
  await world.issuedRun(quay, '2026-11-01');
  const { body } = await world.api('GET', `/invoices?customerId=${all[1]!.id}`);
  const [{ id: invoiceId, total }] = body.data;
  const paid = await world.api('POST', '/payments', {
    customerId: all[1]!.id, invoiceId, amount: total, method: 'cash',
  });
  expect(paid.status).toBe(201);
  return all;
}

/** The first reason that denies, or null, for everybody. */
async function answers(key: string, atHome: boolean): Promise<Record<string, string | null>> {
  const [action, target, locationId] = key.split(':');
  const found: Record<string, string | null> = {};
  for (const { id, name, home } of net.all) {
    const { status, body } = await world.api('POST', '/access/decisions', {
      customerId: id, action, locationId: atHome ? home : locationId, ...target !== '' && { target },
      ...action === 'book' && { during: {
        startAt: '2026-12-02T10:00:00+01:00', endAt: '2026-12-02T11:00:00+01:00',
      } },
    });
    if (status !== 200) throw new Error(`${key} ${status} ${JSON.stringify(body)}`);
    found[name] = body.layers.find(({ outcome }: any) => outcome === 'deny')?.code ?? null;
  }
  return found;
}

interface Told {
  readonly preview: { readonly path: string; readonly body: unknown };
  readonly really: { readonly method: string; readonly path: string; readonly body: unknown };
  /** Questions of which everybody's answers are compared, besides those said to turn. */
  readonly also: readonly string[];
  readonly atHome: boolean;
}

async function compare({ preview, really, also, atHome }: Told): Promise<string[]> {
  const { status, body } = await world.api('POST', preview.path, preview.body);
  expect([status, body]).toEqual([200, expect.anything()]);
  const rows: any[] = body.questions ?? body.sections.map((row: any) =>
    ({ ...row, key: `viewSection:${row.section}:${net.quay.id}` }))
    .filter(({ gains, loses }: any) => gains.count + loses.count > 0);
  const byKey = new Map(rows.map((row) => [row.key, row]));
  const keys = [...new Set([...byKey.keys(), ...also])];
  const before = new Map<string, Record<string, string | null>>();
  for (const key of keys) before.set(key, await answers(key, atHome));
  const lists = new Map<string, any[]>();
  for (const key of byKey.keys()) {
    const said: any[] = [];
    for (const who of ['gains', 'loses']) {
      const path = `${preview.path}?of=${key}&who=${who}&limit=4`;
      for (let cursor: string | null = ''; cursor !== null;) {
        const more: string = cursor === '' ? '' : `&cursor=${cursor}`;
        const page: { status: number; body: any } = await world.api('POST', `${path}${more}`, preview.body);
        expect(page.status).toBe(200);
        said.push(...page.body.list.data);
        cursor = page.body.list.nextCursor;
      }
    }
    lists.set(key, said);
  }
  const done = await world.api(really.method as 'PUT', really.path, really.body);
  expect([done.status, done.body]).toEqual([200, expect.anything()]);
  for (const key of keys) {
    const [was, is] = [before.get(key)!, await answers(key, atHome)];
    const turned = net.all.filter(({ name, home }) => (was[name] === null) !== (is[name] === null)
      && (atHome === false || preview.path.includes(home) || key.includes(home)));
    const expected = turned.map(({ name }) => ({ name, before: was[name], after: is[name] }));
    const said = (lists.get(key) ?? [])
      .map((one) => ({ name: one.name, before: one.before, after: one.after }));
    const byName = (a: { name: string }, b: { name: string }) => (a.name < b.name ? -1 : 1);
    expect([key, said.sort(byName)]).toEqual([key, expected.sort(byName)]);
    const row = byKey.get(key);
    const count = (row?.gains.count ?? 0) + (row?.loses.count ?? 0);
    expect([key, count]).toEqual([key, expected.length]);
  }
  return keys;
}

const switched = (on: boolean) => Object.fromEntries(
  Object.keys(settingsAtFirst.whileSuspended).map((name) => [name, on]));

test('ACC-5 whom new levels are said to reach, they reach, for the reasons that were said', async () => {
  const path = `/locations/${net.quay.id}/portal-access`;
  const sections = {
    bookings: 'members', plans: 'contacts', payments: 'members', home: 'signedIn', perks: 'contacts',
    directory: 'public',
  };
  await compare({
    preview: { path: `${path}/preview`, body: { sections } },
    really: { method: 'PUT', path, body: { sections } },
    also: [`viewSection:faq:${net.quay.id}`], atHome: true,
  });
  await world.api('PUT', path, { sections: {} });
});

test.for([
  ['frozen members stay out', { frozenMembersEnter: false }],
  ['members are those with a contract valid here', { membersAre: 'validHere' }],
  ['suspended customers may do all', { whileSuspended: switched(true) }],
  ['suspended customers may do nothing', { whileSuspended: switched(false) }],
  ['rooms of the whole network are shown', { resourcesScope: 'network' }],
  ['what is overdue blocks', { overdueLimit: {
    days: 3, amount: 1500, blocksBooking: true, blocksBuying: true, blocksCheckIn: true,
  } }],
] as const)('ACC-5 SUS-3 whom a setting is said to reach, it reaches: %s', async ([, settings]) => {
  const path = `/locations/${net.quay.id}`;
  const asked = ['viewSection:perks:', 'viewSection:payments:', 'signIn::', 'post::', 'buy::']
    .map((key) => `${key}${net.quay.id}`);
  const { body } = await world.api('POST', `${path}/settings/impact`, { settings });
  const plain = body.questions.filter(({ action }: any) =>
    !['book', 'checkIn', 'signUpToPlan'].includes(action));
  expect(body.people).toBe(net.all.filter(({ home }) => home === net.quay.id).length);
  const before = new Map<string, Record<string, string | null>>();
  const keys = new Set<string>([...asked, ...plain.map(({ key }: any) => key)]);
  for (const key of keys) before.set(key, await answers(key, true));
  await world.api('PATCH', path, { settings });
  for (const key of keys) {
    const is = await answers(key, true);
    const row = body.questions.find((one: any) => one.key === key);
    const there = net.all.filter(({ home }) => home === net.quay.id);
    const gains = there.filter(({ name }) => before.get(key)![name] !== null && is[name] === null);
    const loses = there.filter(({ name }) => before.get(key)![name] === null && is[name] !== null);
    expect([key, row?.gains.some.map(({ name }: any) => name) ?? []])
      .toEqual([key, gains.map(({ name }) => name).sort()]);
    expect([key, row?.loses.some.map(({ name }: any) => name) ?? []])
      .toEqual([key, loses.map(({ name }) => name).sort()]);
  }
  await world.api('PATCH', path, { settings: { inherit: Object.keys(settings) } });
});

test('ACC-5 whom a changed plan is said to reach, it reaches', async () => {
  const path = `/plans/${net.everywhere.id}`;
  const body = { entitlements: { resourceIds: [net.given.id] } };
  const keys = await compare({
    preview: { path: `${path}/impact`, body }, really: { method: 'PATCH', path, body },
    also: [`book:${net.room.id}:${net.quay.id}`], atHome: false,
  });
  expect(keys).toContain(`book:${net.given.id}:${net.quay.id}`);
  await world.api('PATCH', `/locations/${net.mill.id}`, { settings: { membersAre: 'validHere' } });
  const narrower = { validAt: { where: 'location' } };
  const narrowed = await compare({
    preview: { path: `${path}/impact`, body: narrower }, really: { method: 'PATCH', path, body: narrower },
    also: [], atHome: false,
  });
  expect(narrowed).toContain(`viewSection:perks:${net.mill.id}`);
});

test.for([
  ['members', { level: 'members' }], ['contacts', { level: 'contacts' }], ['all', { level: 'public' }],
  ['nobody it is not kept for', null],
] as const)('ACC-5 whom an audience is said to reach, it reaches: %s', async ([, audience]) => {
  const path = `/resources/${net.room.id}`;
  const body = audience === null ? { customerIds: [net.all[1]!.id] } : { audience };
  await compare({
    preview: { path: `${path}/impact`, body }, really: { method: 'PATCH', path, body },
    also: ['viewItem', 'book'].map((action) => `${action}:${net.room.id}:${net.quay.id}`), atHome: false,
  });
});

test('ACC-5 RES-1 whom another type of a room is said to reach, it reaches', async () => {
  const { body: type } = await world.api('POST', '/resource-types', { name: 'Studios' });
  const everywhere = `/plans/${net.everywhere.id}`;
  await world.api('PATCH', everywhere, { entitlements: { resourceTypeIds: [type.id], resourceIds: [] } });
  const path = `/resources/${net.given.id}`;
  const keys = await compare({
    preview: { path: `${path}/impact`, body: { typeId: type.id } },
    really: { method: 'PATCH', path, body: { typeId: type.id } }, also: [], atHome: false,
  });
  expect(keys).toContain(`book:${net.given.id}:${net.quay.id}`);
});

test('ACC-5 names are for those who may read customers; a question that is not one is refused', async () => {
  const path = `/resources/${net.room.id}/impact`;
  expect((await world.api('POST', `${path}?of=nothing`, {})).status).toBe(422);
  expect((await world.stranger('POST', path, {})).status).toBe(401);
  expect((await world.as(net.all[0]!.id)('POST', path, {})).status).toBe(403);
  const unknown = { audience: { level: 'plans', planIds: ['pla_00000000000000000000000000'] } };
  expect((await world.api('POST', path, unknown)).status).toBe(422);
});
