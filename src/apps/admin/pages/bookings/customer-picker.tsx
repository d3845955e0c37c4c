import { useEffect, useRef, useState } from 'react';
import { Avatar, Button, icons, TextField, useSpeech } from '../../../../kit/plain/index.ts';
import { useAnswer } from '../../data/answers.ts';

export interface Picked {
  readonly id: string;
  readonly name: string;
}

/** One customer: found by name or address, then shown with the way to choose another. */
export function CustomerPicker({ value, onPick, label, id = 'booking-customer', error }: {
  readonly value: Picked | null;
  readonly onPick: (customer: Picked | null) => void;
  readonly label: string;
  readonly id?: string;
  readonly error?: string | undefined;
}) {
  const { phrase } = useSpeech();
  const [text, setText] = useState('');
  const [asked, setAsked] = useState('');
  useFocusOnEmptied(id, value === null);
  useEffect(() => {
    const timer = setTimeout(() => setAsked(text.trim()), 200);
    return () => clearTimeout(timer);
  }, [text]);
  const found = useAnswer(
    'listCustomers',
    { query: { q: asked, limit: 6 } },
    { when: asked.length > 1 && value === null },
  );
  if (value !== null) {
    return (
      <div className="row nb__who">
        <Avatar name={value.name} /><span className="two"><b><bdi>{value.name}</bdi></b></span>
        <Button kind="quiet" small onClick={() => onPick(null)}>{phrase('admin-calendar.new.other')}</Button>
      </div>
    );
  }
  const rows = asked.length > 1 ? found.data?.data ?? [] : [];
  return (
    <div className="picker">
      <TextField
        name="customer"
        label={label}
        value={text}
        onValue={setText}
        id={id}
        error={error}
        autoComplete="off"
        placeholder={phrase('admin-calendar.new.find')}
      />
      {rows.length === 0 ? null : (
        <ul className="picker__list" aria-label={label}>
          {rows.map((row) => (
            <li key={row.id}>
              <Button
                kind="quiet"
                block
                icon={icons.user}
                onClick={() => onPick({ id: row.id, name: row.name })}
              >
                <bdi>{row.name}</bdi>{' '}
                <span className="muted small">
                  <bdi>{row.email}</bdi>
                </span>
              </Button>
            </li>
          ))}
        </ul>
      )}
      {asked.length > 1 && found.data !== undefined && rows.length === 0 ? (
        <p className="muted small">{phrase('admin-calendar.new.nobody')}</p>
      ) : null}
    </div>
  );
}

/** Whoever is taken back makes room for typing; when it first appears the focus is others' to place. */
function useFocusOnEmptied(id: string, empty: boolean) {
  const before = useRef(empty);
  useEffect(() => {
    const isEmptied = empty && !before.current;
    before.current = empty;
    if (!isEmptied) return undefined;
    const frame = requestAnimationFrame(() => document.getElementById(id)?.focus());
    return () => cancelAnimationFrame(frame);
  }, [id, empty]);
}
