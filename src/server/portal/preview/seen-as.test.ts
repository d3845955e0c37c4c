import type { FastifyRequest } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Built } from '../../../../test/support/builders/resources.ts';
import { startWorld, type World } from '../../../../test/support/world.ts';
import type { PortalPlace, PreviewShown, Visit } from '../../../apps/portal/readers.ts';
import { type Persona, personas } from '../../../domain/access/what-if/persona.ts';
import { portalSections } from '../../../domain/access/section.ts';
import type { Permission } from '../../../domain/staff/permission.ts';
import { day } from '../../../domain/kernel/day.ts';
import { routes } from '../../words.ts';
import { portalPreviews } from './show-preview.ts';

/** What each persona and each customer is shown is what the engine says of a real one. */
let world: World;
let quay: Built;
let mill: Built;
let plan: Built;
let real: Readonly<Record<Exclude<Persona, 'visitor'>, Built>>;

beforeAll(async () => {
  world = await startWorld({ now: '2026-12-01T09:00:00+01:00' });
  const network = await world.network();
  quay = await world.location({ name: 'Harbour Quay', parentId: network.id, timeZone: 'Europe/Berlin' });
  mill = await world.location({ name: 'Old Mill', parentId: network.id, timeZone: 'Europe/Berlin' });
  // Those with a contract elsewhere are contacts here, and frozen members stay outside.
  await world.api('PATCH', `/locations/${quay.id}`, {
    settings: { membersAre: 'validHere', frozenMembersEnter: false },
  });
  await world.api('PUT', `/locations/${quay.id}/portal-access`, {
    sections: { events: 'contacts', faq: 'members', bookings: 'signedIn' },
  });
  plan = await world.plan(quay as never, { name: 'Hot Desk 10' });
  await world.resource({ locationId: quay.id, name: 'Atlas' });
  real = await realOnes();
}, 120_000);
afterAll(() => world.stop());

/** The same by hand, over the API. */
async function realOnes() {
  const one = (): Promise<Built> => world.customer({ homeLocationId: quay.id, portalAccess: true });
  const member = async (on = plan, at = quay) => {
    const customer = await one();
    const contract = await world.contract(customer as never, on as never, {
      startDay: '2026-11-01', locationId: at.id,
    });
    return { customer, contract };
  };
  const frozen = await member();
  await world.api('POST', `/contracts/${frozen.contract.id}/freezes`, {
    fromDay: '2026-12-01', untilDay: '2027-01-01',
  });
  const suspended = await member();
  await world.api('POST', `/customers/${suspended.customer.id}/suspensions`, { cause: 'manual' });
  const elsewhere = await world.plan(mill as never, { name: 'Mill Desk' });
  const there = await member(elsewhere, mill);
  return {
    contact: await one(), member: (await member()).customer, memberFrozen: frozen.customer,
    memberSuspended: suspended.customer, teamManager: await runsATeam(await one()),
    memberElsewhere: there.customer,
  };
}

/** On a seat of a contract that a company holds. */
async function runsATeam(customer: Built): Promise<Built> {
  const company = await world.customer({ kind: 'company', homeLocationId: quay.id });
  const team = await world.api('POST', '/teams', {
    name: 'Studio', locationId: quay.id, managerId: customer.id, payingCustomerId: company.id,
  });
  const contract = await world.contract(company as never, plan as never, {
    startDay: '2026-11-01', locationId: quay.id, teamId: team.body['id'], seats: 3,
  });
  const seat = await world.api('POST', `/contracts/${contract.id}/seats`, { customerId: customer.id });
  expect(seat.status).toBe(201);
  return customer;
}

/** As the owner, but for permissions that were taken meanwhile. */
const previews = (...taken: Permission[]) => portalPreviews({
  shell: world.shell, routes,
  identify: async () => ({ ...world.caller, may: (permission) => !taken.includes(permission) }),
});

interface Shown {
  readonly visit: Visit;
  readonly shown: PreviewShown;
  readonly place: PortalPlace;
}

