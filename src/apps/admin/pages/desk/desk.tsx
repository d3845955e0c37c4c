import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import '../../css/customers.css';
import { Avatar, EmptyState, icons, useSpeech } from '../../../../kit/plain/index.ts';
import { Person } from '../../pieces/person.tsx';
import { useAnswer } from '../../data/answers.ts';
import type { AnswerTo } from '../../data/client.ts';
import { useAddressValue } from '../../data/filters.ts';
import { type LocationHere, useHere } from '../../data/here.tsx';
import { Page } from '../../frame/page.tsx';
import { CustomerBadges } from '../customers/customer-badges.tsx';
import { InNow } from './in-now.tsx';
import { PersonAtDesk } from './person.tsx';

/** The desk: a name or a card, the decision, Enter. Both hands stay on the keyboard. */
export function Desk() {
  const { phrase } = useSpeech();
  const { location } = useHere();
  return (
    <Page title={phrase('admin-desk.title')} acts={<span />}>
      {location === undefined ? (
        <EmptyState icon={icons.pin}>{phrase('admin-desk.chooseLocation')}</EmptyState>
      ) : (
        <AtDesk key={location.id} location={location} />
      )}
    </Page>
  );
}

function AtDesk({ location }: { location: LocationHere }) {
  const { phrase } = useSpeech();
  const [chosen, choose] = useAddressValue('customer');
  const box = useRef<HTMLInputElement>(null);
  const backToBox = () => {
    choose(undefined);
    box.current?.focus();
  };
  return (
    <div className="desk">
      <div className="stack">
        <FindBox box={box} onChoose={choose} chosen={chosen !== undefined} />
        {chosen === undefined ? (
          <p className="muted small">{phrase('admin-desk.empty')}</p>
        ) : (
          <PersonAtDesk key={chosen} customerId={chosen} location={location} onDone={backToBox} />
        )}
      </div>
      <InNow location={location} />
    </div>
  );
}

/** Always focused: a scanner types into it, and ends with Enter as people do. */
function FindBox({
  box,
  onChoose,
  chosen,
}: {
  readonly box: React.RefObject<HTMLInputElement | null>;
  readonly onChoose: (id: string | undefined) => void;
  readonly chosen: boolean;
}) {
  const { phrase } = useSpeech();
  const [text, setText] = useState('');
  const { rows, asked, isAnswered, ask } = useFound(text);
  const [at, setAt] = useState(0);
  useEffect(() => box.current?.focus(), [box]);
  const pick = (id: string) => {
    onChoose(id);
    setText('');
    ask('');
    setAt(0);
  };
  const type = (typed: string) => {
    setText(typed);
    setAt(0);
    if (chosen) onChoose(undefined);
  };
  const onKey = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined && rows.length > 0) {
      event.preventDefault();
      setAt((at + step + rows.length) % rows.length);
    }
    if (event.key === 'Escape') {
      setText('');
      onChoose(undefined);
    }
    const row = rows[at];
    if (event.key !== 'Enter' || text.trim() === '') return;
    event.preventDefault();
    event.stopPropagation();
    if (text.trim().startsWith('cus_')) pick(text.trim());
    else if (row !== undefined && asked === text.trim()) pick(row.id);
  };
  const open = rows.length > 0;
  return (
    <div className="card desk__find">
      <div className="desk__body">
        <WhoField box={box} text={text} at={open ? at : null} onText={type} onKeyDown={onKey} />
      </div>
      <Found rows={rows} at={at} onPick={pick} />
      {isAnswered && !open && text !== '' ? (
        <p className="muted small desk__body">{phrase('admin-desk.nobody')}</p>
      ) : null}
    </div>
  );
}

function WhoField({
  box,
  text,
  at,
  onText,
  onKeyDown,
}: {
  readonly box: React.RefObject<HTMLInputElement | null>;
  readonly text: string;
  /** The row the arrows stand on; null while nothing is found. */
  readonly at: number | null;
  readonly onText: (text: string) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}) {
  const { phrase } = useSpeech();
  return (
    <label className="field">
      <span>{phrase('admin-desk.find')}</span>
      <input
        ref={box}
        className="input"
        type="search"
        name="who"
        value={text}
        autoComplete="off"
        spellCheck={false}
        placeholder={phrase('admin-desk.hint')}
        role="combobox"
        aria-expanded={at !== null}
        aria-controls="desk-found"
        aria-autocomplete="list"
        aria-activedescendant={at === null ? undefined : `desk-found-${at}`}
        onChange={(event) => onText(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
    </label>
  );
}

function Found({
  rows,
  at,
  onPick,
}: {
  readonly rows: readonly FoundRow[];
  readonly at: number;
  readonly onPick: (id: string) => void;
}) {
  const { phrase } = useSpeech();
  return (
    <ul
      className="list desk__found"
      id="desk-found"
      role="listbox"
      aria-label={phrase('admin-desk.results')}
      hidden={rows.length === 0}
    >
      {rows.map((row, index) => (
        <li
          key={row.id}
          id={`desk-found-${index}`}
          role="option"
          aria-selected={index === at}
          onClick={() => onPick(row.id)}
        >
          <Avatar name={row.name} square={row.kind === 'company'} />
          <Person of={row} />
          <CustomerBadges of={row} small />
        </li>
      ))}
    </ul>
  );
}

type FoundRow = AnswerTo<'listCustomers'>['data'][number];

/** Asks when the typing pauses; the code of a card is an id, and needs no search. */
function useFound(text: string) {
  const [asked, ask] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => ask(text.trim()), 120);
    return () => clearTimeout(timer);
  }, [text]);
  const isSearch = asked.length > 1 && !asked.startsWith('cus_');
  const found = useAnswer(
    'listCustomers',
    { query: { q: asked, limit: 8, archived: 'false' } },
    { when: isSearch },
  );
  const rows = isSearch ? (found.data?.data ?? []) : [];
  return { rows, asked, isAnswered: isSearch && found.data !== undefined, ask };
}
