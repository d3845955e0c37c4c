import { Field, FormProblem, SelectField } from '../../parts/form.tsx';
import { isolate } from '../../parts/isolate.ts';
import { Why } from '../../parts/why.tsx';
import type { Facts } from '../facts.ts';
import type { Format } from '../../frame/format.ts';
import type { Frame } from '../../frame/view.ts';
import type { PageParts } from '../page-parts.ts';

interface Given {
  readonly frame: Frame;
  readonly facts: Facts['changeBooking'];
}

/** Another day, time or length; what it costs is said before it is changed. */
export function ChangeBooking({ frame, facts }: Given): PageParts {
  const { phrase, link } = frame;
  const { booking, problem, why, wish } = facts;
  const format = frame.formatAt(booking.locationId);
  const here = link('booking', { bookingId: booking.id });
  return {
    airy: true,
    top: {
      back: { href: here, label: phrase('portal-bookings.one') },
      title: phrase('portal-bookings.change.title'),
      isHeading: false,
    },
    main: (
      <>
        <FormProblem form={{ values: {}, errors: {}, problem }} />
        <div className="hello">
          <h1>{phrase('portal-bookings.change.question', { room: isolate(booking.resourceName) })}</h1>
          <p className="muted num">
            {phrase('portal-bookings.change.now', { when: whenOf(frame, format, booking) })}
          </p>
        </div>
        {why !== null && <Why {...why} />}
        <form method="post" className="p-form" action={link('changeBooking', { bookingId: booking.id })}>
          {wish !== null && <Effect frame={frame} facts={facts} />}
          <div className="p-acts">
            {wish !== null && (
              <button className="btn btn--primary num" type="submit">
                {phrase('portal-bookings.change.confirm', { when: whenOf(frame, format, wish) })}
              </button>
            )}
            <a className="btn btn--quiet" href={here}>
              {phrase('portal-bookings.change.leave')}
            </a>
          </div>
        </form>
        {booking.mayChange && <Times frame={frame} facts={facts} />}
      </>
    ),
  };
}

const whenOf = (
  { phrase }: Frame,
  format: Format,
  { start, end }: Pick<Facts['changeBooking']['booking'], 'start' | 'end'>,
): string => phrase('portal-book.when', { day: format.dayAt(start), times: format.times(start, end) });

/** The day and the length, then the starts that are free. */
function Times({ frame, facts }: Given) {
  const { phrase, link } = frame;
  const { booking, day, lengths, starts, why } = facts;
  const form = { values: { date: day }, errors: {}, problem: null };
  return (
    <>
      <form method="get" className="p-form" action={link('changeBooking', { bookingId: booking.id })}>
        <div className="p-two">
          <Field name="date" label={phrase('portal-book.day')} form={form} type="date" required />
          <SelectField
            name="min"
            label={phrase('portal-book.length')}
            value={String(lengths.find(({ current }) => current)?.value ?? '')}
            options={lengths.map(({ value, label }) => ({ value: String(value), label }))}
          />
        </div>
        <button className="btn" type="submit">
          {phrase('portal-bookings.change.show')}
        </button>
      </form>
      {starts.length > 0 ? (
        <section aria-labelledby="starts">
          <h2 id="starts" className="p-h2">
            {phrase('portal-bookings.change.starts')}
          </h2>
          <div className="slots num">
            {starts.map(({ label, href, current }) => (
              <a
                key={href}
                href={href}
                className={current ? 'is-first' : undefined}
                aria-current={current ? 'true' : undefined}
              >
                {label}
              </a>
            ))}
          </div>
        </section>
      ) : (
        why === null && <p className="muted">{phrase('portal-book.full')}</p>
      )}
    </>
  );
}

/** The price as promised, as it would be, and what lies between. */
function Effect({ frame, facts }: Given) {
  const { phrase } = frame;
  const { booking, wish } = facts;
  const format = frame.formatAt(booking.locationId);
  if (wish === null) return null;
  const hidden = wish.fields.map(({ name, value }) => (
    <input key={name} type="hidden" name={name} value={value} />
  ));
  if (wish.price === null || booking.price === null) return <>{hidden}</>;
  const difference = { ...wish.price, amount: wish.price.amount - booking.price.amount };
  return (
    <>
      {hidden}
      <section className="p-card" aria-labelledby="price">
        <h2 id="price" className="mb12">
          {phrase('portal-book.review.cost')}
        </h2>
        <dl className="quote">
          <dt>{phrase('portal-bookings.change.before')}</dt>
          <dd>{format.money(booking.price)}</dd>
          <dt>{phrase('portal-bookings.change.after')}</dt>
          <dd>{format.money(wish.price)}</dd>
          <dt className="total rule-above">{phrase('portal-bookings.change.difference')}</dt>
          <dd className="total rule-above">
            <bdi dir="ltr">{format.money(difference)}</bdi>
          </dd>
        </dl>
        {wish.needsApproval && <p className="small muted">{phrase('portal-book.fact.approval')}</p>}
        {booking.invoiceId !== null && difference.amount !== 0 && (
          <p className="small muted">{phrase('portal-bookings.change.invoice')}</p>
        )}
      </section>
    </>
  );
}
