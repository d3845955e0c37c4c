import type { Answer, Decision, Reminder, ReminderWish } from '../../../apps/portal/readers.ts';
import { askDecision } from '../../../api/access.ts';
import type { AnsweredDecision } from '../../../api/decision.ts';
import { createReminder, takeBackReminder } from '../../../api/reminders.ts';
import { isId } from '../../../domain/kernel/id.ts';
import { formatInstant, parseInstant } from '../../../domain/kernel/instant.ts';
import { Problem } from '../../platform/http/problem.ts';
import { decisionInWords } from '../decision-words.ts';
import { answered, orNull, type Visiting } from '../visiting.ts';

/** What stands in the way of something now, and when that changes; null where there is no such thing. */
export const judgeWish = (visiting: Visiting, wish: ReminderWish): Promise<Decision | null> =>
  orNull(async () => {
    const decision = await visiting.ask(askDecision, {
      body: { ...questionOf(wish), customerId: visiting.customerId, via: 'portal' },
    });
    return decisionInWords(visiting, decision as AnsweredDecision);
  });

/** WHY-3: asks to be told when it ends. */
export const remindOf = (visiting: Visiting, wish: ReminderWish): Promise<Answer<Reminder>> =>
  answered(visiting, async () => {
    const { id, dueAt } = await visiting.ask(createReminder, { body: questionOf(wish) });
    return { id, dueAt: parseInstant(String(dueAt))! };
  });

export const takeReminderBack = (visiting: Visiting, id: string): Promise<Answer<Record<string, never>>> =>
  answered(visiting, async () => {
    if (!isId('rmd', id)) throw new Problem('notFound');
    await visiting.ask(takeBackReminder, { params: { reminderId: id } });
    return {};
  });

function questionOf({ action, target, locationId, during }: ReminderWish) {
  if (!isId('loc', locationId)) throw new Problem('notFound');
  return {
    action, target, locationId,
    ...(during && { during: { startAt: formatInstant(during.start), endAt: formatInstant(during.end) } }),
  };
}
