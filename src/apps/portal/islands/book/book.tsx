import { down } from '../../../../kit/plain/icon/shapes.generated.ts';
import { Icon } from '../../../../kit/plain/icon/icon.tsx';
import { Room, type RoomProps } from './room.tsx';
import { usePage } from '../use-page.ts';

interface Choice {
  readonly label: string;
  readonly href: string;
  readonly current: boolean;
}
interface Day {
  readonly weekday: string;
  readonly number: string;
  readonly name: string;
  readonly href: string;
  readonly current: boolean;
}
interface Picker {
  readonly id: string;
  readonly name: string;
  readonly label: string;
  readonly choices: readonly Choice[];
}

/** The rooms of another place. */
export interface RoomGroup {
  readonly id: string;
  readonly heading: string;
  /** Whose clock its times are by, where that is another. */
  readonly note: string | null;
  readonly rooms: readonly RoomProps[];
}

/** All that the booking page shows, in words already; the island asks the page's own address for more. */
export interface BookProps {
  readonly heading: string;
  readonly dayLabel: string;
  readonly days: readonly Day[];
  readonly earlier: { readonly label: string; readonly href: string } | null;
  readonly later: { readonly label: string; readonly href: string };
  readonly pickers: readonly Picker[];
  /** Back from one room to all of them. */
  readonly all: { readonly label: string; readonly href: string } | null;
  readonly rooms: readonly RoomProps[];
  /** Those of other places that are shown here too. */
  readonly beside: readonly RoomGroup[];
  readonly empty: string | null;
  readonly note: string;
  readonly loading: string;
}

/** Day, length, people, and the rooms with their start times: all of it links, so that it works asleep. */
export function Book(first: BookProps) {
  const { props, busy, follow } = usePage(first);
  return (
    <div className="book" aria-busy={busy} onClick={follow}>
      <p className="sr" role="status">
        {busy ? props.loading : ''}
      </p>
      <nav className="days" aria-label={props.dayLabel}>
        {props.days.map((day) => (
          <a
            key={day.href}
            className="day"
            href={day.href}
            data-stay
            aria-current={day.current ? 'date' : undefined}
          >
            <span>{day.weekday} </span>
            <b>{day.number}</b>
            <span className="sr">, {day.name}</span>
          </a>
        ))}
      </nav>
      <div className="row wrap filters">
        {props.pickers.map((picker) => (
          <Pick key={picker.id} picker={picker} />
        ))}
        {props.earlier !== null && (
          <a className="btn btn--quiet" href={props.earlier.href} data-stay>
            {props.earlier.label}
          </a>
        )}
        <a className="btn btn--quiet" href={props.later.href} data-stay>
          {props.later.label}
        </a>
      </div>
      {props.all !== null && (
        <a className="link small moreslots" href={props.all.href} data-stay>
          {props.all.label}
        </a>
      )}
      {props.empty !== null && (
        <div className="empty p-empty">
          <p>{props.empty}</p>
        </div>
      )}
      <div className="rooms">
        {props.rooms.map((room) => (
          <Room key={room.id} {...room} />
        ))}
      </div>
      {props.beside.map((group) => (
        <section key={group.id} className="beside" aria-labelledby={`${group.id}-name`}>
          <h2 id={`${group.id}-name`}>{group.heading}</h2>
          {group.note !== null && <p className="muted small">{group.note}</p>}
          <div className="rooms">
            {group.rooms.map((room) => (
              <Room key={room.id} {...room} />
            ))}
          </div>
        </section>
      ))}
      <p className="muted small">{props.note}</p>
    </div>
  );
}

/** A choice among few, as a menu of links that opens without script. */
export function Pick({ picker }: { picker: Picker }) {
  const current = picker.choices.find((choice) => choice.current);
  return (
    <span className="pickone">
      <button className="btn" type="button" popoverTarget={picker.id}>
        <span className="sr">{picker.name}: </span>
        {current?.label ?? picker.label}
        <Icon of={down} />
      </button>
      <span id={picker.id} popover="auto" className="sheet" role="group" aria-label={picker.name}>
        {picker.choices.map((choice) => (
          <a
            key={choice.href}
            className="drop__item"
            href={choice.href}
            data-stay
            aria-current={choice.current ? 'true' : undefined}
          >
            {choice.label}
          </a>
        ))}
      </span>
    </span>
  );
}
