import type { InvoiceLineUp, TeamBooking } from '../../../apps/portal/readers.ts';
import { listInvoices } from '../../../api/invoices.ts';
import { lineUpOf } from '../invoices.ts';
import { loadBookingsOfTeam } from '../bookings.ts';
import type { Visiting } from '../visiting.ts';
import { findTeam } from './load-teams.ts';

/** What the people of a team have booked, to come. */
export async function loadTeamBookings(
  visiting: Visiting, teamId: string,
): Promise<readonly TeamBooking[]> {
  const team = await findTeam(visiting, teamId);
  return team?.may.book === true ? loadBookingsOfTeam(visiting, team.id) : [];
}

/** What bills the team's contracts. */
export async function loadTeamInvoices(
  visiting: Visiting, teamId: string,
): Promise<readonly InvoiceLineUp[]> {
  const team = await findTeam(visiting, teamId);
  if (team?.may.seeInvoices !== true) return [];
  const { data } = await visiting.ask(listInvoices, { query: { teamId: team.id, limit: 200 } });
  return data.filter(({ number }) => number !== null).map(lineUpOf);
}
