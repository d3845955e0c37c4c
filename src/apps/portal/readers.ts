import type { FastifyRequest } from 'fastify';
import type { Persona } from '../../domain/access/what-if/persona.ts';
import type { Instant } from '../../domain/kernel/instant.ts';
import type { ContractChange, ContractEffects, ContractView } from './contract-things.ts';
import type { TeamVerbs } from './team-things.ts';
import type {
  Booking,
  BookingAsked,
  BookingChange,
  CancelEffect,
  ChangeEffect,
  Decision,
  InvoiceDocument,
  InvoiceLineUp,
  PlanOffer,
  PortalPlace,
  Presence,
  Profile,
  ProfileInput,
  Quote,
  Room,
  RoomsAsked,
  SectionKey,
  Sections,
  Visitor,
  Wallet,
} from './things.ts';

export type * from './contract-things.ts';
export type * from './team-things.ts';
export type * from './things.ts';

/**
 * What the portal is given by the server. The portal asks, shows and forwards; it decides nothing.
 * Amounts are minor units, instants epoch milliseconds, periods half-open.
 */
export interface PortalReaders {
  /** Who asks and when; once per request. */
  visit(request: FastifyRequest): Promise<Visit>;
}

/** The portal as somebody else sees it, read only, for the admin who opened the preview (PER-4). */
export interface PortalPreviews {
  /** The admin's own language; null: not known. Throws a problem where the preview is not theirs. */
  language(request: FastifyRequest, previewId: string): Promise<string | null>;
  /** The visit is good until `show` has answered, and is then as if it had never been. */
  show<T>(
    request: FastifyRequest, previewId: string, show: (visit: Visit, shown: PreviewShown) => Promise<T>,
  ): Promise<T>;
  end(request: FastifyRequest, previewId: string): Promise<{ readonly adminHref: string }>;
}

/** As whom and when the portal is shown. */
export interface PreviewShown {
  /** What its pages stand below. */
  readonly under: string;
  /** The location at which it begins. */
  readonly placeId: string;
  /** Null: a customer that there is. */
  readonly as: Persona | null;
  /** Of a customer that there is. */
  readonly name: string | null;
  /** The plan that somebody made up is on. */
  readonly planName: string | null;
  /** Null: now. */
  readonly at: Instant | null;
  readonly isDraft: boolean;
  readonly cannotSignIn: boolean;
  /** What the admin may not read of this customer. */
  readonly hidden: readonly HiddenPart[];
  readonly adminHref: string;
}
export type HiddenPart = 'bookings' | 'contracts' | 'benefits' | 'invoices' | 'presence' | 'teams';

