import type { QueryClient } from '@tanstack/react-query';
import { verdictSentence } from '../../../../api/decision-text.ts';
import { portalSections } from '../../../../domain/access/section.ts';
import type { Instant } from '../../../../domain/kernel/instant.ts';
import { dayAt, type Zone } from '../../../../domain/kernel/zone.ts';
import type { WeekHours } from '../../../../domain/locations/setting.ts';
import { icons, type useSpeech } from '../../../../kit/plain/index.ts';
import { type AnswerTo, client, type EndpointName, type Sent } from '../../data/client.ts';
import type { Here } from '../../data/here.tsx';
import {
  bodyOf, isWhole, type Name, type Place, type Question, readQuestion, timeText,
} from '../../pages/access/question.ts';
import type { Found } from '../palette.tsx';
import { type Asked, type AskThing, readAsk } from './read-ask.ts';
import type { AskWords } from './words.ts';

type Speech = ReturnType<typeof useSpeech>;
type Person = AnswerTo<'listCustomers'>['data'][number];

/** Who asks, where, at which instant, in which words; answers are kept where the pages keep theirs. */
export interface Asking {
  readonly here: Here;
  readonly speech: Speech;
  readonly words: AskWords;
  readonly now: Instant;
  readonly kept: QueryClient;
}

/** How many people of one name are answered for at once. */
const MOST = 3;

/** A question typed in words, read and answered for whoever of that name there is. */
export async function answerAsk(typed: string, asking: Asking): Promise<readonly Found[]> {
  const asked = readAsk(typed, {
    words: asking.words, things: await thingsHere(asking), today: dayAt(asking.now, zoneOf(asking.here)),
  });
  if (asked === null) return [];
  const people = await answerTo(asking, 'listCustomers', { query: { q: asked.who, limit: MOST } });
  const rows = people.data.flatMap((person) => questionsOf(person, asked, asking));
  return Promise.all(rows.map(async (row) =>
    foundOf(row, asked, await decisionFor(row, asked, asking), asking.speech)));
}

/** Undefined where nothing can be decided yet, or deciding failed: Explain access then says more. */
async function decisionFor(
  { question, place }: Row, { action }: Asked, asking: Asking,
): Promise<AnswerTo<'askDecision'> | undefined> {
  if (action === null || !isWhole(question)) return undefined;
  return answerTo(asking, 'askDecision', { body: bodyOf(question, place) }).catch(() => undefined);
}

/** The names of what can be asked about here. */
async function thingsHere(asking: Asking): Promise<readonly AskThing[]> {
  const { here, speech } = asking;
  const query = { ...(here.location !== undefined && { locationId: here.location.id }), limit: 200 };
  const [rooms, plans] = await Promise.all([
    here.may('resources.read') ? answerTo(asking, 'listResources', { query }) : null,
    here.may('plans.read') ? answerTo(asking, 'listPlans', { query }) : null,
  ]);
  return [
    ...(rooms?.data ?? []).map(({ id, name }) => ({ id, name, kind: 'resource' as const })),
    ...(plans?.data ?? []).map(({ id, name }) => ({ id, name, kind: 'plan' as const })),
    ...portalSections.map((id) =>
      ({ id, name: speech.phrase(`reasons.section.${id}`), kind: 'section' as const })),
  ];
}

const answerTo = <N extends EndpointName>(
  { kept }: Asking, name: N, sent: Sent<N>,
): Promise<AnswerTo<N>> =>
  kept.fetchQuery({ queryKey: [name, sent], queryFn: () => client.call(name, sent) });

const zoneOf = ({ location, network }: Here): Zone =>
  (location?.timeZone ?? network?.timeZone ?? 'UTC') as Zone;


function foundOf(
  row: Row, asked: Asked, decision: AnswerTo<'askDecision'> | undefined, speech: Speech,
): Found {
  const { question, place, person, hrefOf } = row;
  if (asked.action === null) {
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

interface Row {
  readonly person: Person;
  readonly question: Question;
  readonly place: Place;
  readonly hrefOf: (values: Readonly<Record<string, string>>) => string;
}

/** Asked at the place of the address, else where the customer is at home. */
function questionsOf(
  person: Person, asked: Asked, { here, now }: Asking,
): Row[] {
  const at = here.location ?? here.locations.find(({ id }) => id === person.homeLocationId)
    ?? here.locations[0];
  if (at === undefined) return [];
  const place: Place = {
    customerId: person.id, locationId: at.id, zone: at.timeZone as Zone, now,
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
