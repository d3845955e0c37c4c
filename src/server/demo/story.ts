import { addDays, addMonths } from '../../domain/kernel/day.ts';
import type { Id } from '../../domain/kernel/id.ts';
import { addMinutes } from '../../domain/kernel/instant.ts';
import { wallTime, type Zone } from '../../domain/kernel/zone.ts';
import { giveBenefit } from '../benefits/give-benefit.ts';
import { raiseCharge } from '../billing/raise-charge.ts';
import { startRun } from '../billing/runs/start-run.ts';
import { freezeContract } from '../contracts/freeze-contract.ts';
import { suspendCustomer } from '../customers/suspend-customer.ts';
import { writeNote } from '../notes/routes.ts';
import type { Work } from '../platform/work/shell.ts';
import { changeResource } from '../resources/change-resource.ts';
import { at, demoCaller } from './past.ts';
import type { Inhabitant } from './populate.ts';
import { book, type Event, stay, type Town } from './year.ts';

const quay = 'Europe/Berlin' as Zone;

/** What happened to the people of the story before today: who is frozen, suspended, owes. */
export function thePast(town: Town): readonly Event[] {
  const { shell, today } = town;
  const [mira, sam] = [who(town, 'Mira Kovač'), who(town, 'Sam Tan')];
  const on = (offset: number, body: (work: Work) => Promise<unknown>): Event => {
    const day = addDays(today, offset);
    return { day, happens: () => at(shell, wallTime(day, 10 * 60, quay), body) };
  };
  const owed = (one: Inhabitant, text: string, unitPrice: number) => (work: Work) =>
    raiseCharge(work, {
      customerId: one.id,
      locationId: one.place.id,
      source: null,
      text,
      unitPrice,
      invoice: 'now',
    });
  return [
    on(-30, owed(mira, 'Locker and printing', 10_084)),
    on(-30, (work) =>
      freezeContract(
        work,
        { contractId: contractOf(mira, 'Hot Desk 10') },
        {
          fromDay: addDays(today, -30),
          untilDay: addDays(today, 2),
          billing: 'none',
          extendsMinimumTerm: true,
        },
      ),
    ),
    on(-20, (work) =>
      giveBenefit(work, sam.id, {
        passId: sam.place.dayPassId,
        quantity: 2,
        note: 'Came with the tour',
        expiresDay: addDays(today, 30),
      } as never),
    ),
    on(-12, owed(sam, 'Day pass', 1_681)),
    on(-9, (work) => writeNote(work, who(town, 'Leo Petrov').id, { text: 'Moves to Lisbon.', pinned: true })),
    on(-9, (work) =>
      writeNote(work, who(town, 'Kofi Mensah').id, {
        text: 'Asked for a desk near the window.',
        pinned: false,
      }),
    ),
    { day: addDays(today, -14), happens: () => freezeSome(town) },
  ];
}

/** A few of the others are frozen or suspended too, so that every state has somebody in it. */
async function freezeSome({ shell, people, today, now, held }: Town): Promise<void> {
  const others = [...people.values()].filter(
    ({ person }) =>
      person.email.endsWith('@harbour.example') &&
      person.contracts.some(({ startDay, endDay }) => startDay < addDays(today, -40) && endDay === undefined),
  );
  for (const one of others.slice(0, 5)) {
    const [contractId] = one.contractIds.values();
    if (contractId === undefined) continue;
    held.frozen.push(one.person.name);
    await at(shell, addMinutes(now, -14 * 24 * 60), (work) =>
      freezeContract(
        work,
        { contractId },
        {
          fromDay: addDays(today, -10),
          untilDay: addDays(addMonths(today, 1), -10),
          billing: 'none',
          extendsMinimumTerm: true,
        },
      ),
    );
  }
  for (const one of others.slice(5, 8)) {
    held.suspended.push(one.person.name);
    await at(shell, addMinutes(now, -6 * 24 * 60), (work) =>
      suspendCustomer(work, { customerId: one.id, cause: 'manual', note: 'Card has failed three times' }),
    );
  }
}

/** Today at Harbour Quay: the day of the pictures. */
export async function tellToday(town: Town): Promise<void> {
  const { shell, today, harbour, now } = town;
  const place = harbour.places.get('Harbour Quay');
  if (place === undefined) return;
  await at(shell, addMinutes(now, -60 * 24 * 60), async (work) => {
    await changeResource(work, place.rooms.get('Harbour Room') as Id<'res'>, { needsApproval: true });
    await changeResource(work, place.rooms.get('Atlas') as Id<'res'>, {
      audience: {
        level: 'plans',
        planIds: ['Hot Desk 10', 'Office Team 6', 'Dedicated Desk'].map(
          (name) => place.plans.get(name) as Id<'pla'>,
        ),
      },
    });
  });
  const rooms: readonly (readonly [
    who: string,
    room: string,
    from: number,
    minutes: number,
    note?: string,
  ])[] = [
    ['Nova GmbH', 'Atlas', 630, 90, 'Board meeting'],
    ['Sofia Lindqvist', 'Focus 1', 510, 60],
    ['Mira Kovač', 'Focus 1', 600, 60],
    ['Tomás Reis', 'Focus 1', 780, 60, 'Call'],
    ['Kofi Mensah', 'Focus 2', 540, 90],
    ['Lumen Studio', 'Focus 2', 780, 60, 'Interview'],
    ['Lumen Studio', 'Studio', 570, 210, 'Product shoot'],
    ['Ana Ruiz', 'Studio', 900, 90, 'Portrait'],
    ['Leo Petrov', 'Harbour Room', 840, 90],
    ['Hana Nakamura', 'Workshop', 660, 120, 'Laser cutter intro'],
  ];
  for (const [name, room, fromMinute, minutes, note] of rooms) {
    await book(town, { who: name, room, day: today, fromMinute, minutes, ...(note && { note }) });
  }
  for (const offset of [-12, -5, 1]) {
    const day = addDays(today, offset);
    await book(town, { who: 'Mira Kovač', room: 'Focus 1', day, fromMinute: 600, minutes: 60 });
  }
  for (const [back, minutes] of [
    [1, 532],
    [2, 545],
    [3, 520],
    [6, 555],
    [7, 540],
    [8, 530],
    [9, 550],
  ] as const) {
    await stay(town, who(town, 'Mira Kovač'), {
      day: addDays(today, -back),
      fromMinute: minutes,
      minutes: 400,
    });
  }
  await stay(town, who(town, 'Sam Tan'), { day: addDays(today, -13), fromMinute: 600, minutes: 300 });
  await shell.write(demoCaller, (work) => startRun(work, { locationId: place.id, throughDay: today }));
}

function who({ people }: Town, name: string): Inhabitant {
  const found = people.get(name);
  if (found === undefined) throw new RangeError(`${name} is not in the demo`);
  return found;
}

function contractOf(one: Inhabitant, plan: string): Id<'con'> {
  const id = one.contractIds.get(plan);
  if (id === undefined) throw new RangeError(`${one.person.name} is not on ${plan}`);
  return id;
}

/** Those who still owe: their last invoices stay unpaid. */
export const debtors = ['Sam Tan', 'Nova GmbH', 'Ana Ruiz'];

/** What Mira owes for her locker, tax included: the one invoice of hers that stays open. */
export const lockerTotal = 12_000;
