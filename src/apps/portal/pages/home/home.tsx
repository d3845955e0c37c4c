import {
  alert,
  calendar,
  check,
  refresh,
  snow,
  tag,
  ticket,
} from '../../../../kit/plain/icon/shapes.generated.ts';
import { BookingTime } from '../../parts/booking-time.tsx';
import { GrantStrip } from '../../parts/grant-strip.tsx';
import { Why } from '../../parts/why.tsx';
import { Icon } from '../../../../kit/plain/icon/icon.tsx';
import { RowLink } from '../../parts/row-link.tsx';
import { openText } from '../../parts/open-text.ts';
import { minutesBetween, type Instant } from '../../../../domain/kernel/instant.ts';
import { isolate } from '../../parts/isolate.ts';
import type { Frame } from '../../frame/view.ts';
import type { HomeFacts } from '../facts.ts';
import type { PageParts } from '../page-parts.ts';

/** What is next, what is left, what is owed. */
export function Home({ frame, facts }: { frame: Frame; facts: HomeFacts }): PageParts {
  const { phrase, format, visitor } = frame;
  const now = facts.now as Instant;
  const open = openText(frame, facts.open, now);
  return {
    main: (
      <>
        <div className="hello">
          <h1>
            {phrase(`portal-home.good.${facts.partOfDay}`, { name: isolate(visitor?.shortName ?? '') })}
          </h1>
          <p className="muted small num">
            {phrase('portal-home.today', { at: format.dayAndTime(now), open })}
          </p>
        </div>
        {facts.presence.inside !== null && <Inside frame={frame} inside={facts.presence.inside} />}
        {facts.refused !== null && <Why {...facts.refused} />}
        {facts.next === null ? (
          <NothingNext frame={frame} facts={facts} />
        ) : (
          <Next frame={frame} facts={facts} />
        )}
      </>
    ),
    side: (
      <>
        {facts.grants.length > 0 && <GrantStrip frame={frame} grants={facts.grants} />}
        {facts.frozen.map((contract) => (
          <Frozen key={contract.id} frame={frame} contract={contract} />
        ))}
        <ToDo frame={frame} facts={facts} />
      </>
    ),
  };
}

function Next({ frame, facts }: { frame: Frame; facts: HomeFacts }) {
  const { phrase, link } = frame;
  const booking = facts.next;
  if (booking === null) return null;
  const format = frame.formatAt(booking.locationId);
  const elsewhere = frame.elsewhere(booking.locationId);
  const minutes = minutesBetween(facts.now as Instant, booking.start);
  return (
    <section className="p-card next" aria-labelledby="next">
      <div className="row">
        <h2 id="next" className="kicker">
          {phrase('portal-home.next')}
        </h2>
        <span className="push">
          <BookingTime frame={frame} booking={booking} minutes={minutes} />
        </span>
      </div>
      <p className="next__time num">
        <bdi>{format.times(booking.start, booking.end)}</bdi>
      </p>
      <p className="next__where">
        {minutes > 720 && <span className="num">{format.dayAt(booking.start)} · </span>}
        <bdi>{booking.resourceName}</bdi>
        {elsewhere !== null && <span className="muted"> · {elsewhere}</span>}
        {booking.capacity !== null && (
          <span className="muted"> · {phrase('portal-book.forPeople', { count: booking.capacity })}</span>
        )}
      </p>
      <div className="row wrap">
        {facts.presence.mayCheckIn && <CheckIn frame={frame} />}
        <a
          className={facts.presence.mayCheckIn ? 'btn' : 'btn btn--primary grow'}
          href={link('booking', { bookingId: booking.id })}
        >
          {phrase('portal-home.open')}
        </a>
        <a
          className="btn btn--icon"
          href={link('bookingCalendar', { bookingId: booking.id })}
          aria-label={phrase('portal-bookings.addToCalendar')}
        >
          <Icon of={calendar} />
        </a>
      </div>
    </section>
  );
}

function Frozen({ frame, contract }: { frame: Frame; contract: HomeFacts['frozen'][number] }) {
  return (
    <div className="banner banner--frozen p-banner">
      <Icon of={snow} size={20} />
      <p>
        {frozenText(frame, contract)}{' '}
        {contract.frozen?.mayResume === true && (
          <a href={frame.link('resumeContract', { contractId: contract.id })}>
            {frame.phrase('portal-home.resume')}
          </a>
        )}
      </p>
    </div>
  );
}

