import type { FastifyRequest } from 'fastify';
import type { PortalReaders, Sections, Visit } from '../../apps/portal/readers.ts';
import { presentDecision } from '../../api/decision.ts';
import { portalSections } from '../../domain/access/section.ts';
import type { Id } from '../../domain/kernel/id.ts';
import { decideSections } from '../access/decide-sections.ts';
import { callerOf, type Identity, nobody } from '../platform/http/caller.ts';
import type { Route } from '../platform/http/serve.ts';
import type { Shell } from '../platform/work/shell.ts';
import { accountVerbs } from './account-verbs.ts';
import { cancelOwn, changeEffect, changeOwn } from './booking-changes.ts';
import { bookFor, loadBookings, loadOwnBooking, quoteFor } from './bookings.ts';
import { changeContract, contractEffects } from './contracts/change-contract.ts';
import { loadContracts } from './contracts/load-contracts.ts';
import { decisionInWords } from './decision-words.ts';
import { loadInvoice, loadInvoicePdf, loadInvoices } from './invoices.ts';
import { loadOffers } from './offers.ts';
import { checkInHere, checkOutOf, loadPresence } from './presence.ts';
import { loadProfile, loadVisitor, saveOwnProfile } from './profile.ts';
import { refuseSection } from './reminders/closed-section.ts';
import { judgeWish, remindOf, takeReminderBack } from './reminders/own-reminders.ts';
import { loadPlacesBeside } from './places.ts';
import { loadRooms } from './rooms.ts';
import { loadWallet } from './wallet.ts';
import { changeTeam, teamEffects } from './teams/change-team.ts';
import { loadOwnSeats } from './teams/own-seats.ts';
import { visitForPerson } from './teams/for-person.ts';
import { loadTeamBookings, loadTeamInvoices } from './teams/load-shared.ts';
import { loadBookableFor, loadTeam, loadTeams } from './teams/load-teams.ts';
import { visitingOf, type Visiting } from './visiting.ts';

interface Parts {
  readonly shell: Shell;
  readonly routes: readonly Route[];
  readonly identify: (request: FastifyRequest) => Promise<Identity>;
}

/** The portal's readers, bound to whoever sent a request. */
export const portalReaders = ({ shell, routes, identify }: Parts): PortalReaders => ({
  visit: async (request) => {
    const caller = callerOf(customerAlone(await identify(request)), request.ip);
    return visitOf(visitingOf({ shell, request, caller }, routes));
  },
});

/** Whoever works here and is a customer too acts in the portal as the customer: its rules bind. */
const customerAlone = (identity: Identity): Identity =>
  identity.customerId === null
    ? identity
    : { ...identity, kind: 'customer', adminId: null, may: nobody.may, locationsWith: nobody.locationsWith };

export async function visitOf(visiting: Visiting): Promise<Visit> {
  const { caller } = visiting;
  const customer = await loadVisitor(visiting);
  return {
    ...accountVerbs(visiting),
    now: visiting.now,
    customer,
    accountEmail: customer?.email ?? (caller.accountId === null ? null : ''),
    places: visiting.places,
    placesBeside: (place) => loadPlacesBeside(visiting, place.id),
    sections: (locationId) => loadSections(visiting, locationId),
    plans: (place) => loadOffers(visiting, place),
    rooms: (asked) => loadRooms(visiting, asked),
    quote: (asked) => quoteFor(visiting, asked),
    book: (asked) => bookFor(visiting, asked),
    bookings: () => loadBookings(visiting),
    booking: (bookingId) => loadOwnBooking(visiting, bookingId),
    cancelEffect: (bookingId) => cancelOwn(visiting, bookingId, true),
    cancel: (bookingId) => cancelOwn(visiting, bookingId, false),
    changeEffect: (change) => changeEffect(visiting, change),
    changeBooking: (change) => changeOwn(visiting, change),
    presence: (place) => loadPresence(visiting, place),
    checkIn: (place) => checkInHere(visiting, place),
    checkOut: (checkInId) => checkOutOf(visiting, checkInId),
    wallet: () => loadWallet(visiting),
    invoices: () => loadInvoices(visiting),
    invoice: (invoiceId) => loadInvoice(visiting, invoiceId),
    invoicePdf: (invoiceId) => loadInvoicePdf(visiting, invoiceId),
    contracts: () => loadContracts(visiting),
    contractEffects: (change) => contractEffects(visiting, change),
    changeContract: (change) => changeContract(visiting, change),
    refuse: (section, place) => refuseSection(visiting, section, place.id as Id<'loc'>),
    judge: (wish) => judgeWish(visiting, wish),
    remind: (wish) => remindOf(visiting, wish),
    takeBackReminder: (id) => takeReminderBack(visiting, id),
    teams: () => loadTeams(visiting),
    seats: () => loadOwnSeats(visiting),
    team: (teamId) => loadTeam(visiting, teamId),
    teamBookings: (teamId) => loadTeamBookings(visiting, teamId),
    teamInvoices: (teamId) => loadTeamInvoices(visiting, teamId),
    bookableFor: () => loadBookableFor(visiting),
    forPerson: (personId) => visitForPerson(visiting, personId),
    teamEffects: (end) => teamEffects(visiting, end),
    changeTeam: (change) => changeTeam(visiting, change),
    profile: () => loadProfile(visiting),
    saveProfile: (profile) => saveOwnProfile(visiting, profile),
  };
}

/** All sixteen sections in the customer's words. */
async function loadSections(visiting: Visiting, locationId: string): Promise<Sections> {
  const { shell, caller, customerId, now } = visiting;
  const decisions = await shell.read(caller, (work) =>
    decideSections(work, { customerId, locationId: locationId as Id<'loc'>, at: now, withChange: false }),
  );
  const said = await Promise.all(
    portalSections.map(
      async (section) =>
        [
          section,
          await decisionInWords(visiting, presentDecision(decisions[section], { toCustomer: true })),
        ] as const,
    ),
  );
  return Object.fromEntries(said) as unknown as Sections;
}
