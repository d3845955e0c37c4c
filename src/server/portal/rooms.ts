import type { Room, RoomRefusal, RoomsAsked, PortalPlace } from '../../apps/portal/readers.ts';
import { askDecision } from '../../api/access.ts';
import type { AnsweredDecision } from '../../api/decision.ts';
import { listAvailability } from '../../api/bookings.ts';
import type { ReadAnswer } from '../../api/endpoint.ts';
import { addDays } from '../../domain/kernel/day.ts';
import type { Id } from '../../domain/kernel/id.ts';
import { addMinutes, formatInstant, HOUR, type Instant, instant, parseInstant } from '../../domain/kernel/instant.ts';
import { type Currency, money, type Money } from '../../domain/kernel/money.ts';
import { startOfDay, type Zone } from '../../domain/kernel/zone.ts';
import { rateTermsAt } from '../../domain/resources/rate.ts';
import { loadLocations } from '../locations/load-locations.ts';
import { loadRatesFor } from '../rates/load-rates.ts';
import { decisionInWords, deniedIn } from './decision-words.ts';
import { withTax } from './prices.ts';
import type { Visiting } from './visiting.ts';

type Answered = ReadAnswer<typeof listAvailability>['data'][number];

/** The rooms of a day: start times from the function that confirms them (BKA-2), or the decision that refuses. */
export async function loadRooms(visiting: Visiting, asked: RoomsAsked): Promise<readonly Room[]> {
  const { place, day, minutes, people } = asked;
  const start = startOfDay(day, place.zone as Zone);
  const from = instant(Math.max(start, visiting.now));
  const { data } = await visiting.ask(listAvailability, {
    query: {
      locationId: place.id as Id<'loc'>, from: formatInstant(from), to: formatInstant(startOfDay(addDays(day, 1), place.zone as Zone)),
      minutes, via: 'portal', explain: 'true',
      ...(people === null ? {} : { capacity: people }), ...(visiting.customerId === null ? {} : { customerId: visiting.customerId }),
    },
  });
  const standard = await standardRates(visiting, place, data, from);
  return Promise.all(data.map(async (room) => {
    const starts = room.starts.flatMap((text) => parseInstant(text) ?? []);
    const no = starts.length > 0 ? null : await explain(visiting, asked, { room, from });
    return {
      id: room.resourceId, name: room.name, description: '', capacity: room.capacity, starts,
      rate: rateOf(place, room, standard.get(room.resourceId) ?? null),
      refusal: no?.refusal ?? null, nextFree: no?.nextFree ?? [],
    };
  }));
}

/** What everybody pays for an hour: the cheapest rate that is for anybody. */
function standardRates(
  { shell, caller }: Visiting, { id }: PortalPlace, rooms: readonly Answered[], at: Instant,
): Promise<ReadonlyMap<string, Money>> {
  return shell.read(caller, async (work) => {
    const locations = await loadLocations(work);
    const rates = await loadRatesFor(work, locations, rooms.map(({ resourceId, typeId }) =>
      ({ id: resourceId, typeId, locationId: id as Id<'loc'> })));
    return new Map([...rates].flatMap(([resourceId, own]) => {
      const open = own.flatMap((rate) => rateTermsAt(rate, at) ?? [])
        .filter(({ audience }) => audience.level === 'public' || audience.level === 'signedIn')
        .toSorted((a, b) => Number(b.isDefault) - Number(a.isDefault) || a.price - b.price);
      const [first] = open;
      return first === undefined ? [] : [[resourceId, money(first.price, first.currency)] as const];
    }));
  });
}

function rateOf(place: PortalPlace, { pricePerHour }: Answered, standard: Money | null): Room['rate'] {
  const yours = pricePerHour === null ? standard : { amount: pricePerHour.amount, currency: pricePerHour.currency as Currency };
  if (yours === null) return null;
  return { yours: withTax(yours, place), standard: withTax(standard ?? yours, place) };
}

interface Unfree { readonly room: Answered; readonly from: Instant }

/** Why there is no start: only full or closed on this day, or a rule that is about this visitor. */
async function explain(
  visiting: Visiting, { place, minutes, people }: RoomsAsked, { room, from }: Unfree,
): Promise<{ refusal: RoomRefusal | null; nextFree: readonly Instant[] }> {
  const passing = new Set(['schedule', 'time']);
  const about = room.refused?.find(({ layer }) => !passing.has(layer)) ?? room.refused?.[0];
  const begins = about === undefined ? from : parseInstant(about.startAt) ?? from;
  const startAt = instant(Math.ceil(Math.max(begins, from) / (HOUR / 4)) * (HOUR / 4));
  const decision = await visiting.ask(askDecision, {
    body: {
      customerId: visiting.customerId, action: 'book', target: room.resourceId, locationId: place.id as Id<'loc'>, via: 'portal',
      during: { startAt: formatInstant(startAt), endAt: formatInstant(addMinutes(startAt, minutes)) },
      ...(people === null ? {} : { people }),
    },
  }) as AnsweredDecision;
  const allowedFrom = decision.allowedFrom == null ? null : parseInstant(decision.allowedFrom);
  const denial = deniedIn(decision);
  if (denial === null || passing.has(denial.layer)) {
    return { refusal: null, nextFree: allowedFrom === null ? [] : [allowedFrom] };
  }
  return { refusal: await refusalOf(visiting, decision, allowedFrom), nextFree: [] };
}

async function refusalOf(visiting: Visiting, decision: AnsweredDecision, allowedFrom: Instant | null): Promise<RoomRefusal> {
  const denied = deniedIn(decision);
  const words = await decisionInWords(visiting, decision);
  const fixes = new Set(decision.layers.flatMap((layer) => (layer.outcome === 'deny' ? layer.fixes.map(({ code }) => code) : [])));
  const contractId = (denied?.facts as { contractId?: unknown } | undefined)?.contractId;
  return {
    decision: words,
    text: words.verdict,
    status: denied?.layer === 'freeze' ? 'frozen' : denied?.layer === 'suspension' ? 'suspended' : 'locked',
    resume: fixes.has('resumeContract') && typeof contractId === 'string' ? { contractId } : null,
    fix: fixes.has('signIn') ? 'signIn' : fixes.has('takePlan') || fixes.has('changePlan') ? 'plans' : null,
    allowedFrom,
  };
}
