import type { PortalPlace, Room, RoomRefusal, RoomsAsked } from '../../apps/portal/readers.ts';
import { askDecision } from '../../api/access.ts';
import type { AnsweredDecision } from '../../api/decision.ts';
import type { SentBody } from '../../api/endpoint.ts';
import type { ReasonCode } from '../../domain/access/reason.ts';
import { addDays } from '../../domain/kernel/day.ts';
import type { Id } from '../../domain/kernel/id.ts';
import {
  addMinutes,
  formatInstant,
  type Instant,
  instant,
  MINUTE,
  parseInstant,
} from '../../domain/kernel/instant.ts';
import { money, parseCurrency } from '../../domain/kernel/money.ts';
import { startOfDay, type Zone } from '../../domain/kernel/zone.ts';
import { type Availability, listAvailability } from '../availability/list-availability.ts';
import { loadContracts } from './contracts/load-contracts.ts';
import { denialForCustomer } from '../../api/decision-text.ts';
import { decisionInWords } from './decision-words.ts';
import { withTax } from './prices.ts';
import type { Visiting } from './visiting.ts';

/** The rooms of a day: starts from the function that confirms them (BKA-2), or the decision that refuses. */
export async function loadRooms(visiting: Visiting, asked: RoomsAsked): Promise<readonly Room[]> {
  const { place, day, minutes, people } = asked;
  const { shell, caller, customerId, now } = visiting;
  const from = instant(Math.max(startOfDay(day, place.zone as Zone), now));
  const to = startOfDay(addDays(day, 1), place.zone as Zone);
  const rooms = await shell.read(caller, (work) =>
    listAvailability(
      work,
      {
        limit: 200,
        locationId: place.id as Id<'loc'>,
        from,
        to,
        minutes,
        explain: false,
        ...(people !== null && { capacity: people }),
        ...(customerId !== null && { customerId }),
        ...(asked.resourceId !== null && { resourceId: asked.resourceId as Id<'res'> }),
      } as Parameters<typeof listAvailability>[1],
      'portal',
    ),
  );
  return Promise.all(
    rooms.map(async (room) => {
      const starts = room.bookable.map(({ start }) => start);
      const no =
        starts.length > 0 || customerId === null ? null : await explain(visiting, asked, { room, from });
      return {
        id: room.resource.id,
        name: room.resource.name,
        description: '',
        capacity: room.resource.capacity,
        starts,
        rate: rateOf(place, room),
        refusal: no?.refusal ?? null,
        nextFree: no?.nextFree ?? [],
      };
    }),
  );
}

function rateOf(place: PortalPlace, { pricePerHour }: Availability): Room['rate'] {
  const currency = parseCurrency(pricePerHour?.currency ?? '');
  if (pricePerHour === null || currency === null) return null;
  const { yours, standard } = pricePerHour;
  return {
    yours: withTax(money(yours, currency), place),
    standard: withTax(money(standard ?? yours, currency), place),
  };
}

interface Unfree {
  readonly room: Availability;
  readonly from: Instant;
}

const passing: ReadonlySet<string> = new Set(['schedule', 'time']);

/** Why there is no start: only full or closed on this day, or a rule that is about this visitor. */
async function explain(
  visiting: Visiting,
  { place, minutes, people }: RoomsAsked,
  { room, from }: Unfree,
): Promise<{ refusal: RoomRefusal | null; nextFree: readonly Instant[] }> {
  const step = room.resource.stepMinutes * MINUTE;
  const opening = room.open.find(({ end }) => end > from)?.start ?? from;
  const startAt = instant(opening + Math.ceil(Math.max(0, from - opening) / step) * step);
  const decision = await judgedWhenFree(visiting, startAt, (start) => ({
    customerId: visiting.customerId,
    action: 'book' as const,
    target: room.resource.id,
    locationId: place.id as Id<'loc'>,
    via: 'portal' as const,
    during: { startAt: formatInstant(start), endAt: formatInstant(addMinutes(start, minutes)) },
    ...(people === null ? {} : { people }),
  }));
  const allowedFrom = parseInstant(decision.allowedFrom ?? '');
  const isOnlyTaken = decision.layers.every(({ outcome, layer }) => outcome !== 'deny' || passing.has(layer));
  if (isOnlyTaken) {
    return { refusal: null, nextFree: allowedFrom === null ? [] : [allowedFrom] };
  }
  return { refusal: await refusalOf(visiting, decision, allowedFrom), nextFree: [] };
}

/**
 * Asked about the first time of the day at which the room is free: that somebody else has it now is not why
 * this visitor cannot book it.
 */
async function judgedWhenFree(
  visiting: Visiting,
  startAt: Instant,
  question: (start: Instant) => SentBody<typeof askDecision>,
  tries = 3,
): Promise<AnsweredDecision> {
  const decision = (await visiting.ask(askDecision, { body: question(startAt) })) as AnsweredDecision;
  const denied = decision.layers.filter(({ outcome }) => outcome === 'deny');
  const busyUntil = parseInstant(denied.find(({ layer }) => layer === 'schedule')?.until ?? '');
  const isBoth = denied.some(({ layer }) => !passing.has(layer));
  return isBoth && busyUntil !== null && busyUntil > startAt && tries > 1
    ? judgedWhenFree(visiting, busyUntil, question, tries - 1)
    : decision;
}

async function refusalOf(
  visiting: Visiting,
  decision: AnsweredDecision,
  allowedFrom: Instant | null,
): Promise<RoomRefusal> {
  const denied = denialForCustomer(decision);
  const words = await decisionInWords(visiting, decision);
  const said = words.firstDenial?.layer;
  return {
    decision: words,
    text: words.verdict,
    status: said === 'freeze' ? 'frozen' : said === 'suspension' ? 'suspended' : 'locked',
    resume: denied?.layer === 'freeze' ? await resumable(visiting, denied.facts) : null,
    fix: helpFor(denied?.code ?? ''),
    allowedFrom,
  };
}

/** What a customer can do about it: staff have more ways. */
function helpFor(code: string): RoomRefusal['fix'] {
  if (code === 'notSignedIn' || code === 'needsSignIn') return 'signIn';
  return aPlanHelps.has(code) ? 'plans' : null;
}

const aPlanHelps: ReadonlySet<string> = new Set<ReasonCode>([
  'notInPlan', 'membersOnly', 'gateForMembers', 'membershipEnds', 'contractEnds',
]);

/** The contract that customers may resume by themselves, where that is what is in the way. */
async function resumable(
  visiting: Visiting,
  facts: Readonly<Record<string, unknown>>,
): Promise<RoomRefusal['resume']> {
  const contracts = await loadContracts(visiting);
  const contract = contracts.find(
    ({ id, frozen }) => id === facts['contractId'] && frozen?.mayResume === true,
  );
  return contract === undefined ? null : { contractId: contract.id };
}
