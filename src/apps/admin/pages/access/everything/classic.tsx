import { useQueries, useQuery } from '@tanstack/react-query';
import { momentText, type Speaking, verdictSentence } from '../../../../../api/decision-text.ts';
import { formatInstant, instant, parseInstant } from '../../../../../domain/kernel/instant.ts';
import { Button, icons, toast } from '../../../../../kit/plain/index.ts';
import { useAnswer } from '../../../data/answers.ts';
import { client } from '../../../data/client.ts';
import { useHere } from '../../../data/here.tsx';
import { bodyOf, movedTo, type Place, type Question, readQuestion } from '../question.ts';
import type { Decision, Stretches } from '../use-explain.ts';

interface ClassicProps {
  readonly place: Place;
  readonly speaking: Speaking;
  readonly signIn: Decision | undefined;
  /** The sections as they are here. */
  readonly sections: readonly Decision[];
}

const DAY = 86_400_000;
const MOST_PLACES = 6;

/** WHY-2: the three questions people ask, answered before anybody asks, to be copied for the customer. */
export function Classic({ place, speaking, signIn, sections }: ClassicProps) {
  const { phrase } = speaking;
  const rooms = useAnswer('listResources',
    { query: { locationId: place.locationId as never, state: 'active', limit: 1 } });
  const target = rooms.data?.data[0]?.id ?? '';
  const question = readQuestion((name) => (name === 'target' ? target : undefined), place.now, place);
  const book = useDecision(question, place, target !== '');
  const booking = target === '' ? sections.find((of) => of.target === 'bookings') : book.data;
  const lost = useLost(question, place, target !== '');
  const elsewhere = useElsewhere(place, sections);
  const answers = [
    signIn === undefined || booking === undefined ? null : maySignInAndBook(signIn, booking, speaking),
    lost === null ? null : lostText(lost, speaking),
    ...elsewhere.map((one) => elsewhereText(one, speaking)),
  ].filter((one) => one !== null);
  if (answers.length === 0) return null;
  const copy = (text: string) => void navigator.clipboard.writeText(text)
    .then(() => toast(phrase('admin-explain.copied')));
  return (
    <section className="stack stack--8">
      <h3>{phrase('admin-explain.classic.title')}</h3>
      <div className="card">
        <ul className="classic">
          {answers.map((text) => (
            <li key={text} className="row">
              <span className="grow">{text}</span>
              <Button kind="quiet" small icon={icons.copy} label={phrase('admin-explain.classic.copy')}
                onClick={() => copy(text)} />
            </li>
          ))}
        </ul>
      </div>
    </section>
  );
}

function useDecision(question: Question, place: Place, enabled: boolean) {
  const body = bodyOf(question, place);
  return useQuery({
    queryKey: ['askDecision', body], enabled, queryFn: () => client.call('askDecision', { body }),
  });
}

const withReason = (first: string, decision: Decision, speaking: Speaking): string =>
  speaking.phrase('admin-explain.both', {
    first, second: verdictSentence(decision, 'customer', speaking),
  });

function maySignInAndBook(signIn: Decision, book: Decision, speaking: Speaking): string {
  const { phrase } = speaking;
  if (!signIn.allowed) return withReason(phrase('admin-explain.classic.notSignIn'), signIn, speaking);
  const own = ofCustomerAlone(book);
  if (own.layers.every(({ outcome }) => outcome !== 'deny')) return phrase('admin-explain.classic.mayBook');
  return withReason(phrase('admin-explain.classic.signInNotBook'), own, speaking);
}

/** What is the customer's own doing, not the room's or the hour's. */
const ofCustomer: ReadonlySet<string> = new Set([
  'portalAccess', 'standing', 'suspension', 'freeze', 'plan',
]);