function NothingNext({ frame, facts }: { frame: Frame; facts: HomeFacts }) {
  const { phrase, link } = frame;
  const { mayCheckIn } = facts.presence;
  if (!facts.mayBook && !mayCheckIn) return null;
  return (
    <section className="p-card next" aria-labelledby="next">
      <h2 id="next" className="kicker">
        {phrase('portal-home.next')}
      </h2>
      <p className="next__where">
        {phrase(facts.mayBook ? 'portal-home.nothingNext' : 'portal-home.comeIn')}
      </p>
      <div className="row wrap">
        {mayCheckIn && <CheckIn frame={frame} />}
        {facts.mayBook && (
          <a className={mayCheckIn ? 'btn' : 'btn btn--primary grow'} href={link('book')}>
            {phrase('portal-home.book')}
          </a>
        )}
      </div>
    </section>
  );
}

const CheckIn = ({ frame }: { frame: Frame }) => (
  <form method="post" action={frame.link('checkIn')} className="grow">
    <button className="btn btn--primary btn--wide" type="submit">
      {frame.phrase('portal-home.checkIn')}
    </button>
  </form>
);

function Inside({ frame, inside }: { frame: Frame; inside: NonNullable<HomeFacts['presence']['inside']> }) {
  const { phrase } = frame;
  const elsewhere = frame.elsewhere(inside.locationId);
  const since = frame.formatAt(inside.locationId).time(inside.since);
  return (
    <div className="p-card row inside">
      <span className="badge badge--active">
        <Icon of={check} />
        {elsewhere === null
          ? phrase('portal-home.inside', { since })
          : phrase('portal-home.insideAt', { since, place: isolate(elsewhere) })}
      </span>
      <form method="post" action={frame.link('checkOut', { checkInId: inside.id })} className="push">
        <button className="btn" type="submit">
          {phrase('portal-home.checkOut')}
        </button>
      </form>
    </div>
  );
}

function Again({ frame, facts }: { frame: Frame; facts: HomeFacts }) {
  const { phrase, format, link } = frame;
  const { again } = facts;
  if (again === null) return null;
  const { resourceId, name, start, minutes } = again;
  const address = { date: format.isoDay(start), start: format.clock(start), min: minutes };
  return (
    <RowLink
      shape={refresh}
      href={link('review', { resourceId }, address)}
      title={phrase('portal-home.again', { room: isolate(name) })}
      text={phrase('portal-home.againText', {
        day: format.dayAt(start),
        time: format.time(start),
        length: format.minutes(minutes),
      })}
    />
  );
}

function frozenText(frame: Frame, contract: HomeFacts['frozen'][number]): string {
  const until = contract.frozen?.untilDay ?? null;
  const values = { plan: isolate(contract.planName), pauses: contract.frozen?.pauses ?? '' };
  if (until === null) return frame.phrase('portal-home.frozen', values);
  return frame.phrase('portal-home.frozenUntil', { ...values, day: frame.format.shortDay(until) });
}

function ToDo({ frame, facts }: { frame: Frame; facts: HomeFacts }) {
  const { phrase, format, visitor } = frame;
  return (
    <ul className="p-list">
      {facts.due.map((invoice) => (
        <RowLink
          key={invoice.id}
          shape={alert}
          alert={invoice.state === 'overdue'}
          title={phrase(invoice.state === 'overdue' ? 'portal-home.dueSince' : 'portal-home.dueOn', {
            amount: format.money(invoice.due),
            day: format.shortDay(invoice.dueDay),
          })}
          text={phrase('portal-home.invoice', {
            number: isolate(invoice.number),
            tax: frame.place.taxName,
          })}
          end={
            <a className="btn" href={frame.link('invoice', { invoiceId: invoice.id })}>
              {phrase('portal-home.see')}
            </a>
          }
        />
      ))}
      <Again frame={frame} facts={facts} />
      {facts.seesBookings && (
        <RowLink
          shape={calendar}
          href={frame.link('bookings')}
          title={phrase('portal-home.bookings')}
          text={phrase('portal-home.bookingsText')}
        />
      )}
      {facts.seesPlans && visitor?.standing === 'contact' && (
        <RowLink
          shape={tag}
          href={frame.link('plans')}
          title={phrase('portal-home.plans')}
          text={phrase('portal-home.plansText')}
        />
      )}
      {facts.grants.length === 0 && visitor?.standing === 'member' && (
        <RowLink
          shape={ticket}
          href={frame.link('wallet')}
          title={phrase('portal-home.wallet')}
          text={phrase('portal-home.walletText')}
        />
      )}
    </ul>
  );
}
