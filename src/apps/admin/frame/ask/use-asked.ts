import { useQueries } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { verdictSentence } from '../../../../api/decision-text.ts';
import { portalSections } from '../../../../domain/access/section.ts';
import type { Instant } from '../../../../domain/kernel/instant.ts';
import type { Zone } from '../../../../domain/kernel/zone.ts';
import type { WeekHours } from '../../../../domain/locations/setting.ts';
import { icons, useSpeech } from '../../../../kit/plain/index.ts';
import { useAnswer } from '../../data/answers.ts';
import { type AnswerTo, client } from '../../data/client.ts';
import { type Here, useHere } from '../../data/here.tsx';
import { now, useToday } from '../../data/now.ts';
import {
  bodyOf, isWhole, type Name, type Place, type Question, readQuestion, timeText,
} from '../../pages/access/question.ts';
import type { Found } from '../palette.tsx';
import { useRested } from '../use-rested.ts';
import { type Asked, type AskThing, isAsking, readAsk } from './read-ask.ts';
import { type AskWords, wordsFrom } from './words.ts';

type Person = AnswerTo<'listCustomers'>['data'][number];

/** How many people of one name are answered for at once. */
const MOST = 3;

/**
 * "why can't mira book atlas tomorrow 10": the question read as it is typed, answered for whoever is meant,
 * and a way to Explain access with the whole question in the address (WHY-1).
 */
export function useAsked(typed: string) {
  const here = useHere();
  const speech = useSpeech();
  const { phrase, language } = speech;
  const words = useMemo(() => wordsFrom(phrase, language), [phrase, language]);
  const isQuestion = here.may('access.explain') && isAsking(typed, words);
  const rested = useRested(typed);
  // One instant for as long as the palette is open: else every look would be another question.
  const [at] = useState(now);
  const asked = useRead(rested, words, isQuestion);
  const when = isQuestion && asked !== null && rested === typed;
  const people = useAnswer('listCustomers', { query: { q: asked?.who ?? '', limit: MOST } }, { when });
  const rows = when && asked !== null && !people.isPlaceholderData
    ? (people.data?.data ?? []).flatMap((person) => questionsOf(person, asked, { here, now: at })) : [];
  const answers = useQueries({
    queries: rows.map(({ question, place }) => {
      const body = bodyOf(question, place);
      return {
        queryKey: ['askDecision', body], enabled: asked?.action !== null && isWhole(question),
        queryFn: () => client.call('askDecision', { body }),
      };
    }),
  });
  const found = rows.map((row, index) => foundOf(row, asked, { decision: answers[index]?.data, speech }));
  const isBusy = isQuestion && (rested !== typed || people.isFetching || people.isPlaceholderData);
  return { isQuestion, found, isBusy };
}

type Speech = ReturnType<typeof useSpeech>;

interface Answered {
  readonly decision: AnswerTo<'askDecision'> | undefined;
  readonly speech: Speech;
}

function foundOf(row: Row, asked: Asked | null, { decision, speech }: Answered): Found {
  const { question, place, person, hrefOf } = row;
  if (asked === null || asked.action === null) {
    const label = speech.phrase('admin-explain.all.title', { name: person.name });
    return { key: person.id, label, icon: icons.help, href: hrefOf({ view: 'all' }) };
  }
  const label = sentence(question, person, { asked, speech });
  const found = { key: person.id, label, href: hrefOf(valuesOf(question)) };
  if (decision === undefined) return { ...found, icon: icons.help };
  const speaking = { ...speech, zone: place.zone, rightToLeft: speech.dir === 'rtl' };
  const said = verdictSentence(decision, 'staff', speaking);
  return decision.allowed ? { ...found, said, icon: icons.check, verdict: 'allow' }
    : { ...found, said, icon: icons.x, verdict: 'deny' };
}

/** With the names of what can be asked about here; they are fetched once somebody asks. */
function useRead(typed: string, words: AskWords, when: boolean): Asked | null {
  const { phrase } = useSpeech();
  const { location, may } = useHere();
  const today = useToday();
  const where = location === undefined ? {} : { locationId: location.id };
  const rooms = useAnswer('listResources', { query: { ...where, limit: 200 } },
    { when: when && may('resources.read') });
  const plans = useAnswer('listPlans', { query: { ...where, limit: 100 } },
    { when: when && may('plans.read') });
  return useMemo(() => {
    const things: AskThing[] = [
      ...(rooms.data?.data ?? []).map(({ id, name }) => ({ id, name, kind: 'resource' as const })),
      ...(plans.data?.data ?? []).map(({ id, name }) => ({ id, name, kind: 'plan' as const })),
      ...portalSections.map((id) =>
        ({ id, name: phrase(`reasons.section.${id}`), kind: 'section' as const })),
    ];
    return readAsk(typed, { words, things, today });
  }, [typed, words, rooms.data, plans.data, phrase, today]);
}

interface Row {
  readonly person: Person;
  readonly question: Question;
  readonly place: Place;
  readonly hrefOf: (values: Readonly<Record<string, string>>) => string;
}

/** Asked at the place of the address, else where the customer is at home. */
function questionsOf(
  person: Person, asked: Asked, { here, now: asking }: { here: Here; now: Instant },
): Row[] {
  const at = here.location ?? here.locations.find(({ id }) => id === person.homeLocationId)
    ?? here.locations[0];
  if (at === undefined) return [];
  const place: Place = {
    customerId: person.id, locationId: at.id, zone: at.timeZone as Zone, now: asking,
    openingHours: at.openingHours as WeekHours | null, closures: at.closures,
  };
  const values: Partial<Record<Name, string>> = {
    ...(asked.action !== null && { action: asked.action }),
    ...(asked.thing !== null && { target: asked.thing.id }),
    ...(asked.day !== undefined && { day: asked.day }),
    ...(asked.minuteOfDay !== undefined && { time: timeText(asked.minuteOfDay) }),
  };
  const question = readQuestion((name) => values[name], place.now, place);
  const hrefOf = (search: Readonly<Record<string, string>>) =>
    here.hrefTo(`customers/${person.id}/explain?${new URLSearchParams(search).toString()}`);
  return [{ person, question, place, hrefOf }];
}

/** The whole question, so that the address says what was answered. */
const valuesOf = ({ action, target, day, minuteOfDay, minutes }: Question) => ({
  action, day, time: timeText(minuteOfDay), ...(target !== '' && { target }),
  ...(action === 'book' && { min: String(minutes) }),
});

function sentence(
  { action, day, minuteOfDay }: Question, { name }: Person,
  { asked: { thing }, speech: { phrase, formats } }: { asked: Asked; speech: Speech },
): string {
  return phrase(`admin-explain.sentence.${thing === null ? 'plain' : 'target'}`, {
    name, action: phrase(`admin-explain.actions.${action}`), target: thing?.name ?? '',
    day: formats.day(day, 'weekday'), time: formats.time(minuteOfDay * 60_000, 'UTC'),
  });
}