/** Whether the customer may book at all: that the next hour is taken or closed says nothing about that. */
const ofCustomerAlone = (decision: Decision): Decision => ({
  ...decision,
  layers: decision.layers.map((of) =>
    (ofCustomer.has(of.layer) ? of : { ...of, outcome: 'notApplicable', fixes: [] })),
});

interface Lost {
  readonly stretch: Stretches[number] | null;
  readonly isOpen: boolean;
  readonly why: Decision | null;
}

/** The last time, in three months, in which booking was refused because of the customer, or the next one. */
function useLost(question: Question, place: Place, enabled: boolean): Lost | null {
  const [from, to] = [place.now - 92 * DAY, place.now + 61 * DAY].map((at) => formatInstant(instant(at)));
  const body = { ...bodyOf(question, place), from: from!, to: to! };
  const changes = useQuery({
    queryKey: ['askChanges', body], enabled, queryFn: () => client.call('askChanges', { body }),
  });
  const found = lostIn(changes.data?.data ?? [], place.now);
  const at = found === undefined ? null : parseInstant(found.at);
  const then = { ...question, ...(at !== null && { day: movedTo(at, place.zone).day }) };
  const why = useDecision(then, place, enabled && found !== undefined);
  if (changes.data === undefined) return null;
  if (found === undefined) return { stretch: null, isOpen: false, why: null };
  if (why.data === undefined || why.data.allowed) return null;
  return { stretch: found, isOpen: found.until === changes.data.data.at(-1)?.until, why: why.data };
}

/** Something lost was there before: a contact who never could book has lost nothing. */
function lostIn(stretches: Stretches, now: number): Stretches[number] | undefined {
  const lost = stretches.filter(({ allowed, layer }, index) =>
    !allowed && layer !== null && ofCustomer.has(layer) && stretches[index - 1]?.allowed === true);
  return lost.findLast(({ at }) => Date.parse(at) <= now) ?? lost[0];
}

function lostText({ stretch, isOpen, why }: Lost, speaking: Speaking): string {
  const { phrase } = speaking;
  if (stretch === null || why === null) return phrase('admin-explain.classic.neverLost');
  const words = { from: momentText(stretch.at, speaking), until: momentText(stretch.until, speaking) };
  return withReason(phrase(`admin-explain.classic.${isOpen ? 'lostOpen' : 'lost'}`, words), why, speaking);
}

interface Elsewhere {
  readonly name: string;
  /** The answer at the other place that is another one than here. */
  readonly other: Decision | undefined;
  readonly here: Decision | undefined;
}

function useElsewhere({ customerId, locationId, now }: Place, sections: readonly Decision[]): Elsewhere[] {
  const { locations } = useHere();
  const others = locations.filter(({ id, parentId }) => id !== locationId && parentId !== null)
    .slice(0, MOST_PLACES);
  const asked = useQueries({
    queries: others.map(({ id }) => {
      const query = { customerId: customerId as never, locationId: id, at: formatInstant(now) };
      return {
        queryKey: ['listSectionDecisions', { query }],
        queryFn: () => client.call('listSectionDecisions', { query }),
      };
    }),
  });
  return others.flatMap(({ name }, index) => {
    const data = asked[index]?.data?.data;
    if (data === undefined) return [];
    const isOther = (of: Decision) => isAllowed(sections, of) !== of.allowed;
    const other = data.find((of) => isOther(of) && !of.allowed) ?? data.find(isOther);
    return [{ name, other, here: sections.find((of) => of.target === other?.target) }];
  });
}

const isAllowed = (sections: readonly Decision[], { target }: Decision): boolean =>
  sections.find((of) => of.target === target)?.allowed ?? false;

function elsewhereText({ name, other, here }: Elsewhere, speaking: Speaking): string {
  const { phrase } = speaking;
  if (other === undefined || here === undefined)
    return phrase('admin-explain.classic.same', { place: name });
  const first = phrase('admin-explain.classic.other', { place: name });
  return withReason(withReason(first, other, speaking), here, speaking);
}
