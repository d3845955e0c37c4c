import type { Decision } from '../../../domain/access/decision.ts';
import { isOver, judgedAgainAt } from '../../../domain/access/replay/tell-me-when.ts';
import type { Id } from '../../../domain/kernel/id.ts';
import type { Instant } from '../../../domain/kernel/instant.ts';
import type { Span } from '../../../domain/kernel/interval.ts';
import { Problem } from '../../platform/http/problem.ts';
import type { Work } from '../../platform/work/shell.ts';
import { decideAccess } from '../decide-access.ts';
import type { Question } from '../prepare.ts';
import type { FactSuppliers } from '../suppliers.ts';
import { tellThatItMay } from './letter.ts';
import {
  countWaiting, endReminder, findReminder, findWaiting, insertReminder, putOffReminder, type ReminderRow,
} from './reminder-store.ts';

export const REMINDER_DUE = 'access.reminder';
const MOST_WAITING = 50;

export type Wish = Pick<ReminderRow, 'customerId' | 'locationId' | 'action'> & {
  readonly target: string | null;
  readonly askedDuring: Span | null;
};

/**
 * WHY-3: waits for the day on which the refusal ends, as it is known today. The same question that waits
 * already is answered as it stands. Throws 409 where it is allowed now, and where no date is known.
 */
export async function remind(work: Work, wish: Wish, suppliers: FactSuppliers): Promise<ReminderRow> {
  const question = JSON.stringify([
    wish.action, wish.target, wish.locationId, wish.askedDuring?.start ?? null, wish.askedDuring?.end ?? null,
  ]);
  const waiting = await findWaiting(work.tx, { customerId: wish.customerId, question });
  if (waiting !== undefined) return waiting;
  const decision = await decided(work, wish, suppliers);
  if (decision.allowed) throw new Problem('allowedNow');
  const dueAt = judgedAgainAt(decision, { anyTime: isAnyTime(wish) });
  if (dueAt === null) throw new Problem('noChangeKnown');
  if (await countWaiting(work.tx, wish.customerId) >= MOST_WAITING) throw new Problem('tooMany');

  const row = { ...wish, id: work.newId('rmd'), question, madeAt: work.now, dueAt };
  const made = await insertReminder(work.tx, row, work.caller.actorId);
  if (made === undefined) throw new Problem('conflict');
  work.dueAt(REMINDER_DUE, made.id, dueAt);
  return made;
}

/** Taken back by the customer, or by staff who may explain access there; nothing is sent. */
export async function takeBack(work: Work, id: Id<'rmd'>): Promise<ReminderRow> {
  const reminder = await findReminder(work.tx, id);
  if (reminder === undefined) throw new Problem('notFound');
  work.caller.mustActFor(reminder.customerId, 'access.explain', reminder.locationId);
  if (reminder.endedAt !== null) return reminder;
  const ended = { now: work.now, how: 'takenBack' as const };
  await endReminder(work.tx, id, ended);
  return { ...reminder, endedAt: ended.now, endedHow: ended.how };
}

/**
 * Judged again on its day, and whenever something was told that may have moved it: a letter where it is
 * allowed by then, else the next date. Before its day it waits on where none is known any more; on its day it
 * ends so.
 */
export async function whenDue(work: Work, id: string, suppliers: FactSuppliers): Promise<void> {
  const reminder = await findReminder(work.tx, id);
  if (reminder === undefined || reminder.endedAt !== null) return;
  const isItsDay = reminder.dueAt <= work.now;
  const decision = await decided(work, reminder, suppliers).catch(goneAsNull);
  const anyTime = isAnyTime(reminder);
  if (decision !== null && (isItsDay ? isOver(decision, { anyTime }) : decision.allowed)) {
    await tellThatItMay(work, reminder, decision);
    return endReminder(work.tx, reminder.id, { now: work.now, how: 'told' });
  }
  const dueAt = decision === null ? null : judgedAgainAt(decision, { anyTime });
  if (dueAt === null && isItsDay)
    return endReminder(work.tx, reminder.id, { now: work.now, how: 'noDate' });
  if (dueAt === null || dueAt === reminder.dueAt) return;
  await putOffReminder(work.tx, reminder.id, dueAt);
  work.dueAt(REMINDER_DUE, reminder.id, dueAt);
}

const isAnyTime = ({ action, askedDuring }: Pick<Wish, 'action' | 'askedDuring'>): boolean =>
  action === 'book' && askedDuring === null;

/** What it was about is no more. */
function goneAsNull(error: unknown): null {
  if (error instanceof Problem && error.status < 500) return null;
  throw error;
}

/** As the customer would ask in the portal. */
function decided(work: Work, wish: Wish, suppliers: FactSuppliers): Promise<Decision> {
  const { customerId, locationId, action, target, askedDuring } = wish;
  const asked = {
    customerId, locationId, action, via: 'portal', at: work.now as Instant,
    ...(target !== null && { target }),
    ...(askedDuring !== null && { during: { startAt: askedDuring.start, endAt: askedDuring.end } }),
  } as Question;
  return decideAccess(work, asked, suppliers);
}
