import type { CustomerClass, HeldPlan } from '../../../domain/access/what-if/customer-class.ts';
import type { Id } from '../../../domain/kernel/id.ts';
import type { Instant } from '../../../domain/kernel/instant.ts';
import { isAtOrBelow } from '../../../domain/locations/location.ts';
import type { Locations } from '../../locations/load-locations.ts';
import type { Work } from '../../platform/work/shell.ts';
import { type HeldRow, listBooked, listHeld, listStates, type StateRow } from './class-store.ts';
import { type Limit, loadOwing } from './owing.ts';

/** A class with everybody in it. */
export interface LoadedClass extends CustomerClass {
  readonly ids: readonly string[];
  /** How many of them have a booking to come. */
  readonly booked: number;
  /** The limits on what is overdue that they are beyond, by their keys (ACC-7). */
  readonly owes: ReadonlySet<string>;
}

export interface ClassWishes {
  readonly at: Instant;
  /** Only customers at home there; null: everybody. */
  readonly homes: readonly string[] | null;
  /** Customers who stand alone, because something is kept for them by name. */
  readonly alone: readonly string[];
  /** Limits on what is overdue, before and after. */
  readonly limits: readonly Limit[];
}

/** Everybody, in classes, as they are at an instant. */
export async function loadClasses(
  { tx }: Pick<Work, 'tx'>, wishes: ClassWishes,
): Promise<readonly LoadedClass[]> {
  const { at, limits } = wishes;
  const [states, held, booked, owing] = await Promise.all([
    listStates(tx, wishes), listHeld(tx, at), listBooked(tx, at), loadOwing(tx, { at, limits }),
  ]);
  const holding = new Holding(held);
  const alone = new Set(wishes.alone);
  return states.flatMap((state) => {
    const alike = new Map<string | number, Growing>();
    for (const id of state.ids.split(',')) {
      const plans = holding.of(id);
      const owes = owing.get(id);
      const isAlone = alone.has(id);
      const key = isAlone ? id : owes === undefined ? plans : `${plans} ${[...owes].join()}`;
      const found = alike.get(key)
        ?? begun(state, { held: holding.plansIn(plans), owes: owes ?? nothing, alone: isAlone ? id : null });
      if (found.ids.length === 0) alike.set(key, found);
      found.ids.push(id);
      found.count += 1;
      if (booked.has(id)) found.booked += 1;
    }
    return [...alike.values()];
  });
}

const nothing: ReadonlySet<string> = new Set();
type Growing = Omit<LoadedClass, 'ids' | 'count' | 'booked'> & {
  readonly ids: string[]; count: number; booked: number;
};

function begun(
  { homeLocationId, archived, suspended, mayEnter }: StateRow,
  { held, owes, alone }: { held: readonly HeldPlan[]; owes: ReadonlySet<string>; alone: string | null },
): Growing {
  return {
    homeLocationId, archived, suspended, mayEnter, held, owes, alone: alone as Id<'cus'> | null,
    ids: [], count: 0, booked: 0,
  };
}

/** Which plans each customer has: most have one, and those who have several are alike where all are. */
class Holding {
  readonly #sets: (readonly number[])[] = [[]];
  readonly #together = new Map<number, number>();
  readonly #ofCustomer = new Map<string, number>();
  readonly #rows: readonly HeldRow[];

  constructor(rows: readonly HeldRow[]) {
    this.#rows = rows;
    for (const [index, { ids }] of rows.entries()) {
      for (const id of ids.split(',')) {
        this.#ofCustomer.set(id, this.#with(this.#ofCustomer.get(id) ?? NONE, index));
      }
    }
  }

  /** The same number for those who have the same plans in the same state. */
  of(id: string): number {
    return this.#ofCustomer.get(id) ?? NONE;
  }

  plansIn(set: number): readonly HeldPlan[] {
    return this.#sets[set]!.map((index) => this.#rows[index]!);
  }

  /** Rows come one after the other, so that a set is always put together in the same order. */
  #with(set: number, index: number): number {
    const before = this.#sets[set]!;
    if (before.at(-1) === index) return set;
    const key = set * this.#rows.length + index;
    const known = this.#together.get(key);
    if (known !== undefined) return known;
    this.#sets.push([...before, index]);
    this.#together.set(key, this.#sets.length - 1);
    return this.#sets.length - 1;
  }
}

const NONE = 0;

/** Homes at a location and below; null: those of the whole network. */
export function homesOf({ tree, rows }: Locations, locationId: Id<'loc'>): readonly Id<'loc'>[] | null {
  if (tree.get(locationId)?.parentId === null) return null;
  return rows.filter(({ id }) => isAtOrBelow(tree, id, locationId)).map(({ id }) => id);
}
