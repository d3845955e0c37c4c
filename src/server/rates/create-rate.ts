import type { BodyOf } from '../../api/endpoint.ts';
import type * as api from '../../api/rates.ts';
import type { Id } from '../../domain/kernel/id.ts';
import type { RateTerms } from '../../domain/resources/rate.ts';
import { isAtOrBelow } from '../../domain/locations/location.ts';
import { loadLocations, type Locations, locationOf } from '../locations/load-locations.ts';
import { fieldProblem } from '../platform/http/problem.ts';
import { mustNamePlans } from '../plans/audience-plans.ts';
import type { Work } from '../platform/work/shell.ts';
import { loadRateOwner } from '../resources/load-resource.ts';
import { findRate, insertRate, insertVersion, type RateRow } from './rate-store.ts';

type Wished = BodyOf<typeof api.createRate>;

/** Adds a rate, in force from now on or from a later time (RAT-1). */
export async function createRate(work: Work, wished: Wished): Promise<RateRow> {
  const { typeId = null, resourceId = null, locationId = null, inForceFrom, ...given } = wished;
  const ownerLocationId = await ownerOf(work, { typeId, resourceId });
  const locations = await loadLocations(work);
  if (locationId !== null) locationOf(locations, locationId);
  if (locationId !== null && !isAtOrBelow(locations.tree, locationId, ownerLocationId)) {
    throw fieldProblem('locationId', 'notValid', 'needs a location at which the type is used');
  }
  work.caller.mustMay('resources.write', locationId ?? ownerLocationId);
  const id = work.newId('rat');
  const terms = termsFrom({ ...atFirst, currency: given.price.currency }, given);
  await mustNamePlans(work, given.audience);
  mustFitCurrency(locations, terms, { resourceId, place: locationId ?? ownerLocationId });
  await insertRate(work.tx, { id, typeId, resourceId, locationId, createdAt: work.now });
  const from = inForceFrom !== undefined && inForceFrom > work.now ? inForceFrom : work.now;
  await insertVersion(work.tx, id, { version: 1, inForceFrom: from, terms, madeBy: work.caller.actorId });
  work.audit({
    action: 'rate.created',
    aboutId: id,
    locationId: locationId ?? ownerLocationId,
    after: wished,
  });
  work.tell({ kind: 'rate.created', aboutId: id, facts: { typeId, resourceId } });
  return (await findRate(work.tx, id)) as RateRow;
}

const atFirst: Omit<RateTerms, 'currency'> = {
  name: '', unit: 'hour', price: 0, cap: null, audience: { level: 'public' }, weekdays: null, hours: null,
  minutesMin: null, minutesMax: null, isDefault: false,
};

/** Terms as they will be; a cap in another currency than the price is refused. */
export function termsFrom(before: RateTerms, { inForceFrom: _, ...given }: api.SentRate): RateTerms {
  const { price, cap, ...rest } = given;
  const currency = price?.currency ?? before.currency;
  if (cap !== undefined && cap !== null && cap.currency !== currency) {
    throw fieldProblem('cap', 'notValid', `needs to be in ${currency}, as the price is`);
  }
  const said = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined));
  const terms = {
    ...before, ...said, currency, price: price?.amount ?? before.price,
    cap: cap === undefined ? before.cap : cap === null ? null : cap.amount,
  } as RateTerms;
  if (terms.minutesMin !== null && terms.minutesMax !== null && terms.minutesMax < terms.minutesMin) {
    throw fieldProblem('minutesMax', 'notValid', 'needs to be as long as minutesMin, or longer');
  }
  return terms;
}

/** A price in a currency that is none of where it is asked would only keep others from booking. */
export function mustFitCurrency(
  { rows, tree }: Locations, { currency }: RateTerms,
  { resourceId, place }: { resourceId: Id<'res'> | null; place: Id<'loc'> },
): void {
  const places = rows.filter(({ id }) =>
    id === place || (resourceId === null && isAtOrBelow(tree, id, place)));
  if (places.some((of) => of.currency === currency)) return;
  const known = [...new Set(places.map((of) => of.currency))].join(' or ');
  throw fieldProblem('price', 'notValid', `needs to be in ${known}, as prices there are`);
}

async function ownerOf(
  work: Work, of: { typeId: Id<'rty'> | null; resourceId: Id<'res'> | null },
): Promise<Id<'loc'>> {
  const owner = await loadRateOwner(work, of);
  if (owner !== undefined) return owner.locationId;
  throw fieldProblem(of.typeId === null ? 'resourceId' : 'typeId', 'unknown', 'needs one that exists');
}
