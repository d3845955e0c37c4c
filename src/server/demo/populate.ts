import { addDays, type Day } from '../../domain/kernel/day.ts';
import { formatInstant } from '../../domain/kernel/instant.ts';
import type { Id } from '../../domain/kernel/id.ts';
import { startOfDay, type Zone } from '../../domain/kernel/zone.ts';
import type { Work } from '../platform/work/shell.ts';
import { insertDemoContracts, insertPeople } from './demo-store.ts';
import type { DemoPerson } from './people.ts';
import type { Harbour, PlaceMade } from './set-up-harbour.ts';

/** Somebody of the demo as they are known to the database. */
export interface Inhabitant {
  readonly person: DemoPerson;
  readonly id: Id<'cus'>;
  readonly place: PlaceMade;
  readonly contractIds: ReadonlyMap<string, Id<'con'>>;
}

/** Moves the people in, in two statements. */
export async function populate(
  work: Work,
  harbour: Harbour,
  people: readonly DemoPerson[],
): Promise<ReadonlyMap<string, Inhabitant>> {
  const inhabitants = [...people]
    .sort((a, b) => (a.joinedDay < b.joinedDay ? -1 : 1))
    .map((person): Inhabitant => {
      const place = harbour.places.get(person.place);
      if (place === undefined) throw new RangeError(`there is no ${person.place}`);
      const contractIds = new Map(person.contracts.map(({ plan }) => [plan, work.newId('con')]));
      return { person, id: work.newId('cus'), place, contractIds };
    });
  await insertPeople(
    work.tx,
    inhabitants.map(({ person, id, place }) => ({
      id,
      kind: person.kind,
      name: person.name,
      email: person.email,
      phone: person.phone,
      language: person.language,
      home: place.id,
      since: onDay(person.joinedDay, place),
    })),
  );
  await insertDemoContracts(
    work.tx,
    inhabitants.flatMap(({ person, id, place, contractIds }) =>
      person.contracts.map((contract) => ({
        id: contractIds.get(contract.plan) as string,
        customer: id,
        location: place.id,
        plan: planOf(place, contract.plan),
        currency: place.place.currency,
        start_day: contract.startDay,
        end_day: contract.endDay ?? null,
        next_invoice_day: contract.nextInvoiceDay ?? null,
        made_at: onDay(contract.startDay < person.joinedDay ? contract.startDay : person.joinedDay, place),
        cancelled_at: contract.endDay === undefined ? null : onDay(addDays(contract.endDay, -30), place),
      })),
    ),
  );
  return new Map(inhabitants.map((one) => [one.person.name, one]));
}

function planOf(place: PlaceMade, name: string): Id<'pla'> {
  const id = place.plans.get(name);
  if (id === undefined) throw new RangeError(`${place.place.name} has no plan ${name}`);
  return id;
}

const onDay = (of: Day, { place }: PlaceMade): string =>
  formatInstant(startOfDay(of, place.timeZone as Zone));
