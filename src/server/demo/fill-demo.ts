import { addDays, addMonths } from '../../domain/kernel/day.ts';
import { dayAt, startOfDay, wallTime, type Zone } from '../../domain/kernel/zone.ts';
import type { Shell, Work } from '../platform/work/shell.ts';
import { chanceFrom } from './chance.ts';
import { payInvoices } from './demo-store.ts';
import { officeLite } from './harbour.ts';
import { at, demoCaller } from './past.ts';
import { otherPeople, storyPeople } from './people.ts';
import { type Inhabitant, populate } from './populate.ts';
import { type Harbour, makePlan, setUpHarbour } from './set-up-harbour.ts';
import { writeLetters } from './letters.ts';
import { unmarkDemo } from './half-demo.ts';
import { demoContact, demoMember, openDemoAccounts } from './sign-ins.ts';
import { beRefused } from './refused.ts';
import { debtors, lockerTotal, tellToday, thePast } from './story.ts';
import { foundTeams } from './companies/teams.ts';
import { bookTheMonth, comeAndGo, monthlyRuns, type Town } from './year.ts';

const berlin = 'Europe/Berlin' as Zone;

/**
 * The demo: the network as it was set up thirteen months ago, its people, a year of bills, a month of
 * bookings, two weeks of coming and going, and today as the pictures show it. Everything goes through the
 * verbs, with the clock set to its time, but for people, contracts and payments, which are written in bulk.
 */
export async function fillDemo(
  shell: Shell,
  say: (line: string) => void,
  beforeStaff: () => Promise<void> = async () => {},
): Promise<void> {
  const now = shell.clock.now();
  const today = dayAt(now, berlin);
  const chance = chanceFrom(7);
  const began = startOfDay(addMonths(today, -14), berlin);
  say('Setting up the demo network …');
  const harbour = await at(shell, began, setUpWithOfficeLite);
  const people = await at(shell, began, (work) =>
    populate(work, harbour, [...storyPeople(today), ...otherPeople(today, chance)]),
  );
  const town: Town = {
    shell, harbour, people, today, now, chance, held: { frozen: [], suspended: [] },
  };
  say('A year of bills, a month of bookings …');
  const events = [...monthlyRuns(town), ...thePast(town)].sort((a, b) =>
    a.day < b.day ? -1 : a.day > b.day ? 1 : 0,
  );
  for (const { happens } of events) await happens();
  await pay(town, addDays(today, -9));
  await bookTheMonth(town);
  await comeAndGo(town);
  await foundTeams(town);
  await tellToday(town);
  await beRefused(town);
  await writeLetters(town);
  await beforeStaff();
  await shell.write(demoCaller, async (work) => {
    await openDemoAccounts(work, harbour, [demoMember, demoContact]);
    await unmarkDemo(work.tx);
  });
}

async function setUpWithOfficeLite(work: Work): Promise<Harbour> {
  const harbour = await setUpHarbour(work);
  const places = new Map(harbour.places);
  const quay = places.get('Harbour Quay');
  if (quay === undefined) return harbour;
  const id = await makePlan(work, officeLite, quay);
  places.set('Harbour Quay', { ...quay, plans: new Map([...quay.plans, [officeLite.name, id]]) });
  return { ...harbour, places };
}

/** Nearly everybody pays. */
async function pay({ shell, people, today }: Town, dueBefore: string): Promise<void> {
  const owing = debtors.map((name) => people.get(name)).filter((one): one is Inhabitant => one !== undefined);
  const noon = wallTime(today, 0, berlin);
  await at(shell, noon, (work) =>
    payInvoices(work.tx, {
      dueBefore: addDays(today, -40),
      exceptCustomers: [],
      newId: () => work.newId('pay'),
    }),
  );
  await at(shell, noon, (work) =>
    payInvoices(work.tx, {
      dueBefore,
      exceptCustomers: owing.map(({ id }) => id),
      exceptTotal: lockerTotal,
      newId: () => work.newId('pay'),
    }),
  );
}
