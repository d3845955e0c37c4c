import type { InvoiceLineUp, TeamBooking } from '../../../apps/portal/readers.ts';
import { listInvoices } from '../../../api/invoices.ts';
import { lineUpOf } from '../invoices.ts';
import { loadBookingsAheadOf } from '../bookings.ts';
import type { Visiting } from '../visiting.ts';
import { findTeam, loadTeam } from './load-teams.ts';

/** What the people of a team have booked, to come. */
export async function loadTeamBookings(
  visiting: Visiting, teamId: string,
): Promise<readonly TeamBooking[]> {
  const team = await loadTeam(visiting, teamId);
  if (team === null || !team.may.book) return [];
  const found = await Promise.all(
    team.persons.map(async ({ id, name }) =>
      (await loadBookingsAheadOf(visiting, id)).map((booking) => ({ ...booking, customerName: name })),
    ),
  );
  return found.flat().toSorted((a, b) => a.start - b.start);
}

/** The documents of whoever pays for the team. */
export async function loadTeamInvoices(
  visiting: Visiting, teamId: string,
): Promise<readonly InvoiceLineUp[]> {
  const payerId = (await findTeam(visiting, teamId))?.payingCustomerId ?? null;
  if (payerId === null) return [];
  const { data } = await visiting.ask(listInvoices, { query: { customerId: payerId, limit: 200 } });
  return data.filter(({ number }) => number !== null).map(lineUpOf);
}
