import type { z } from 'zod';
import type { askChanges } from '../../api/access.ts';
import { text } from '../../api/schema.ts';
import { dayIndexAt } from '../../domain/kernel/calendar.ts';
import type { LayerName } from '../../domain/access/decision.ts';
import { firstDenial, stretchesBetween, type Verdict } from '../../domain/access/decide.ts';
import type { BookingFacts, CheckInFacts } from '../../domain/access/facts.ts';
import { type Instant, instant } from '../../domain/kernel/instant.ts';
import { fieldProblem } from '../platform/http/problem.ts';
import type { Work } from '../platform/work/shell.ts';
import { prepare, type Prepared, type Question } from './prepare.ts';
import type { FactSuppliers } from './suppliers.ts';

type Stretch = z.input<(typeof askChanges)['answer']>['data'][number];

interface Asked extends Question {
  readonly from: Instant;
  readonly to: Instant;
}

/**
 * How the answer changes over a period. A booking and a check-in are asked day by day at the same time of
 * day, all else at every instant at which it can turn.
 */
export async function changesOf(work: Work, asked: Asked, suppliers: FactSuppliers): Promise<Stretch[]> {
  const { from, to } = asked;
  if (to <= from || to - from > 800 * DAY) {
    throw fieldProblem('to', 'notValid', 'Needs a time after `from`, within 800 days.');
  }
  const question = await prepare(work, asked, { from, suppliers });
  if (asked.action !== 'book' && asked.action !== 'checkIn') {
    return answered(stretchesBetween(question.layers, question.facts, from, to), to);
  }
  return answered(byDay(question, asked), to);
}

const DAY = 86_400_000;

interface Turn extends Verdict {
  readonly at: Instant;
}

function byDay(question: Prepared, asked: Asked): Turn[] {
  const facts = question.facts as BookingFacts | CheckInFacts;
  const { starts } = facts.calendar;
  const anchor = facts.action === 'book' ? facts.during.start : asked.at;
  const ofDay = anchor - (starts[dayIndexAt(facts.calendar, anchor)] ?? anchor);
  const turns: Turn[] = [];
  for (let index = Math.max(0, dayIndexAt(facts.calendar, asked.from)); index < starts.length; index += 1) {
    const start = starts[index]!;
    if (start >= asked.to) break;
    const then = instant(start + ofDay);
    const verdict = facts.action === 'book'
      ? firstDenial(question.layers, moved(facts, then) as never, asked.at < then ? asked.at : then)
      : firstDenial(question.layers, facts as never, then);
    if (turns.at(-1)?.code !== verdict.code)
      turns.push({ at: start > asked.from ? start : asked.from, ...verdict });
  }
  return turns;
}

function moved(facts: BookingFacts, start: Instant): BookingFacts {
  const length = facts.during.end - facts.during.start;
  return { ...facts, during: { start, end: instant(start + length) } };
}

const answered = (turns: readonly Turn[], to: Instant): Stretch[] =>
  turns.map(({ at, code, layer }, index) => ({
    at: text(at),
    until: text(turns[index + 1]?.at ?? to),
    allowed: code === null,
    code,
    layer: layer as LayerName | null,
  }));
