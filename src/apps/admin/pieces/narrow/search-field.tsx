import { useEffect, useRef, useState } from 'react';
import { TextField } from '../../../../kit/plain/index.ts';
import type { Filters } from '../../data/filters.ts';

interface Props {
  readonly filters: Pick<Filters, 'q' | 'search'>;
  readonly label: string;
  readonly placeholder: string;
}

/** Typed text goes into the address when the person pauses. */
export function SearchField({ filters: { q, search }, label, placeholder }: Props) {
  const [text, setText] = useState(q);
  // The address changes with every render that follows it: the timer asks for the newest when it fires.
  const searchNow = useRef(search);
  useEffect(() => {
    searchNow.current = search;
  });
  useEffect(() => setText(q), [q]);
  useEffect(() => {
    if (text === q) return undefined;
    const timer = setTimeout(() => searchNow.current(text), 200);
    return () => clearTimeout(timer);
  }, [text, q]);
  return (
    <TextField
      name="q"
      type="search"
      label={label}
      value={text}
      onValue={setText}
      autoComplete="off"
      placeholder={placeholder}
    />
  );
}