const request = { params: { language: 'en' }, headers: {}, ip: '127.0.0.1' } as unknown as FastifyRequest;

async function preview<T>(
  body: object, look: (seen: Shown) => Promise<T>, taken: readonly Permission[] = [],
): Promise<T> {
  const opened = await world.api('POST', `/locations/${quay.id}/portal-access/previews`, body);
  expect(opened.status).toBe(201);
  return previews(...taken).show(request, opened.body['id'], async (visit, shown) => {
    const place = (await visit.places()).find(({ id }) => id === shown.placeId)!;
    return look({ visit, shown, place });
  });
}

const sectionsOf = ({ visit, place }: Shown) => visit.sections(place.id)
  .then((sections) => portalSections.filter((section) => sections[section].allowed));

async function engineSays(customerId: string | null, at?: string): Promise<string[]> {
  const open: string[] = [];
  for (const target of portalSections) {
    const { body } = await world.api('POST', '/access/decisions', {
      customerId, action: 'viewSection', target, locationId: quay.id, ...(at && { at }),
    });
    if (body['allowed'] === true) open.push(target);
  }
  return open;
}

test.each(personas)('PER-4 what a %s sees is what the engine decides of a real one', async (persona) => {
  const customer = persona === 'visitor' ? null : real[persona];
  const seen = await preview({ as: persona }, async (of) => ({
    sections: await sectionsOf(of), standing: of.visit.customer?.standing ?? null,
    suspended: of.visit.customer?.suspended ?? null,
  }));
  const state = customer && await world.api('GET', `/customers/${customer.id}/state?locationId=${quay.id}`);
  expect(seen.sections).toEqual(await engineSays(customer?.id ?? null));
  expect(seen.suspended).toEqual(state?.body['suspended'] ?? null);
});

test('PER-4 the seven personas are told apart by what they see', async () => {
  const open: Record<string, readonly string[]> = {};
  for (const as of personas) open[as] = await preview({ as }, sectionsOf);
  expect(open['visitor']).not.toContain('bookings');
  expect(open['contact']).toEqual(expect.arrayContaining(['bookings', 'events']));
  expect(open['contact']).not.toContain('faq');
  expect(open['member']).toEqual(expect.arrayContaining(['bookings', 'faq', 'directory']));
  expect(open['member']).not.toContain('events');
  expect(open['memberFrozen']).not.toContain('directory');
  expect(open['memberElsewhere']).toEqual(open['contact']);
});

test('PER-4 a frozen persona reads of its freeze, a suspended one of its suspension', async () => {
  const frozen = await preview({ as: 'memberFrozen' }, ({ visit }) => visit.contracts());
  expect(frozen).toMatchObject([{ status: 'frozen', planName: 'Hot Desk 10' }]);
  const suspended = await preview({ as: 'memberSuspended' }, async ({ visit, place }) => ({
    contracts: await visit.contracts(),
    rooms: await visit.rooms({ place, day: day('2026-12-02'), minutes: 60, people: null, resourceId: null }),
  }));
  expect(suspended.contracts).toMatchObject([{ status: 'active' }]);
  expect(suspended.rooms[0]?.refusal?.status).toBe('suspended');
});

test('PER-4 who is made up for a preview is the same on each of its pages', async () => {
  const { body } = await world.api('POST', `/locations/${quay.id}/portal-access/previews`, {
    as: 'teamManager',
  });
  const look = () => previews().show(request, body['id'], async (visit) => ({
    ...visit.customer, teams: (await visit.teams()).map(({ id }) => id),
  }));
  const [first, ...others] = await Promise.all([look(), look(), look()]);
  expect(first.teams).toHaveLength(1);
  expect(others).toEqual([first, first]);
  expect(await preview({ as: 'teamManager' }, async ({ visit }) => visit.customer!.id)).not.toBe(first.id);
});

