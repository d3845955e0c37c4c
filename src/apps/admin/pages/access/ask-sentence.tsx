import { Fragment, type ReactNode } from 'react';
import { type Action, actions, vias } from '../../../../domain/access/decision.ts';
import { portalSections } from '../../../../domain/access/section.ts';
import { Icon, icons, useSpeech } from '../../../../kit/plain/index.ts';
import { useAnswer } from '../../data/answers.ts';
import type { AnswerTo } from '../../data/client.ts';
import { asksTarget, asksVia, type Name, type Place, type Question, timeText } from './question.ts';

export interface AskSentenceProps {
  readonly question: Question;
  readonly place: Place;
  readonly name: string;
  readonly onSet: (values: Partial<Record<Name, string | undefined>>) => void;
  readonly act?: ReactNode;
}

/**
 * The question as one sentence whose words can be changed: "Can Mira book Atlas on 1 Dec at 12:30 in the
 * portal?"
 */
export function AskSentence({ question, place, name, onSet, act }: AskSentenceProps) {
  const { phrase } = useSpeech();
  const { action } = question;
  const shape = shapeOf(question);
  const pieces: Readonly<Record<string, ReactNode>> = {
    name: <bdi>{name}</bdi>,
    action: (
      <Word label={phrase('admin-explain.action')} value={action}
        onPick={(value) => onSet({ action: value, target: undefined, via: undefined })}
        options={actions.map((value) => [value, phrase(`admin-explain.actions.${value}`)])} />
    ),
    target: <Target question={question} place={place} onPick={(target) => onSet({ target })} />,
    day: <DayWord day={question.day} onPick={(day) => onSet({ day })} />,
    time: <Times question={question} onSet={onSet} />,
    via: (
      <Word label={phrase('admin-explain.viaLabel')} value={question.via} onPick={(via) => onSet({ via })}
        options={vias.map((value) => [value, phrase(`admin-explain.vias.${value}`)])} />
    ),
  };
  return (
    <form
      className="ask"
      onSubmit={(event) => event.preventDefault()}
      aria-label={phrase('admin-explain.question')}
    >
      {filled(phrase(`admin-explain.sentence.${shape}`, marks), pieces)}
      {act === undefined ? null : <span className="push">{act}</span>}
    </form>
  );
}

/** Which words there are; of paying the invoice only where one is named. */
function shapeOf({ action, target }: Question): 'targetVia' | 'via' | 'target' | 'plain' {
  const hasTarget = asksTarget(action) && (action !== 'pay' || target !== '');
  if (asksVia(action)) return hasTarget ? 'targetVia' : 'via';
  return hasTarget ? 'target' : 'plain';
}

/** The message says where its controls stand, so that every language has its own order of words. */
const marks = {
  name: '⟨name⟩',
  action: '⟨action⟩',
  target: '⟨target⟩',
  day: '⟨day⟩',
  time: '⟨time⟩',
  via: '⟨via⟩',
};

function filled(sentence: string, pieces: Readonly<Record<string, ReactNode>>): ReactNode[] {
  return sentence.split(/[⟨⟩]/).map((part, index) => {
    const piece = index % 2 === 1 ? pieces[part] : undefined;
    if (piece !== undefined) return <Fragment key={part}>{piece}</Fragment>;
    return part.trim() === '' ? null : <span key={`${index}-${part}`}>{part.trim()}</span>;
  });
}

export interface WordProps {
  readonly label: string;
  readonly value: string;
  readonly options: readonly (readonly [value: string, text: string])[];
  readonly onPick: (value: string) => void;
}

/** A word of the sentence that can be chosen: a native select, as wide as its word. */
export function Word({ label, value, options, onPick }: WordProps) {
  const shown = options.find(([one]) => one === value)?.[1] ?? '…';
  return (
    <span className="pick pick--select">
      <span aria-hidden="true" className="clip">{shown}</span><Icon of={icons.down} size={14} />
      <select aria-label={label} value={value} onChange={(event) => onPick(event.currentTarget.value)}>
        {options.some(([one]) => one === value) ? null : <option value={value}>{shown}</option>}
        {options.map(([one, text]) => <option key={one} value={one}>{text}</option>)}
      </select>
    </span>
  );
}

