import { renderToString } from 'react-dom/server';
import { Book } from './bookings/book.tsx';
import { BookingPage } from './bookings/booking.tsx';
import { Bookings } from './bookings/bookings.tsx';
import { ChangeBooking } from './bookings/change.tsx';
import { CancelBooking } from './bookings/cancel.tsx';
import { ChangeEmail, Profile } from './me/profile.tsx';
import { Closed, Message, NotFound, StaffOnly } from './closed/closed.tsx';
import { CancelContract, FreezeContract, ResumeContract } from './contracts/change.tsx';
import { Contract } from './contracts/contract.tsx';
import { Enter, ForgotPassword, ResetPassword, SignIn, SignInLink } from './account/sign-in.tsx';
import { Home } from './home/home.tsx';
import { Invitation, OpenAccount } from './account/open-account.tsx';
import { Invoice } from './invoices/invoice.tsx';
import { Invoices } from './invoices/invoices.tsx';
import { Me } from './me/me.tsx';
import { Page } from '../frame/document.tsx';
import { Plans } from './plans/plans.tsx';
import { PublicHome } from './home/public-home.tsx';
import { Remind } from './closed/remind.tsx';
import { Review } from './bookings/review.tsx';
import { EndSeat, RemoveFromTeam } from './teams/end.tsx';
import { InviteToTeam, TeamProfile } from './teams/forms.tsx';
import { Team, Teams } from './teams/team.tsx';
import { TeamBookings, TeamInvoices } from './teams/lists.tsx';
import { TeamPersonPage } from './teams/person.tsx';
import { Wallet } from './wallet/wallet.tsx';
import type { Facts } from './facts.ts';
import type { Frame, View } from '../frame/view.ts';
import type { PageParts } from './page-parts.ts';

const pages: { readonly [P in keyof Facts]: (given: { frame: Frame; facts: Facts[P] }) => PageParts } = {
  publicHome: PublicHome,
  home: Home,
  plans: Plans,
  book: Book,
  review: Review,
  bookings: Bookings,
  booking: BookingPage,
  changeBooking: ChangeBooking,
  cancelBooking: CancelBooking,
  wallet: Wallet,
  invoices: Invoices,
  invoice: Invoice,
  contract: Contract,
  freezeContract: FreezeContract,
  cancelContract: CancelContract,
  resumeContract: ResumeContract,
  teams: Teams,
  team: Team,
  teamPerson: TeamPersonPage,
  removeFromTeam: RemoveFromTeam,
  endSeat: EndSeat,
  inviteToTeam: InviteToTeam,
  teamProfile: TeamProfile,
  teamBookings: TeamBookings,
  teamInvoices: TeamInvoices,
  me: Me,
  profile: Profile,
  changeEmail: ChangeEmail,
  signIn: SignIn,
  signInLink: SignInLink,
  enter: Enter,
  forgotPassword: ForgotPassword,
  resetPassword: ResetPassword,
  openAccount: OpenAccount,
  invitation: Invitation,
  message: Message,
  closed: Closed,
  remind: Remind,
  notFound: NotFound,
  staffOnly: StaffOnly,
};

/** The HTML of a whole page. The script that wakes islands comes only with pages that have one. */
export function renderPage({ page, facts, frame }: View): string {
  const show = pages[page] as (given: { frame: Frame; facts: unknown }) => PageParts;
  const html = renderToString(<Page frame={frame} parts={show({ frame, facts })} />);
  const script = html.includes(' data-island="')
    ? `<script type="module" src="${frame.script}"></script></head>`
    : '</head>';
  return `<!doctype html>${html.replace('</head>', script)}`;
}
