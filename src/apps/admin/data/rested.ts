import { useEffect, useState } from 'react';

const RESTED_MS = 300;

/** What was typed or chosen, once it rests: what it would do is asked then, and not at every key. */
export function useRested<V>(value: V): V {
  const text = JSON.stringify(value);
  const [rested, setRested] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setRested(text), RESTED_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return rested === text ? value : (JSON.parse(rested) as V);
}
