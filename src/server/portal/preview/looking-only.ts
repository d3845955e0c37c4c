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
    contracts: { contracts: none },
    benefits: { wallet: async () => ({ grants: [], ledger: [] }) },
    invoices: {
      invoices: none, invoice: async () => null, invoicePdf: async () => null, teamInvoices: none,
    },
    teams: {
      teams: none, team: async () => null, teamBookings: none, teamInvoices: none, bookableFor: none,
      forPerson: async () => null,
    },
    presence: { presence: async () => ({ inside: null, mayCheckIn: false }) },
  };
  return Object.assign({}, visit, ...hidden.map((part) => parts[part])) as Visit;
}
