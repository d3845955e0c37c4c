import { languages } from '../../api/texts/phrase.ts';
import type { Id } from '../../domain/kernel/id.ts';
import type { Currency } from '../../domain/kernel/money.ts';
import { changeLocation } from '../locations/change-location.ts';
import { createLocation } from '../locations/create-location.ts';
import { changeLegalEntity } from '../legal-entities/save-legal-entity.ts';
import { loadLocations } from '../locations/load-locations.ts';
import { createPlan } from '../plans/create-plan.ts';
import type { Work } from '../platform/work/shell.ts';
import { createRate } from '../rates/create-rate.ts';
import { createResource } from '../resources/create-resource.ts';
import { createResourceType } from '../resources/resource-types.ts';
import { makeNetwork } from '../staff/make-network.ts';
import { findBareEntity, insertDayPass } from './demo-store.ts';
import {
  harbourEntity,
  type HarbourPlace,
  harbourPlaces,
  type HarbourPlan,
  harbourPlans,
  hourly,
} from './harbour.ts';

/** What was made, by the names people know. */
export interface Harbour {
  readonly networkId: Id<'loc'>;
  readonly places: ReadonlyMap<string, PlaceMade>;
}

export interface PlaceMade {
  readonly id: Id<'loc'>;
  readonly place: HarbourPlace;
  readonly dayPassId: Id<'pas'>;
  readonly rooms: ReadonlyMap<string, Id<'res'>>;
  readonly plans: ReadonlyMap<string, Id<'pla'>>;
}

/** Whether a database has the network already: setting it up again changes nothing. */
export const hasHarbour = async (work: Work): Promise<boolean> =>
  (await loadLocations(work)).rows.some(({ slug }) => slug === harbourPlaces[0]?.slug);

/** The network with its places, plans, rooms and rates, and nobody in it. */
export async function setUpHarbour(work: Work): Promise<Harbour> {
  const networkId = await makeNetwork(work, { name: 'Harbour', languages });
  await changeLocation(work, networkId, { name: 'Harbour', languages: [...languages] });
  await nameLegalEntity(work);
  const types = await makeTypes(work, networkId);
  const places = new Map<string, PlaceMade>();
  for (const place of harbourPlaces) places.set(place.name, await makePlace(work, place, types));
  return { networkId, places };
}

/** The network's legal entity becomes the operator's; one that somebody has described already stays. */
async function nameLegalEntity(work: Work): Promise<void> {
  const id = await findBareEntity(work.tx);
  if (id !== null) await changeLegalEntity(work, id, harbourEntity);
}

type Types = ReadonlyMap<string, Id<'rty'>>;

async function makeTypes(work: Work, locationId: Id<'loc'>): Promise<Types> {
  const types = new Map<string, Id<'rty'>>();
  for (const name of Object.keys(hourly))
    types.set(name, (await createResourceType(work, { name, locationId })).id);
  return types;
}

async function makePlace(work: Work, place: HarbourPlace, types: Types): Promise<PlaceMade> {
  const { id } = await createLocation(work, {
    name: place.name,
    slug: place.slug,
    timeZone: place.timeZone,
    currency: place.currency as Currency,
    languages: [...place.languages],
    openingHours: place.hours as never,
    settings: {
      address: place.address,
      taxRate: place.taxRate,
      taxName: 'VAT',
      capacity: place.capacity,
      contactEmail: `hello@${place.slug}.example`,
    },
  });
  const dayPassId = work.newId('pas');
  const value = { amount: place.priced(2_000), currency: place.currency };
  await insertDayPass(work.tx, { id: dayPassId, locationId: id, name: 'Day pass', value, now: work.now });
  const plans = new Map<string, Id<'pla'>>();
  for (const plan of harbourPlans) plans.set(plan.name, await makePlan(work, plan, { id, place, dayPassId }));
  await makeRates(work, place, types, id);
  return { id, place, dayPassId, plans, rooms: await makeRooms(work, place, types, id) };
}

export async function makePlan(
  work: Work,
  plan: HarbourPlan,
  { id, place, dayPassId }: Pick<PlaceMade, 'id' | 'place' | 'dayPassId'>,
): Promise<Id<'pla'>> {
  const made = await createPlan(work, {
    name: plan.name,
    locationId: id,
    cycle: { every: 1, unit: 'month' },
    description: plan.description,
    price: { amount: place.priced(plan.price), currency: place.currency as Currency },
    benefits:
      plan.dayPasses === 0 ? [] : [{ passId: dayPassId, quantity: plan.dayPasses, expires: 'endOfCycle' }],
    entitlements: { accessWithoutPass: plan.accessWithoutPass },
    discounts: { bookingPercent: plan.bookingDiscountPercent },
    freeze: { byCustomers: plan.freezeByCustomers, timesPerYear: 2, cyclesMax: 2 },
    cancel: { minimumTermCycles: plan.minimumTermCycles, noticeDays: plan.noticeDays },
  });
  return made.id;
}

/** An hour for everybody, and less for members. */
async function makeRates(
  work: Work,
  place: HarbourPlace,
  types: Types,
  locationId: Id<'loc'>,
): Promise<void> {
  const used = new Set<string>(place.rooms.map(({ type }) => type));
  for (const [type, typeId] of types) {
    if (!used.has(type)) continue;
    const [everybody, members] = hourly[type as keyof typeof hourly];
    const money = (amount: number) => ({
      amount: place.priced(amount),
      currency: place.currency as Currency,
    });
    await createRate(work, { typeId, locationId, name: 'Standard', price: money(everybody) });
    await createRate(work, {
      typeId,
      locationId,
      name: 'Members',
      price: money(members),
      audience: { level: 'members' },
    });
  }
}

async function makeRooms(
  work: Work,
  place: HarbourPlace,
  types: Types,
  locationId: Id<'loc'>,
): Promise<ReadonlyMap<string, Id<'res'>>> {
  const rooms = new Map<string, Id<'res'>>();
  for (const [index, room] of place.rooms.entries()) {
    const { id } = await createResource(work, {
      name: room.name,
      typeId: types.get(room.type) as Id<'rty'>,
      locationId,
      capacity: room.capacity,
      units: room.units ?? 1,
      amenities: [...(room.amenities ?? [])],
      bufferAfterMinutes: room.buffer ?? 0,
      horizonDays: 90,
      cancelFreeMinutes: 120,
      sortOrder: index,
    });
    rooms.set(room.name, id);
  }
  return rooms;
}
