import type { QueryOf } from '../../../api/endpoint.ts';
import * as api from '../../../api/reminders.ts';
import { text, textOrNull } from '../../../api/schema.ts';
import type { Id } from '../../../domain/kernel/id.ts';
import { pageFrom, readCursor } from '../../platform/http/page.ts';
import { fieldProblem } from '../../platform/http/problem.ts';
import { serve } from '../../platform/http/serve.ts';
import type { Deadlines } from '../../platform/work/deadlines.ts';
import type { Work } from '../../platform/work/shell.ts';
import { homeOf } from '../customer-state.ts';
import { placesToExplain } from '../who-reads.ts';
import type { FactSuppliers } from '../suppliers.ts';
import { remind, REMINDER_DUE, takeBack, whenDue } from './remind.ts';
import { listReminders, type ReminderFilter, type ReminderRow } from './reminder-store.ts';

export const reminderRoutes = (suppliers: FactSuppliers) => [
  serve(api.createReminder, ({ body, caller, shell }) => shell.write(caller, async (work) => {
    const { locationId, action, target = null, during } = body;
    const customerId = whose(work, body.customerId);
    caller.mustActFor(customerId, 'access.explain', locationId);
    const askedDuring = during === undefined ? null : { start: during.startAt, end: during.endAt };
    const wish = { customerId, locationId, action, target, askedDuring };
    return present(await remind(work, wish, suppliers));
  })),
  serve(api.listReminders, ({ query, caller, shell }) => shell.read(caller, async (work) => {
    const filter = await readable(work, query);
    const after = readCursor(query.cursor, 1, 'string');
    const rows = await listReminders(work.tx, { ...filter, waiting: query.waiting },
      { after, limit: query.limit });
    return pageFrom(rows, query.limit, ({ id }) => [id], ({ customerName, targetName, ...row }) =>
      ({ ...present(row), customerName, targetName }));
  })),
  serve(api.takeBackReminder, ({ params, caller, shell }) =>
    shell.write(caller, async (work) => present(await takeBack(work, params.reminderId)))),
];

export const reminderDeadlines = (suppliers: FactSuppliers): Deadlines => ({
  [REMINDER_DUE]: (work, id) => whenDue(work, id, suppliers),
});

function whose({ caller }: Work, named: Id<'cus'> | undefined): Id<'cus'> {
  const customerId = named ?? caller.customerId;
  if (customerId === null) throw fieldProblem('customerId', 'missing', 'Needs a customer.');
  return customerId;
}

/** A customer reads its own; staff those of one customer, or of everybody where they may explain access. */
async function readable(
  work: Work, { customerId: named, locationId }: QueryOf<typeof api.listReminders>,
): Promise<Pick<ReminderFilter, 'customerId' | 'locationIds'>> {
  const { caller } = work;
  const isOwn = caller.customerId !== null && (named === caller.customerId
    || (named === undefined && !caller.may('access.explain', null)));
  if (named !== undefined && !isOwn) {
    caller.mustActFor(named, 'access.explain', await homeOf(work, named));
  }
  const customerId = isOwn ? caller.customerId! : named;
  const isEverywhere = customerId !== undefined && locationId === undefined;
  const locationIds = isEverywhere ? null : await placesToExplain(work, { locationId, isOwn });
  return { customerId, locationIds };
}

function present({ askedDuring, madeAt, dueAt, endedAt, ...row }: ReminderRow) {
  const { id, customerId, locationId, action, target, endedHow } = row;
  return {
    id, customerId, locationId, action, target, endedHow,
    during: askedDuring === null ? null
      : { startAt: text(askedDuring.start), endAt: text(askedDuring.end) },
    madeAt: text(madeAt), dueAt: text(dueAt), endedAt: textOrNull(endedAt),
  };
}
