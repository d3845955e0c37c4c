import type { Answer, HiddenPart, SignedIn, Visit } from '../../../apps/portal/readers.ts';
import type { Id } from '../../../domain/kernel/id.ts';
import type { Permission } from '../../../domain/staff/permission.ts';
import type { Caller } from '../../platform/http/caller.ts';
import { Problem } from '../../platform/http/problem.ts';
import { answered, type Visiting } from '../visiting.ts';

/** What a visit can do, and a preview cannot. */
type Deeds = Pick<Visit,
  | 'book' | 'cancel' | 'changeBooking' | 'checkIn' | 'checkOut' | 'changeContract' | 'remind'
  | 'takeBackReminder' | 'saveProfile' | 'signIn' | 'sendLink' | 'useLink' | 'forgotPassword'
  | 'resetPassword' | 'openAccount' | 'acceptInvitation' | 'changeTeam' | 'changeEmail' | 'confirmEmail'>;

/** The same visit without anything that does something: each deed is refused before it begins. */
export function lookingOnly(visit: Visit, visiting: Visiting): Visit {
  const refused = (): Promise<Answer<never>> =>
    answered<never>(visiting, () => Promise.reject(new Problem('previewIsReadOnly')));
  const deeds: Deeds = {
    book: refused, cancel: refused, changeBooking: refused, checkIn: refused, checkOut: refused,
    changeContract: refused, remind: refused, takeBackReminder: refused, saveProfile: refused,
    signIn: refused, sendLink: refused, useLink: refused, forgotPassword: refused, resetPassword: refused,
    openAccount: refused, acceptInvitation: refused, changeEmail: refused, confirmEmail: refused,
    changeTeam: refused,
  };
  const signOut = (): Promise<SignedIn> => Promise.reject(new Problem('previewIsReadOnly'));
  const forPerson: Visit['forPerson'] = async (personId) => {
    const theirs = await visit.forPerson(personId);
    return theirs && { ...theirs, book: refused };
  };
  return { ...visit, ...deeds, signOut, forPerson, invitation: async () => null };
}

/** What staff need to read of a customer by themselves, before they may read it in the portal. */
const needs: Readonly<Record<HiddenPart, Permission>> = {
  bookings: 'bookings.read', contracts: 'contracts.read', benefits: 'benefits.read', invoices: 'billing.read',
  presence: 'checkIns.read', teams: 'teams.read',
};

export const hiddenFrom = (caller: Caller, homeLocationId: Id<'loc'>): readonly HiddenPart[] =>
  (Object.keys(needs) as HiddenPart[]).filter((part) => !caller.may(needs[part], homeLocationId));

const none = async (): Promise<readonly never[]> => [];

/** Nobody reads by looking as somebody else what they may not read themselves (SAF-2). */
export function without(visit: Visit, hidden: readonly HiddenPart[]): Visit {
  const parts: Readonly<Record<HiddenPart, Partial<Visit>>> = {
    bookings: { bookings: none, booking: async () => null, teamBookings: none },
    contracts: { contracts: none, seats: none },
    benefits: { wallet: async () => ({ grants: [], ledger: [] }) },
    invoices: {
      invoices: none, invoice: async () => null, invoicePdf: async () => null, teamInvoices: none,
    },
    teams: {
      teams: none, team: async () => null, teamBookings: none, teamInvoices: none, bookableFor: none,
      forPerson: async () => null, seats: none,
    },
    presence: { presence: async () => ({ inside: null, mayCheckIn: false }) },
  };
  return Object.assign({}, visit, ...hidden.map((part) => parts[part])) as Visit;
}

/**
 * The same place by place, as in the panel's own lists: what lies at another location is there for whoever
 * may read it there.
 */
export function whereReadable(visit: Visit, caller: Caller): Visit {
  const at = (part: HiddenPart) => ({ locationId }: { readonly locationId: string }): boolean =>
    caller.may(needs[part], locationId as Id<'loc'>);
  const one = <T>(found: T | null, isRead: (of: T) => boolean): T | null =>
    (found !== null && isRead(found) ? found : null);
  const [booked, billed] = [at('bookings'), at('invoices')];
  const invoice: Visit['invoice'] = async (id) => one(await visit.invoice(id), billed);
  return {
    ...visit,
    bookings: async () => (await visit.bookings()).filter(booked),
    booking: async (id) => one(await visit.booking(id), booked),
    contracts: async () => (await visit.contracts()).filter(at('contracts')),
    invoices: async () => (await visit.invoices()).filter(billed),
    invoice,
    invoicePdf: async (id) => (await invoice(id) === null ? null : visit.invoicePdf(id)),
    presence: async (place) => {
      const { inside, mayCheckIn } = await visit.presence(place);
      return { inside: one(inside, at('presence')), mayCheckIn };
    },
    teamBookings: async (id) => (await visit.teamBookings(id)).filter(booked),
    teamInvoices: async (id) => (await visit.teamInvoices(id)).filter(billed),
  };
}
