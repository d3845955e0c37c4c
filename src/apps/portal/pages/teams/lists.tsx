import { calendar } from '../../../../kit/plain/icon/shapes.generated.ts';
import { Empty } from '../../parts/empty.tsx';
import { InvoiceRows } from '../invoices/invoices.tsx';
import { isolate } from '../../parts/isolate.ts';
import { RowLink } from '../../parts/row-link.tsx';
import type { Facts } from '../facts.ts';
import type { Frame } from '../../frame/view.ts';
import type { PageParts } from '../page-parts.ts';
import type { TeamBooking, TeamView } from '../../readers.ts';

const topOf = ({ link }: Frame, team: TeamView, title: string): PageParts['top'] & object => ({
  back: { href: link('team', { teamId: team.id }), label: team.name },
  title,
  isHeading: true,
});

/** What everybody in the team has booked, to come. */
export function TeamBookings({ frame, facts }: { frame: Frame; facts: Facts['teamBookings'] }): PageParts {
  const { phrase, link } = frame;
  const { team, bookings } = facts;
  return {
    airy: true,
    top: topOf(frame, team, phrase('portal-teams.bookings.title')),
    main:
      bookings.length === 0 ? (
        <Empty
          text={phrase('portal-teams.bookings.none')}
          act={{ label: phrase('portal-home.book'), href: link('book') }}
        />
      ) : (
        <ul className="p-list">
          {bookings.map((booking) => (
            <RowLink
              key={booking.id}
              shape={calendar}
              title={<bdi>{booking.resourceName}</bdi>}
              text={lineOf(frame, booking)}
            />
          ))}
        </ul>
      ),
  };
}

/** Who, and when, at the clock of where it is. */
function lineOf(frame: Frame, { customerName, locationId, start, end }: TeamBooking): string {
  const format = frame.formatAt(locationId);
  const when = frame.phrase('portal-book.when', {
    day: format.dayAt(start),
    times: format.times(start, end),
  });
  return frame.phrase('portal-teams.bookings.line', { name: isolate(customerName), when });
}

/** What the team's payer is billed: what is due first. */
export function TeamInvoices({ frame, facts }: { frame: Frame; facts: Facts['teamInvoices'] }): PageParts {
  const { phrase } = frame;
  const { team, due, settled } = facts;
  return {
    airy: true,
    top: topOf(frame, team, phrase('portal-teams.invoices.title')),
    main: (
      <>
        <p className="muted">{phrase('portal-teams.invoices.what')}</p>
        {team.payerName !== null && (
          <p className="muted">{phrase('portal-teams.paidBy', { name: isolate(team.payerName) })}</p>
        )}
        {due.length + settled.length === 0 && (
          <Empty text={phrase('portal-teams.invoices.none')} act={null} />
        )}
        {due.length > 0 && (
          <section aria-labelledby="due">
            <h2 id="due" className="p-h2">
              {phrase('portal-invoices.due')}
            </h2>
            <p className="small muted">{phrase('portal-invoices.atDesk')}</p>
            <InvoiceRows frame={frame} invoices={due} />
          </section>
        )}
        {settled.length > 0 && (
          <section aria-labelledby="settled">
            <h2 id="settled" className="p-h2">
              {phrase('portal-invoices.settled')}
            </h2>
            <InvoiceRows frame={frame} invoices={settled} />
          </section>
        )}
      </>
    ),
  };
}
