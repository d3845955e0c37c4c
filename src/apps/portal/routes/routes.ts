import { accountRoutes } from './account.ts';
import { bookRoutes } from './book.ts';
import { bookingRoutes } from './bookings/bookings.ts';
import { changeBookingRoutes } from './bookings/change-booking.ts';
import { contractRoutes } from './contracts.ts';
import { homeRoutes } from './home.ts';
import { meRoutes } from './me.ts';
import { moneyRoutes } from './money.ts';
import { remindRoutes } from './remind/remind.ts';
import { reviewRoutes } from './review.ts';
import { teamFormRoutes } from './teams/forms.ts';
import { teamPeopleRoutes } from './teams/people.ts';
import { teamRoutes } from './teams/teams.ts';
import type { PageRoute } from './route.ts';

/** Every page that exists; `urls.ts` says where. */
export const routes: readonly PageRoute[] = [
  ...homeRoutes,
  ...bookRoutes,
  ...reviewRoutes,
  ...remindRoutes,
  ...bookingRoutes,
  ...changeBookingRoutes,
  ...moneyRoutes,
  ...contractRoutes,
  ...teamRoutes,
  ...teamPeopleRoutes,
  ...teamFormRoutes,
  ...meRoutes,
  ...accountRoutes,
];
