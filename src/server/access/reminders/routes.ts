import * as api from '../../../api/reminders.ts';
import { text, textOrNull } from '../../../api/schema.ts';
import type { Id } from '../../../domain/kernel/id.ts';
import { fieldProblem } from '../../platform/http/problem.ts';
import { serve } from '../../platform/http/serve.ts';
import type { Deadlines } from '../../platform/work/deadlines.ts';
import type { Work } from '../../platform/work/shell.ts';
import { homeOf } from '../customer-state.ts';
import type { FactSuppliers } from '../suppliers.ts';
import { remind, REMINDER_DUE, takeBack, whenDue } from './remind.ts';
import { listRemindersOf, type ReminderRow } from './reminder-store.ts';

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
    const customerId = whose(work, query.customerId);
    if (caller.customerId !== customerId) {
      caller.mustActFor(customerId, 'access.explain', await homeOf(work, customerId));
    }
    return { data: (await listRemindersOf(work.tx, customerId)).map(present), nextCursor: null };
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

function present({ askedDuring, question: _, madeAt, dueAt, endedAt, ...row }: ReminderRow) {
  const { id, customerId, locationId, action, target, endedHow } = row;
  return {
    id, customerId, locationId, action, target, endedHow,
    during: askedDuring === null ? null
      : { startAt: text(askedDuring.start), endAt: text(askedDuring.end) },
    madeAt: text(madeAt), dueAt: text(dueAt), endedAt: textOrNull(endedAt),
  };
}