test('PER-4 a team manager runs a team: its people, its seats, and what bills it', async () => {
  const seen = await preview({ as: 'teamManager' }, async ({ visit }) => {
    const [first] = await visit.teams();
    return {
      standing: visit.customer?.standing, team: await visit.team(first!.id),
      bookings: await visit.teamBookings(first!.id), invoices: await visit.teamInvoices(first!.id),
    };
  });
  expect(seen).toMatchObject({
    standing: 'member', bookings: [], invoices: [],
    team: {
      role: 'manager', name: 'Example Studio', seats: { used: 2, all: 3 }, may: { invite: true, edit: true },
      persons: [{ name: 'Alex Example', isYou: true }, { name: 'Sam Example' }],
    },
  });
  expect((await world.api('GET', '/teams')).body['data']).toHaveLength(1);
});

test('PER-4 a customer is shown as at the time that was chosen, past or future', async () => {
  const at = (moment: string) => preview({ as: real.memberFrozen.id, at: moment }, async (of) => ({
    sections: await sectionsOf(of), now: of.visit.now,
    statuses: (await of.visit.contracts()).map(({ status }) => status),
  }));
  for (const [moment, status] of [
    ['2026-10-31T12:00:00+01:00', 'scheduled'], ['2026-11-20T12:00:00+01:00', 'active'],
    ['2026-12-20T12:00:00+01:00', 'frozen'], ['2027-01-01T00:00:00+01:00', 'active'],
  ] as const) {
    const seen = await at(moment);
    expect([moment, seen.statuses, seen.now]).toEqual([moment, [status], Date.parse(moment)]);
    expect(seen.sections).toEqual(await engineSays(real.memberFrozen.id, moment));
  }
});

test('PER-4 the levels are those in force at the time, or what is drafted as if it were', async () => {
  const levels = `/locations/${quay.id}/portal-access`;
  await world.api('PUT', `${levels}/draft`, { sections: { perks: 'public', home: 'members' } });
  expect(await preview({ as: 'visitor' }, sectionsOf)).toContain('home');
  const drafted = await preview({ as: 'visitor', levels: 'draft' }, sectionsOf);
  expect(drafted).toContain('perks');
  expect(drafted).not.toContain('home');
  const past = { as: 'visitor', levels: 'draft', at: '2026-11-01T09:00:00+01:00' };
  expect(await preview(past, sectionsOf)).toEqual(drafted);
  // Nothing that the product keeps for everybody has changed.
  expect(await preview({ as: 'visitor' }, sectionsOf)).toContain('home');
  expect(await engineSays(null)).toContain('home');

  await world.api('POST', `${levels}/publish`, { at: '2026-12-10T09:00:00+01:00' });
  expect(await preview({ as: 'visitor', at: '2026-12-10T08:59:59+01:00' }, sectionsOf)).toContain('home');
  expect(await preview({ as: 'visitor', at: '2026-12-10T09:00:00+01:00' }, sectionsOf)).not.toContain('home');
});

test('SEC-5 whoever cannot sign in at that time is shown what is public', async () => {
  const locked = await world.customer({ homeLocationId: quay.id, portalAccess: false });
  const seen = await preview({ as: locked.id }, async (of) => ({
    customer: of.visit.customer, cannot: of.shown.cannotSignIn, sections: await sectionsOf(of),
  }));
  expect(seen).toEqual({ customer: null, cannot: true, sections: await engineSays(null) });
});

test('SUS-3 where the suspended may not sign in, a suspended persona is shown what is public', async () => {
  const { body } = await world.api('GET', `/locations/${quay.id}`);
  const asBefore = body['settings'].whileSuspended.value;
  const set = (whileSuspended: object) =>
    world.api('PATCH', `/locations/${quay.id}`, { settings: { whileSuspended } });
  expect((await set({ ...asBefore, signIn: false })).status).toBe(200);
  const seen = await preview({ as: 'memberSuspended' }, async (of) => ({
    customer: of.visit.customer, cannot: of.shown.cannotSignIn, sections: await sectionsOf(of),
  }));
  await set(asBefore);
  expect(seen).toEqual({ customer: null, cannot: true, sections: await engineSays(null) });
});

