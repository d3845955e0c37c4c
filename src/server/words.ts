import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Identity } from './platform/http/caller.ts';
import type { Route } from './platform/http/serve.ts';
import type { Jobs } from './platform/queue/queue.ts';
import type { Deadlines } from './platform/work/deadlines.ts';
import type { Shell } from './platform/work/shell.ts';
import type { Wishes } from './start-wishes.ts';
import { mountAdmin } from '../apps/admin/mount.ts';
import { mountPortal } from '../apps/portal/mount.ts';
import { previewRoutes } from './portal/preview/routes.ts';
import { portalPreviews } from './portal/preview/show-preview.ts';
import { portalReaders } from './portal/visit.ts';
import { auditLogRoutes } from './audit-log/routes.ts';
import { mailRoutes } from './mails/routes.ts';
import { apiKeyRoutes } from './api-keys/routes.ts';
import { identify } from './accounts/load-identity.ts';
import { accountRoutes } from './accounts/routes.ts';
import { signUpRoutes } from './sign-up/routes.ts';
import { staffRoutes } from './staff/routes.ts';
import { withGivers } from './staff/roles/who-can-give.ts';
import { prepareFirstOwner } from './staff/set-up.ts';
import { benefitRoutes } from './benefits/routes.ts';
import { benefitDeadlines } from './benefits/deadlines.ts';
import { checkInRoutes } from './check-ins/routes.ts';
import { checkInDeadlines } from './check-ins/deadlines.ts';
import { suppliedCheckIn } from './check-ins/load-check-in.ts';
import { suspensionRoutes } from './suspensions/routes.ts';
import { customerRoutesWith } from './customers/routes.ts';
import { noteRoutes } from './notes/routes.ts';
import { teamRoutesWith } from './teams/routes.ts';
import { accessRoutes } from './access/routes.ts';
import { keepingRefusals } from './access/refusals/keep-refusals.ts';
import { refusalRoutes } from './access/refusals/routes.ts';
import { reminderDeadlines, reminderRoutes } from './access/reminders/routes.ts';
import type { FactSuppliers } from './access/suppliers.ts';
import { whatIfRoutes } from './access/what-if/routes.ts';
import { withReasons } from './access/sign-in-refused.ts';
import { reviewBookings } from './bookings/review/review-bookings.ts';
import { suppliedBooking } from './bookings/supplied-booking.ts';
import { portalAccessRoutes } from './portal-access/routes.ts';
import { legalEntityRoutes } from './legal-entities/routes.ts';
import { locationRoutes } from './locations/routes.ts';
import { planRoutes } from './plans/routes.ts';
import { prepareHarbour } from './demo/starter.ts';
import { importJobs } from './imports/invite-imported.ts';
import { importRoutes } from './imports/routes.ts';
import { contractLinesAhead } from './billing/contract-lines-ahead.ts';
import { contractRoutesWith } from './contracts/routes.ts';
import { seatRoutes } from './contracts/seats/routes.ts';
import { seatsOfTeams } from './contracts/seats/seats-of-teams.ts';
import { contractDeadlines } from './contracts/deadlines.ts';
import { availabilityRoutes } from './availability/routes.ts';
import { bookingDeadlines, bookingRoutes } from './bookings/routes.ts';
import { billingRoutes } from './billing/routes.ts';
import { billingDeadlines, billingJobs } from './billing/deadlines.ts';
import { analyticsRoutes } from './analytics/routes.ts';
import { rateRoutes } from './rates/routes.ts';
import { resourceRoutes } from './resources/routes.ts';

/** Where every word joins the product: its routes, its deadlines, what it mounts. */

const suppliers: FactSuppliers = { checkIn: suppliedCheckIn, booking: suppliedBooking };

const everyRoute: readonly Route[] = [
  ...withReasons(accountRoutes),
  ...staffRoutes,
  ...apiKeyRoutes,
  ...mailRoutes,
  ...auditLogRoutes,
  ...locationRoutes,
  ...legalEntityRoutes,
  ...customerRoutesWith(reviewBookings),
  ...noteRoutes,
  ...teamRoutesWith(seatsOfTeams),
  ...portalAccessRoutes,
  ...previewRoutes,
  ...accessRoutes(suppliers),
  ...refusalRoutes(suppliers),
  ...reminderRoutes(suppliers),
  ...whatIfRoutes,
  ...planRoutes,
  ...contractRoutesWith({ lines: contractLinesAhead, bookings: reviewBookings }),
  ...seatRoutes,
  ...importRoutes,
  ...resourceRoutes,
  ...rateRoutes,
  ...benefitRoutes,
  ...billingRoutes,
  ...suspensionRoutes,
  ...checkInRoutes,
  ...availabilityRoutes,
  ...bookingRoutes,
  ...withReasons(signUpRoutes),
  ...analyticsRoutes,
];

/** What any of them refuses is kept (R18). */
export const routes = keepingRefusals(everyRoute);

export const deadlines: Deadlines = {
  ...reminderDeadlines(suppliers),
  ...contractDeadlines,
  ...benefitDeadlines,
  ...checkInDeadlines,
  ...billingDeadlines,
  ...bookingDeadlines,
};

/** What the job queue does for the words. */
export const jobs: Jobs = {
  ...billingJobs,
  ...importJobs,
};

/** Something that serves more than endpoints: sign-in, the portal, the admin panel, a foreign protocol. */
export interface Mount {
  /** True for what belongs to the API and is there without the web apps too. */
  readonly api: boolean;
  on(app: FastifyInstance, shell: Shell): Promise<void>;
}

export const mounts: readonly Mount[] = [
  {
    api: false,
    on: (app, { clock, settings }) =>
      mountAdmin(app, { now: () => clock.now(), stands: settings.testClock !== null }),
  },
  {
    api: false,
    on: (app, shell) => {
      const parts = { shell, routes, identify: identifier(shell) };
      return mountPortal(app, { readers: portalReaders(parts), previews: portalPreviews(parts) });
    },
  },
];

/**
 * What a word does when the process starts, before it serves; it answers lines to print under the
 * addresses.
 */
export type Starter = (
  shell: Shell,
  wishes: Wishes,
  say: (line: string) => void,
) => Promise<readonly string[]>;

/** The first owner comes last: a network that was filled before is theirs. */
export const starters: readonly Starter[] = [
  prepareHarbour,
  prepareFirstOwner,
];

/** Who sent a request. */
export const identifier =
  (shell: Shell) =>
  (request: FastifyRequest): Promise<Identity> =>
    identify(shell, request);

/** What more is said of a refusal. */
export const explainer = withGivers;
