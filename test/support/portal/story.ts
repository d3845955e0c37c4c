import type { Instant } from '../../../src/domain/kernel/instant.ts';
import type {
  Answer,
  PortalPlace,
  PortalReaders,
  Refusal,
  SectionKey,
  Visit,
} from '../../../src/apps/portal/readers.ts';
import { at, eur, offers, places, sectionsOf, visitors } from './story-places.ts';
import {
  bookings,
  contractEffects,
  contracts,
  grants,
  invoice,
  ledger,
  quote,
  rooms,
} from './story-things.ts';
import { removing, teamBookingsOf, teamOf, teamsOf } from './story-team.ts';

/** The story of the pictures: Harbour Quay, Berlin, Tuesday 1 December 2026, as readers without a server. */
export interface Story {
  now: Instant;
  visitor: 'mira' | 'sam' | 'nobody';
  closed: SectionKey[];
  places: PortalPlace[];
  signedInAs: string | null;
}

export function storyReaders(change: Partial<Story> = {}): PortalReaders {
  const story: Story = {
    now: at('2026-12-01T09:46:00'),
    visitor: 'mira',
    closed: [],
    places: places(),
    signedInAs: null,
    ...change,
  };
  return {
    visit: async (request) =>
      visitOf(
        story,
        (/visitor=(mira|sam|nobody)/.exec(request.headers.cookie ?? '')?.[1] as Story['visitor'])
          ?? story.visitor,
      ),
  };
}

function visitOf(story: Story, who: Story['visitor']): Visit {
  const visitor = visitors[who];
  const refused = <T>(problem: Partial<Refusal>): Answer<T> => ({
    ok: false,
    problem: {
      status: 409,
      code: 'conflict',
      detail: 'Someone booked 10:00 a moment ago. 10:30 is free.',
      errors: [],
      decision: null,
      alternatives: [at('2026-12-02T10:30:00')],
      ...problem,
    },
  });
  const yes = async () => ({ ok: true as const, value: {} });
  const signedIn = {
    ok: true as const,
    value: { cookies: ['visitor=mira; Path=/; HttpOnly; SameSite=Lax'] },
  };
  return {
    now: story.now,
    customer: visitor,
    accountEmail: visitor?.email ?? null,
    places: async () => story.places,
    placesBeside: async () => [],
    sections: async () => sectionsOf(story, visitor),
    plans: async () => offers(visitor),
    rooms: async ({ people }) =>
      rooms(visitor).filter((room) => people === null || (room.capacity ?? 0) >= people),
    quote: async (ask) => ({ ok: true, value: quote(ask.start, ask.end) }),
    book: async (ask) =>
      ask.start === at('2026-12-02T13:00:00')
        ? refused({})
        : { ok: true, value: { bookingId: bookings[0]?.id ?? '' } },
    bookings: async () => bookings,
    booking: async (id) => bookings.find((booking) => booking.id === id) ?? null,
    cancelEffect: async () => ({ ok: true, value: { fee: null } }),
    cancel: async () => ({ ok: true, value: { fee: null } }),
    changeEffect: async () => ({ ok: true, value: { price: eur(1800), needsApproval: false } }),
    changeBooking: yes,
    presence: async () => ({ inside: null, mayCheckIn: visitor?.standing === 'member' }),
    checkIn: yes,
    checkOut: yes,
    wallet: async () => ({ grants, ledger }),
    invoices: async () => [invoice],
    invoice: async (id) => (id === invoice.id ? invoice : null),
    invoicePdf: async () => new TextEncoder().encode('%PDF-1.7'),
    contracts: async () => (visitor?.standing === 'member' ? contracts : []),
    contractEffects: async () => ({ ok: true, value: contractEffects }),
    changeContract: yes,
    refuse: async (section) => sectionsOf(story, visitor)[section],
    judge: async ({ target }) => sectionsOf(story, visitor)[target as 'bookings'] ?? null,
    remind: async () => ({ ok: true, value: { id: 'rmd_1', dueAt: at('2026-12-03T00:00:00') } }),
    takeBackReminder: yes,
    teams: async () => teamsOf(visitor),
    seats: async () => [{ contractId: 'con_00000000000000000000000001', planName: 'Office Team' }],
    team: async (id) => (visitor !== null && id === teamsOf(visitor)[0]?.id ? teamOf(visitor) : null),
    teamBookings: async () => teamBookingsOf(bookings),
    teamInvoices: async () => [invoice],
    bookableFor: async () => [],
    forPerson: async () => null,
    teamEffects: async () => ({ ok: true, value: removing }),
    changeTeam: yes,
    profile: async () => ({
      name: visitor?.name ?? '',
      email: visitor?.email ?? '',
      phone: '+49 30 1234',
      language: 'en',
      billingName: 'Kovač Design',
      billingAddress: 'Uferstr. 8\n13357 Berlin',
      billingTaxId: '',
    }),
    saveProfile: yes,
    signIn: async ({ password }) =>
      password === 'wrong'
        ? refused({
            status: 401,
            code: 'wrongPassword',
            detail: 'This e-mail address and password do not match.',
          })
        : signedIn,
    sendLink: yes,
    useLink: async (token) => (token === 'good' ? signedIn : refused({ status: 422 })),
    signOut: async () => ({ cookies: ['visitor=nobody; Path=/'] }),
    forgotPassword: yes,
    resetPassword: async () => signedIn,
    openAccount: yes,
    invitation: async (token) =>
      token === 'good'
        ? { name: 'Mira Kovač', email: 'mira@mail.example', needsPassword: true, team: null }
        : null,
    acceptInvitation: async () => signedIn,
    changeEmail: yes,
    confirmEmail: async () => signedIn,
  };
}
