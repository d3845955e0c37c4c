import { isPortalSection } from '../../../../domain/access/section.ts';
import { addMinutes } from '../../../../domain/kernel/instant.ts';
import type { Answer, Reminder, ReminderWish } from '../../readers.ts';
import { bookAsked, startAsked } from '../book.ts';
import { type Asked, missing, type Outcome, route, show } from '../route.ts';

export const remindRoutes = [
  route<'remind'>({ page: 'remind', section: null, signedIn: true, get: ask, post: remind }),
];

/** What the address asks about: a section to open, a plan to take, a room to book, at a time or at any. */
function wishOf(asked: Asked<'remind'>): ReminderWish | null {
  const { params: { target }, place } = asked;
  if (isPortalSection(target)) return { action: 'viewSection', target, locationId: place.id };
  if (target.startsWith('pla_')) return { action: 'signUpToPlan', target, locationId: place.id };
  if (!target.startsWith('res_')) return null;
  const { date, min } = bookAsked(asked);
  const start = startAsked(asked.query['start'], date, place);
  const during = start === null ? undefined : { start, end: addMinutes(start, min) };
  return { action: 'book', target, locationId: place.id, ...(during && { during }) };
}

/** What is in the way now, and a button; where nothing is, or no date is known, that is said. */
async function ask(asked: Asked<'remind'>): Promise<Outcome> {
  const wish = wishOf(asked);
  const decision = wish === null ? null : await asked.visit.judge(wish);
  if (decision === null) return missing;
  const { phrase } = asked;
  if (decision.allowed) return said(asked, phrase('portal-remind.allowed'), '');
  if (decision.nextChange === null && decision.allowedFrom === null) {
    return said(asked, decision.verdict, phrase('portal-remind.none'));
  }
  return show('remind', phrase('portal-remind.title'), {
    heading: phrase('portal-remind.title'), lead: decision.verdict, text: phrase('portal-remind.text'),
    here: asked.address, back: backOf(asked), reminderId: null,
  });
}

async function remind(asked: Asked<'remind'>): Promise<Outcome> {
  const { visit, phrase, form } = asked;
  const takeBack = form['takeBack'];
  if (takeBack !== undefined) {
    const answer = await visit.takeBackReminder(takeBack);
    return answer.ok ? said(asked, phrase('portal-remind.takenBack'), '') : missing;
  }
  const wish = wishOf(asked);
  return wish === null ? missing : told(asked, await visit.remind(wish));
}

function told(asked: Asked<'remind'>, answer: Answer<Reminder>): Outcome {
  const { phrase, format } = asked;
  if (!answer.ok) {
    const known: Readonly<Record<string, string>> = { allowedNow: 'allowed', noChangeKnown: 'none' };
    const key = known[answer.problem.code];
    if (answer.problem.status === 404) return missing;
    return said(asked, key === undefined ? answer.problem.detail : phrase(`portal-remind.${key}`), '');
  }
  const { id, dueAt } = answer.value;
  return show('remind', phrase('portal-remind.done'), {
    heading: phrase('portal-remind.done'), lead: null,
    text: phrase('portal-remind.doneText', { at: format.dayAndTime(dueAt) }),
    here: asked.address, back: backOf(asked), reminderId: id,
  });
}

const said = (asked: Asked<'remind'>, heading: string, text: string): Outcome =>
  show('message', heading, {
    icon: 'check', heading, text, act: { label: asked.phrase('portal-remind.back'), href: backOf(asked) },
  });

function backOf({ params: { target }, link, sections }: Asked<'remind'>): string {
  if (target.startsWith('res_') && sections.bookings.allowed) return link('book');
  return target.startsWith('pla_') && sections.plans.allowed ? link('plans') : link('home');
}
