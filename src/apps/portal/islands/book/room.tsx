import { Why, type WhyProps } from '../../parts/why.tsx';

interface Slot {
  readonly label: string;
  readonly name: string;
  readonly href: string;
}

export interface RoomProps {
  readonly id: string;
  readonly name: string;
  readonly capacity: string | null;
  readonly price: { readonly amount: string; readonly rest: string; readonly strong: boolean } | null;
  readonly slots: readonly Slot[];
  /** The rest of a long day, folded away. */
  readonly more: { readonly label: string; readonly slots: readonly Slot[] } | null;
  readonly why: WhyProps | null;
  /** Nothing free on this day: where there is something. */
  readonly elsewhere: {
    readonly text: string;
    readonly links: readonly { readonly label: string; readonly href: string }[];
  } | null;
  readonly first: boolean;
}

/** A room: its price, and its start times or the reason why there are none. */
export function Room({ id, name, capacity, price, slots, more, why, elsewhere, first }: RoomProps) {
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
      {slots.length > 0 && <Slots slots={slots} first={first} />}
      {more !== null && (
        <details className="moreslots">
          <summary className="link small">{more.label}</summary>
          <Slots slots={more.slots} first={false} />
        </details>
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

const Slots = ({ slots, first }: { slots: readonly Slot[]; first: boolean }) => (
  <div className="slots num">
    {slots.map((slot, index) => (
      <a
        key={slot.href}
        className={first && index === 0 ? 'is-first' : ''}
        href={slot.href}
        aria-label={slot.name}
      >
        {slot.label}
      </a>
    ))}
  </div>
);
