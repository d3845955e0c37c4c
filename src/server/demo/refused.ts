import { decideSection, sectionFacts } from '../../domain/access/section-decision.ts';
import type { PortalSection } from '../../domain/access/section.ts';
import { addDays } from '../../domain/kernel/day.ts';
import { addMinutes } from '../../domain/kernel/instant.ts';
import { wallTime, type Zone } from '../../domain/kernel/zone.ts';
import { loadAskFacts } from '../access/load-facts.ts';
import { keepRefusal } from '../access/refusals/keep-refusals.ts';
import { remind, type Wish } from '../access/reminders/remind.ts';
import type { FactSuppliers } from '../access/suppliers.ts';
import { createBooking } from '../bookings/create-booking.ts';
import { suppliedBooking } from '../bookings/supplied-booking.ts';
import { CheckInRefused, checkIn } from '../check-ins/check-in.ts';
import { suppliedCheckIn } from '../check-ins/load-check-in.ts';
import type { Caller } from '../platform/http/caller.ts';
import { Problem } from '../platform/http/problem.ts';
import type { Shell } from '../platform/work/shell.ts';
import { at, demoCaller, shellAt } from './past.ts';
import type { Inhabitant } from './populate.ts';
import { asCustomer, type Town } from './year.ts';

/** Something that somebody tried, so many days ago at a minute of the day. */
interface Tried {
  readonly who: string;
  readonly daysAgo: number;
  readonly minute: number;
  readonly does: 'comesIn' | { readonly books: string; readonly inDays: number; readonly from: number }
    | { readonly opens: PortalSection };
}

const books = (room: string, inDays: number, from: number): Tried['does'] => ({ books: room, inDays, from });
const tried = (who: string, daysAgo: number, minute: number, does: Tried['does']): Tried =>
  ({ who, daysAgo, minute, does });

/** What people of the story tried and were not let do, over the past weeks. */
const attempts: readonly Tried[] = [
  tried('Sam Tan', 26, 1_190, { opens: 'directory' }),
  tried('Sam Tan', 26, 1_193, { opens: 'perks' }),
  tried('Mira Kovač', 22, 552, books('Atlas', 1, 600)),
  tried('Kofi Mensah', 19, 873, books('Atlas', 2, 780)),
  tried('Mira Kovač', 15, 1_121, books('Atlas', 1, 840)),
  tried('Tomás Reis', 12, 700, books('Harbour Room', 1, 1_380)),
  tried('Sam Tan', 11, 545, books('Atlas', 1, 660)),
  tried('Ana Ruiz', 9, 985, books('Studio', 3, 1_350)),
  tried('Kofi Mensah', 7, 610, books('Atlas', 1, 600)),
  tried('Mira Kovač', 6, 1_042, books('Atlas', 1, 570)),
  tried('Joy Okafor', 4, 571, 'comesIn'),
  tried('Joy Okafor', 4, 574, { opens: 'directory' }),
  tried('Eva Lang', 3, 798, { opens: 'directory' }),
  tried('Leo Petrov', 2, 666, books('Atlas', 16, 600)),
  tried('Sofia Lindqvist', 2, 1_008, books('Atlas', 3, 720)),
  tried('Tomás Reis', 1, 995, books('Atlas', 1, 660)),
  tried('Mira Kovač', 1, 1_088, books('Atlas', 1, 600)),
];

/** Everybody asks by themselves, at that time, by the contracts of then; what is refused is kept. */
export async function beRefused(town: Town): Promise<void> {
  for (const one of [...attempts, ...ofTheSuspendedAndFrozen(town)]) await attempt(town, one);
  await waitToBeTold(town);
}

/** The reasons that everybody meets who is suspended or frozen: at the door, and in the Portal. */
function ofTheSuspendedAndFrozen({ held }: Town): readonly Tried[] {
  return [
    ...held.frozen.slice(0, 3).map((who, index) => tried(who, 8 - 2 * index, 500 + 17 * index, 'comesIn')),
    ...held.suspended.flatMap((who, index) => [
      tried(who, 5 - index, 515 + 9 * index, 'comesIn'),
      tried(who, 4 - index, 1_100 + 13 * index, books('Focus 1', 1, 660)),
    ]),
  ];
}

async function attempt(town: Town, { who: name, daysAgo, minute, does }: Tried): Promise<void> {
  const who = inhabitant(town, name);
  const zone = who.place.place.timeZone as Zone;
  const then = shellAt(town.shell, wallTime(addDays(town.today, -daysAgo), minute, zone));
  if (does === 'comesIn') return keeping(then, demoCaller, () => comeIn(then, who));
  const caller = asCustomer(who.id);
  if ('opens' in does) return open(then, caller, { who, section: does.opens });
  const startAt = wallTime(addDays(town.today, does.inDays - daysAgo), does.from, zone);
  const resourceId = who.place.rooms.get(does.books);
  if (resourceId === undefined) return;
  const wished = { resourceId, customerId: who.id, startAt, endAt: addMinutes(startAt, 60) };
  return keeping(then, caller, () => createBooking(then, caller, { wished, replayed: false }));
}

/** As the API keeps it; what is let is let. */
async function keeping(then: Shell, caller: Caller, act: () => Promise<unknown>): Promise<void> {
  try {
    await act();
  } catch (error) {
    if (error instanceof CheckInRefused) {
      const { decision, facts } = error;
      await keepRefusal(then, caller, { decision, facts, source: 'door' });
    } else if (error instanceof Problem && error.more.refused !== undefined) {
      await keepRefusal(then, caller, error.more.refused as Parameters<typeof keepRefusal>[2]);
    } else if (!(error instanceof Problem)) throw error;
  }
}

const comeIn = (then: Shell, { id: customerId, place }: Inhabitant): Promise<unknown> =>
  then.write(demoCaller, (work) =>
    checkIn(work, { customerId, locationId: place.id, source: 'door', at: work.now }));

async function open(
  then: Shell, caller: Caller, { who, section }: { who: Inhabitant; section: PortalSection },
): Promise<void> {
  const refused = await then.read(caller, async (work) => {
    const { facts } = await loadAskFacts(work, {
      action: 'viewSection', via: 'portal', customerId: who.id, locationId: who.place.id,
    });
    const asked = sectionFacts(facts, section);
    return { decision: decideSection(asked, { at: work.now }), facts: asked };
  });
  if (!refused.decision.allowed) await keepRefusal(then, caller, refused);
}

const suppliers: FactSuppliers = { checkIn: suppliedCheckIn, booking: suppliedBooking };

/** Two who were refused asked to be told when it ends (WHY-3). */
async function waitToBeTold(town: Town): Promise<void> {
  const [mira, eva] = [inhabitant(town, 'Mira Kovač'), inhabitant(town, 'Eva Lang')];
  const wishes: readonly (Pick<Wish, 'action' | 'target'> & { who: Inhabitant; hoursAgo: number })[] = [
    { who: mira, action: 'book', target: mira.place.rooms.get('Atlas') ?? null, hoursAgo: 20 },
    { who: eva, action: 'viewSection', target: 'directory', hoursAgo: 67 },
  ];
  for (const { who, hoursAgo, ...asked } of wishes) {
    const wish = { ...asked, customerId: who.id, locationId: who.place.id, askedDuring: null };
    await at(town.shell, addMinutes(town.now, -hoursAgo * 60), (work) => remind(work, wish, suppliers));
  }
}

function inhabitant({ people }: Town, name: string): Inhabitant {
  const found = people.get(name);
  if (found === undefined) throw new RangeError(`${name} is not in the demo`);
  return found;
}