test('PER-4 opened for the network it begins at one of its locations, on a plan that is there', async () => {
  const { id } = await world.network();
  const opened = await world.api('POST', `/locations/${id}/portal-access/previews`, {
    as: 'memberElsewhere', at: '2099-12-31T23:59:59Z',
  });
  const shown = await previews().show(request, opened.body['id'], async (visit, { placeId, planName }) => ({
    place: (await visit.places()).find((place) => place.id === placeId)!.name, planName,
  }));
  expect(shown).toEqual({ place: 'Harbour Quay', planName: 'Mill Desk' });
});

test('PER-5 each request asks again whether one may look, at drafts and at customers too', async () => {
  const nothing = async (): Promise<null> => null;
  const refused = (body: object, taken: Permission) =>
    expect(preview(body, nothing, [taken])).rejects.toMatchObject;
  await refused({ as: 'contact' }, 'portal.preview')({ code: 'notPermitted', status: 403 });
  await refused({ as: 'contact', levels: 'draft' }, 'portal.read')({ code: 'notPermitted', status: 403 });
  await refused({ as: real.contact.id }, 'customers.read')({ code: 'notFound', status: 404 });
});

test('SAF-2 nobody reads in a preview what they may not read of that customer themselves', async () => {
  const look = async ({ visit, shown }: Shown) => ({
    hidden: shown.hidden, contracts: (await visit.contracts()).length,
    grants: (await visit.wallet()).grants.length,
  });
  expect(await preview({ as: real.member.id }, look)).toMatchObject({ hidden: [], contracts: 1 });
  expect(await preview({ as: real.member.id }, look, ['contracts.read', 'benefits.read']))
    .toEqual({ hidden: ['contracts', 'benefits'], contracts: 0, grants: 0 });
});

test('SAF-2 of what lies at several locations an admin of one reads what is there', async () => {
  const customer = await world.customer({ homeLocationId: quay.id, portalAccess: true });
  const millPlan = await world.plan(mill as never, { name: 'Mill Nights' });
  for (const [on, at] of [[plan, quay], [millPlan, mill]] as const) {
    await world.contract(customer as never, on as never, { startDay: '2026-11-01', locationId: at.id });
    const room = await world.resource({ locationId: at.id, name: `Room at ${at.name}` });
    const booked = await world.api('POST', '/bookings', {
      resourceId: room.id, customerId: customer.id,
      startAt: '2026-12-02T10:00:00+01:00', endAt: '2026-12-02T11:00:00+01:00',
    });
    expect(booked.status).toBe(201);
  }
  await world.api('POST', '/teams', { name: 'Millers', locationId: mill.id, managerId: customer.id });
  const opened = await world.api('POST', `/locations/${quay.id}/portal-access/previews`, { as: customer.id });
  const seenBy = (mayAt: (locationId: string | null) => boolean) => portalPreviews({
    shell: world.shell, routes,
    identify: async () => ({ ...world.caller, may: (_, locationId) => mayAt(locationId) }),
  }).show(request, opened.body['id'], async (visit, { hidden }) => {
    const bookings = await visit.bookings();
    return {
      hidden, rooms: bookings.map(({ resourceName }) => resourceName).toSorted(),
      contracts: (await visit.contracts()).map(({ locationName }) => locationName).toSorted(),
      teams: (await visit.teams()).map(({ name }) => name),
    };
  });
  expect(await seenBy(() => true)).toEqual({
    hidden: [], rooms: ['Room at Harbour Quay', 'Room at Old Mill'], contracts: ['Harbour Quay', 'Old Mill'],
    teams: ['Millers'],
  });
  expect(await seenBy((locationId) => locationId !== mill.id)).toEqual({
    hidden: ['teams'], rooms: ['Room at Harbour Quay'], contracts: ['Harbour Quay'], teams: [],
  });
});
