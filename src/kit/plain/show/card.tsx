import { type ReactNode, useId } from 'react';

export interface CardProps {
  readonly title: ReactNode;
  /** How many are in it, or another short word after the title. */
  readonly count?: ReactNode;
  /** What can be done with the whole of it: one quiet button, or a segmented control. */
  readonly acts?: ReactNode;
  readonly children: ReactNode;
  /** Pads the inside; lists and tables bring their own. */
  readonly padded?: boolean;
  readonly foot?: ReactNode;
  /** Refetching: old rows stay, a thin line runs over them. */
  readonly refreshing?: boolean;
}

/** A thing with its own action. No cards in cards. */
export function Card({ title, count, acts, children, padded = false, foot, refreshing = false }: CardProps) {
  const id = useId();
  return (
    <section className="card" aria-labelledby={id}>
      {refreshing ? <div className="progress" /> : null}
      <div className="card__head">
        <h2 id={id}>
          {title}
          {count === undefined ? null : (
            <>
              {' '}
              <span className="count">{count}</span>
            </>
          )}
        </h2>
        {acts === undefined ? null : <div className="row push wrap">{acts}</div>}
      </div>
      {padded ? <div className="card__body">{children}</div> : children}
      {foot === undefined ? null : <div className="card__foot">{foot}</div>}
    </section>
  );
}

/** Rows to act on one by one. */
export function List({ children, label }: { children: ReactNode; label?: string }) {
  return (
    <ul className="list" aria-label={label}>
      {children}
    </ul>
  );
}

export interface ListRowProps {
  /** What stands before the words: a time, an icon, an avatar. */
  readonly lead?: ReactNode;
  readonly title: ReactNode;
  readonly note?: ReactNode;
  /** Badges and buttons. */
  readonly children?: ReactNode;
}

export function ListRow({ lead, title, note, children }: ListRowProps) {
  return (
    <li>
      {lead}
      <span className="two">
        <b>{title}</b>
        {note === undefined ? null : <span className="muted small">{note}</span>}
      </span>
      {children}
    </li>
  );
}

/** Facts by name. */
export function Facts({ of }: { of: readonly (readonly [name: string, value: ReactNode] | null)[] }) {
  return (
    <dl className="defs">
      {of
        .filter((fact) => fact !== null)
        .map(([name, value]) => (
          <Fact key={name} name={name} value={value} />
        ))}
    </dl>
  );
}

const Fact = ({ name, value }: { name: string; value: ReactNode }) => (
  <>
    <dt>{name}</dt>
    <dd>{value}</dd>
  </>
);

/** Facts and rare verbs, beside the page. */
export function Rail({ label, children }: { label: string; children: ReactNode }) {
  return (
    <aside className="rail" aria-label={label}>
      {children}
    </aside>
  );
}

export function RailPart({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div>
      <h2 className="rail__h">{title}</h2>
      {children}
    </div>
  );
}