/** One request of one visitor: every reader and verb below answers for that visitor alone. */
export interface Visit extends AccountVerbs, TeamVerbs {
  readonly now: Instant;
  readonly customer: Visitor | null;
  /** The address of an account that is signed in, whether or not it is a customer's. */
  readonly accountEmail: string | null;
  places(): Promise<readonly PortalPlace[]>;
  /** Other places whose rooms this one's portal shows too (VIS-1). */
  placesBeside(place: PortalPlace): Promise<readonly PortalPlace[]>;
  /** The sixteen sections at a location, by key, each with its decision. */
  sections(locationId: string): Promise<Sections>;
  plans(place: PortalPlace): Promise<readonly PlanOffer[]>;
  rooms(ask: RoomsAsked): Promise<readonly Room[]>;
  quote(ask: BookingAsked): Promise<Answer<Quote>>;
  book(ask: BookingAsked): Promise<Answer<{ readonly bookingId: string }>>;
  bookings(): Promise<readonly Booking[]>;
  booking(bookingId: string): Promise<Booking | null>;
  /** What cancelling now would do; writes nothing. */
  cancelEffect(bookingId: string): Promise<Answer<CancelEffect>>;
  cancel(bookingId: string): Promise<Answer<CancelEffect>>;
  /** What moving it would cost; writes nothing. */
  changeEffect(change: BookingChange): Promise<Answer<ChangeEffect>>;
  changeBooking(change: BookingChange): Promise<Answer<Done>>;
  /** Whether the visitor is inside somewhere, and may come in here now. */
  presence(place: PortalPlace): Promise<Presence>;
  checkIn(place: PortalPlace): Promise<Answer<Done>>;
  checkOut(checkInId: string): Promise<Answer<Done>>;
  wallet(): Promise<Wallet>;
  invoices(): Promise<readonly InvoiceLineUp[]>;
  invoice(invoiceId: string): Promise<InvoiceDocument | null>;
  invoicePdf(invoiceId: string): Promise<Uint8Array | null>;
  contracts(): Promise<readonly ContractView[]>;
  /** What a change would do; writes nothing. */
  contractEffects(change: ContractChange): Promise<Answer<ContractEffects>>;
  changeContract(change: ContractChange): Promise<Answer<Done>>;
  /** Refuses a section to somebody who is signed in: kept, with when that changes. */
  refuse(section: SectionKey, place: PortalPlace): Promise<Decision>;
  /** What is in the way of something now, and when that changes; null: there is no such thing. */
  judge(wish: ReminderWish): Promise<Decision | null>;
  /** One letter on the day on which it is allowed. */
  remind(wish: ReminderWish): Promise<Answer<Reminder>>;
  takeBackReminder(id: string): Promise<Answer<Done>>;
  profile(): Promise<Profile | null>;
  saveProfile(profile: ProfileInput): Promise<Answer<Done>>;
}

/** Signing in and what belongs to an account. `cookies` are `Set-Cookie` headers to pass on. */
export interface AccountVerbs {
  signIn(input: { email: string; password: string }): Promise<Answer<SignedIn>>;
  /** Answers the same whether or not the address is known. */
  sendLink(input: { email: string; language: string }): Promise<Answer<Done>>;
  useLink(token: string): Promise<Answer<SignedIn>>;
  signOut(): Promise<SignedIn>;
  forgotPassword(input: { email: string; language: string }): Promise<Answer<Done>>;
  resetPassword(input: { token: string; password: string }): Promise<Answer<SignedIn>>;
  /** Answers the same whether or not the address is known: a letter says what happens next. */
  openAccount(input: NewAccount): Promise<Answer<Done>>;
  invitation(token: string): Promise<Invitation | null>;
  acceptInvitation(input: { token: string; password: string | null }): Promise<Answer<SignedIn>>;
  changeEmail(input: { email: string; password: string; language: string }): Promise<Answer<Done>>;
  confirmEmail(token: string): Promise<Answer<SignedIn>>;
}

export type Done = Record<string, never>;
export interface ReminderWish {
  readonly action: 'viewSection' | 'book' | 'signUpToPlan';
  readonly target: string;
  readonly locationId: string;
  /** Of a booking: the time that was refused; left out: the first that could be had. */
  readonly during?: { readonly start: Instant; readonly end: Instant } | undefined;
}
export interface Reminder {
  readonly id: string;
  /** When it is looked at again. */
  readonly dueAt: Instant;
}
export interface SignedIn {
  readonly cookies: readonly string[];
}
export interface NewAccount {
  readonly name: string;
  readonly email: string;
  readonly password: string;
  readonly language: string;
  readonly locationId: string;
}
export interface Invitation {
  readonly name: string;
  readonly email: string;
  readonly needsPassword: boolean;
  /** The team that is joined with it; null: none. */
  readonly team: string | null;
}

/** Either what was asked for or the problem, worded for the person. */
export type Answer<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: Refusal };
export interface Refusal {
  readonly status: number;
  readonly code: string;
  readonly detail: string;
  readonly errors: readonly FieldError[];
  readonly decision: Decision | null;
  /** Free starts instead of one just taken. */
  readonly alternatives: readonly Instant[];
}
export interface FieldError {
  readonly field: string;
  readonly message: string;
}