/** The day in words; the native field lies over it, and shows itself to whoever types. */
function DayWord({ day, onPick }: { day: string; onPick: (day: string) => void }) {
  const { phrase, formats } = useSpeech();
  return (
    <span className="pick pick--select pick--day num">
      <span aria-hidden="true">{formats.day(day, 'weekday')}</span><Icon of={icons.down} size={14} />
      <input type="date" aria-label={phrase('admin-explain.day')} value={day}
        onClick={({ currentTarget }) => currentTarget.showPicker()}
        onChange={({ currentTarget: { value } }) => value !== '' && onPick(value)} />
    </span>
  );
}

function Target({
  question,
  place,
  onPick,
}: {
  question: Question;
  place: Place;
  onPick: (target: string) => void;
}) {
  const { phrase } = useSpeech();
  const { action, target } = question;
  const isRoom = action === 'book' || action === 'viewItem';
  const resources = useAnswer('listResources', { query: { limit: 200 } }, { when: isRoom });
  const plans = useAnswer(
    'listPlans',
    { query: { locationId: place.locationId as never, limit: 100 } },
    { when: action === 'signUpToPlan' },
  );
  const invoices = useAnswer(
    'listInvoices',
    { query: { customerId: place.customerId as never, limit: 100 } },
    { when: action === 'pay' },
  );
  const rows = isRoom ? (resources.data?.data ?? []) : (plans.data?.data ?? []);
  const options: (readonly [string, string])[] =
    action === 'viewSection'
      ? portalSections.map((section) => [section, phrase(`reasons.section.${section}`)])
      : action === 'pay' ? invoicesOf(invoices.data?.data ?? [])
        : rows.map((row) => [row.id, row.name]);
  const choose: (readonly [string, string])[] =
    action === 'pay' ? [['', phrase('admin-explain.anyInvoice')]]
      : target === '' ? [['', phrase('admin-explain.choose')]] : [];
  return (
    <Word
      label={phrase(`admin-explain.targetOf.${kindOf(action)}`)}
      value={target}
      onPick={onPick}
      options={[...choose, ...options]}
    />
  );
}

type Invoices = AnswerTo<'listInvoices'>['data'];

const invoicesOf = (rows: Invoices): [string, string][] =>
  rows.filter(({ kind }) => kind === 'invoice').flatMap(({ id, number }) => number === null ? []
    : [[id, number]]);

const kindOf = (action: Action): string => {
  if (action === 'book' || action === 'viewItem') return 'room';
  if (action === 'viewSection') return 'section';
  return action === 'pay' ? 'invoice' : 'plan';
};

const STEP = 30;
const lengths = [15, 30, 45, 60, 90, 120, 180, 240, 480];

function Times({ question, onSet }: Pick<AskSentenceProps, 'question' | 'onSet'>) {
  const { phrase, formats } = useSpeech();
  const { minuteOfDay, minutes, action } = question;
  const clock = (minute: number) => formats.time((minute % 1440) * 60_000, 'UTC');
  const text = (minute: number) =>
    action === 'book' ? `${clock(minute)}–${clock(minute + minutes)}` : clock(minute);
  const all = Array.from({ length: 1440 / STEP }, (_, index) => index * STEP);
  const times = all.includes(minuteOfDay) ? all : [...all, minuteOfDay].sort((a, b) => a - b);
  return (
    <>
      <Word
        label={phrase('admin-explain.time')}
        value={timeText(minuteOfDay)}
        onPick={(time) => onSet({ time })}
        options={times.map((minute) => [timeText(minute), text(minute)])}
      />
      {action === 'book' ? (
        <Word
          label={phrase('admin-explain.length')}
          value={String(minutes)}
          onPick={(min) => onSet({ min })}
          options={lengths.map((length) => [String(length), formats.minutes(length)])}
        />
      ) : null}
    </>
  );
}
