import type { CustomerClass, HeldPlan } from '../../../domain/access/what-if/customer-class.ts';
import type { Id } from '../../../domain/kernel/id.ts';
import { isAtOrBelow } from '../../../domain/locations/location.ts';
import type { Locations } from '../../locations/load-locations.ts';
import type { Work } from '../../platform/work/shell.ts';
import { type ClassRow, type ClassWishes, listClasses } from './class-store.ts';

/** A class with the text that names it and the first of its customers by name. */
export interface LoadedClass extends CustomerClass {
  readonly key: string;
  /** How many of them have a booking to come. */
  readonly booked: number;
  readonly some: ClassRow['some'];
}

/** Everybody, in classes, as they are at an instant. */
export const loadClasses = async (work: Work, wishes: ClassWishes): Promise<readonly LoadedClass[]> =>
  (await listClasses(work.tx, wishes)).map(classOf);

/** Homes at a location and below; null: those of the whole network. */
export function homesOf({ tree, rows }: Locations, locationId: Id<'loc'>): readonly Id<'loc'>[] | null {
  if (tree.get(locationId)?.parentId === null) return null;
  return rows.filter(({ id }) => isAtOrBelow(tree, id, locationId)).map(({ id }) => id);
}

function classOf({ key, count, booked, some }: ClassRow): LoadedClass {
  const [home, archived, suspended, enters, held, alone] = key.split('|');
  return {
    key, count, booked, some,
    homeLocationId: home as Id<'loc'>,
    archived: archived === 'archived',
    suspended: suspended === 'suspended',
    mayEnter: enters === 'enters',
    held: held === undefined || held === '' ? [] : held.split(',').map(heldOf),
    alone: alone === undefined || alone === '' ? null : (alone as Id<'cus'>),
  };
}

function heldOf(part: string): HeldPlan {
  const [planId, locationId, state, next] = part.split(' ');
  return {
    planId: planId as Id<'pla'>, locationId: locationId as Id<'loc'>, state: state as HeldPlan['state'],
    nextPlanId: next === undefined || next === '' ? null : (next as Id<'pla'>),
  };
}
