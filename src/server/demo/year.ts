import { addDays, addMonths, type Day, weekdayOf } from '../../domain/kernel/day.ts';
import type { Id } from '../../domain/kernel/id.ts';
import { addMinutes, type Instant } from '../../domain/kernel/instant.ts';
import { wallTime, type Zone } from '../../domain/kernel/zone.ts';
import { startRun } from '../billing/runs/start-run.ts';
import { issueRun } from '../billing/runs/issue-run.ts';
import { createBooking } from '../bookings/create-booking.ts';
import { CheckInRefused, checkIn } from '../check-ins/check-in.ts';
import { endStay } from '../check-ins/end-stay.ts';
import { type Caller, callerOf, nobody } from '../platform/http/caller.ts';
import { Problem } from '../platform/http/problem.ts';
import type { Shell } from '../platform/work/shell.ts';
import type { Chance } from './chance.ts';
import { at, demoCaller, shellAt } from './past.ts';
import type { Inhabitant } from './populate.ts';
import type { Harbour } from './set-up-harbour.ts';

export interface Town {
  readonly shell: Shell;
  readonly harbour: Harbour;
  readonly people: ReadonlyMap<string, Inhabitant>;
  readonly today: Day;
  readonly now: Instant;
  readonly chance: Chance;
  /** By name: some of those whose contract is frozen, and who is suspended. */
  readonly held: { readonly frozen: string[]; readonly suspended: string[] };
}

/** Something that happened on a day; events are lived through in their order. */
export interface Event {
  readonly day: Day;
  readonly happens: () => Promise<unknown>;
}

/** Every month's run, issued on the first, up to the last one before today. */
export function monthlyRuns({ shell, harbour, today }: Town): readonly Event[] {
  const firstOfMonth = `${today.slice(0, 7)}-01` as Day;
  const days = Array.from({ length: 12 }, (_, months) => addMonths(firstOfMonth, -months));
  return days
    .filter((day) => day !== today)
    .map((throughDay) => ({
      day: throughDay,
      happens: async () => {
        const then = shellAt(shell, wallTime(throughDay, 6 * 60, 'UTC' as Zone));
        const id = await then.write(demoCaller, (work) =>
          startRun(work, { locationId: harbour.networkId, throughDay }),
        );
        await issueRun(then, demoCaller, id);
      },
    }));
}

export interface BookingWished {
  readonly who: string;
  readonly room: string;
  readonly day: Day;
  readonly fromMinute: number;
  readonly minutes: number;
  readonly note?: string;
}

/** Books as the rules let; what they refuse is left out, as in life. Asked for the evening before. */
export async function book(town: Town, wish: BookingWished): Promise<void> {
  const who = town.people.get(wish.who);
  const resourceId = who?.place.rooms.get(wish.room);
  if (who === undefined || resourceId === undefined) return;
  const zone = who.place.place.timeZone as Zone;
  const startAt = wallTime(wish.day, wish.fromMinute, zone);
  const asked = wallTime(addDays(wish.day, -1), 15 * 60, zone);
  const then = shellAt(town.shell, asked < town.now ? asked : town.now);
  const wished = {
    resourceId,
    customerId: who.id,
    startAt,
    endAt: addMinutes(startAt, wish.minutes),
    via: 'portal' as const,
    ...(wish.note && { note: wish.note }),
  };
  await leavingOut(() => createBooking(then, asCustomer(who.id), { wished, replayed: false }));
}

/** Nothing happens to her by chance: the pictures and the tour tell her story. */
const mainPerson = 'Mira Kovač';

/** A month of bookings, and a week ahead, at each place. */
export async function bookTheMonth(town: Town): Promise<void> {
  const { harbour, people, today, chance } = town;
  for (let day = addDays(today, -28); day <= addDays(today, 9); day = addDays(day, 1)) {
    if (day === today) continue;
    const share = weekdayOf(day) > 5 ? 0.25 : 0.6;
    const wishes = [...harbour.places.values()].flatMap((place) => {
      const members = [...people.values()].filter(
        (one) => one.place.id === place.id && isMemberOn(one, day) && one.person.name !== mainPerson,
      );
      const rooms = place.place.rooms.filter(({ units }) => units === undefined);
      return rooms
        .filter(() => chance.next() < share)
        .map(({ name }) => ({
          who: chance.pick(members).person.name,
          room: name,
          day,
          fromMinute: chance.between(18, 34) * 30,
          minutes: chance.pick([60, 60, 90, 120]),
        }));
    });
    await Promise.all(wishes.map((wish) => book(town, wish)));
  }
}

/** Who came in during the last two weeks, and who is in now. */
export async function comeAndGo(town: Town): Promise<void> {
  const { people, today, chance } = town;
  for (let day = addDays(today, -14); day <= today; day = addDays(day, 1)) {
    const share = day === today ? 0.5 : weekdayOf(day) > 5 ? 0.04 : 0.12;
    const coming = [...people.values()].filter((one) => isMemberOn(one, day) && chance.next() < share);
    await Promise.all(
      coming.map((one) =>
        stay(town, one, { day, fromMinute: chance.between(490, 600), minutes: chance.between(180, 480) }),
      ),
    );
  }
}

/** Comes in, and goes when it is time; whoever is in now stays in. */
export async function stay(
  town: Town,
  one: Inhabitant,
  when: { day: Day; fromMinute: number; minutes: number },
): Promise<void> {
  const start = wallTime(when.day, when.fromMinute, one.place.place.timeZone as Zone);
  const end = addMinutes(start, when.minutes);
  if (start >= town.now) return;
  await leavingOut(async () => {
    const wish = { customerId: one.id, locationId: one.place.id, source: 'desk' as const, at: start };
    const { stay: open } = await at(town.shell, start, (work) => checkIn(work, wish));
    if (end < town.now) await at(town.shell, end, (work) => endStay(work, open, { at: end, by: 'checkOut' }));
  });
}

/** What the rules refuse does not happen; a fault is still a fault. */
async function leavingOut(body: () => Promise<unknown>): Promise<void> {
  await body().catch((error: unknown) => {
    if (!(error instanceof Problem) && !(error instanceof CheckInRefused)) throw error;
  });
}

const isMemberOn = ({ person }: Inhabitant, day: Day): boolean =>
  person.contracts.some(({ startDay, endDay }) => startDay <= day && (endDay === undefined || day < endDay));

/** Somebody who books by themselves in the Portal, with all that may speak against it. */
export const asCustomer = (customerId: Id<'cus'>): Caller =>
  callerOf({ ...nobody, kind: 'customer', customerId }, null);
