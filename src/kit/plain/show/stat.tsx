import type { ReactNode } from 'react';

/** Numbers that open a list. */
export function StatStrip({ label, children }: { label: string; children: ReactNode }) {
  return (
    <section className="stats" aria-label={label}>
      {children}
    </section>
  );
}

export interface StatProps {
  readonly label: ReactNode;
  readonly value: ReactNode;
  /** Said smaller after the value: "of 80". */
  readonly of?: ReactNode;
  readonly note?: ReactNode;
  readonly href?: string | undefined;
  /** How full, 0 to 1, drawn under the value; its numbers stand in the value. */
  readonly share?: number | undefined;
  /** True while this one's list is shown below. */
  readonly current?: boolean | undefined;
}

export function Stat({ label, value, of, note, href, share, current }: StatProps) {
  const inner = (
    <>
      <span className="stat__label">{label}</span>
      <span className="stat__value">
        {value}
        {of === undefined ? null : (
          <>
            {' '}
            <small>{of}</small>
          </>
        )}
      </span>
      {share === undefined ? null : <Meter share={share} />}
      {note === undefined ? null : <span className="stat__note">{note}</span>}
    </>
  );
  if (href === undefined) return <div className="stat">{inner}</div>;
  return (
    <a className="stat" href={href} aria-current={current === true ? 'true' : undefined}>
      {inner}
    </a>
  );
}

/** How much is left or used, 0 to 1. Without a label it repeats a number beside it and is not read out. */
export function Meter({ share, label }: { share: number; label?: string }) {
  const value = Math.min(1, Math.max(0, share));
  return (
    <progress className="meter" max={1} value={value} aria-label={label} aria-hidden={label === undefined} />
  );
}
