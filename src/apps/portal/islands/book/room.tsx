import { Why, type WhyProps } from '../../parts/why.tsx';

/** A start: as it reads, and as the address carries it. */
type Slot = readonly [label: string, start: string];

export interface RoomProps {
  readonly id: string;
  readonly name: string;
  readonly capacity: string | null;
  readonly price: { readonly amount: string; readonly rest: string; readonly strong: boolean } | null;
  /** The address of the review, without its start. */
  readonly review: string;
  readonly slots: readonly Slot[];
  /** The rest of a long day, at an address of its own. */
  readonly more: { readonly label: string; readonly href: string } | null;
  readonly why: WhyProps | null;
  /** Nothing free on this day: where there is something. */
  readonly elsewhere: {
    readonly text: string;
    readonly links: readonly { readonly label: string; readonly href: string }[];
  } | null;
  readonly first: boolean;
}

/** A room: its price, and its start times or the reason why there are none. */
export function Room({ id, name, capacity, price, review, slots, more, why, elsewhere, first }: RoomProps) {
  return (
    <section className="room" aria-labelledby={`${id}-name`} data-resource={id}>
      <div className="room__head">
        <h2 id={`${id}-name`}>
          <bdi>{name}</bdi>
        </h2>
        {capacity !== null && <span className="muted small">{capacity}</span>}
        {price !== null && (
          <span className={price.strong ? 'price small' : 'price small muted'}>
            {price.strong ? <b>{price.amount}</b> : price.amount}{' '}
            <span className="muted">{price.rest}</span>
          </span>
        )}
      </div>
      {slots.length > 0 && (
        <div className="slots num">
          {slots.map(([label, start], index) => (
            <a
              key={start}
              className={first && index === 0 ? 'is-first' : undefined}
              href={review + start}
              aria-describedby={`${id}-name`}
            >
              {label}
            </a>
          ))}
        </div>
      )}
      {more !== null && (
        <a className="link small moreslots" href={more.href} data-stay>
          {more.label}
        </a>
      )}
      {why !== null && <Why {...why} />}
      {elsewhere !== null && (
        <p className="small muted elsewhere">
          {elsewhere.text}{' '}
          {elsewhere.links.map((link) => (
            <a key={link.href} className="link" href={link.href} data-stay>
              {link.label}
            </a>
          ))}
        </p>
      )}
    </section>
  );
}
