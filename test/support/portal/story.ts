import type { Day } from '../../../src/domain/kernel/day.ts';
import type { Currency, Money } from '../../../src/domain/kernel/money.ts';
import { type Instant, parseInstant } from '../../../src/domain/kernel/instant.ts';
import type {
  Answer,
  Booking,
  ContractView,
  Decision,
  Grant,
  InvoiceDocument,
  PlanOffer,
  PortalPlace,
  PortalReaders,
  Quote,
  Refusal,
  Room,
  Sections,
  SectionKey,
  Visit,
  Visitor,
} from '../../../src/apps/portal/readers.ts';

/** The story of the pictures: Harbour Quay, Berlin, Tuesday 1 December 2026, as readers without a server. */
export interface Story {
  now: Instant;
  visitor: 'mira' | 'sam' | 'nobody';
  closed: SectionKey[];
  places: PortalPlace[];
  signedInAs: string | null;
}

const at = (text: string): Instant => parseInstant(`${text}+01:00`) as Instant;
const eur = (amount: number): Money => ({ amount, currency: 'EUR' as Currency });
const day = (text: string): Day => text as Day;

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
    wallet: async () => ({ grants, ledger }),
    invoices: async () => [invoice],
    invoice: async (id) => (id === invoice.id ? invoice : null),
    invoicePdf: async () => new TextEncoder().encode('%PDF-1.7'),
    contracts: async () => (visitor?.standing === 'member' ? contracts : []),
    resumeContract: yes,
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
      token === 'good' ? { name: 'Mira Kovač', email: 'mira@mail.example', needsPassword: true } : null,
    acceptInvitation: async () => signedIn,
    changeEmail: yes,
    confirmEmail: async () => signedIn,
  };
}

const visitors: Readonly<Record<Story['visitor'], Visitor | null>> = {
  mira: {
    id: 'cus_mira',
    name: 'Mira',
    email: 'mira.kovac@mail.example',
    shortName: 'Mira',
    language: 'en',
    homeLocationId: 'loc_quay',
    standing: 'member',
    suspended: false,
  },
  sam: {
    id: 'cus_sam',
    name: 'Sam Tan',
    email: 'sam.tan@mail.example',
    shortName: 'Sam',
    language: 'en',
    homeLocationId: 'loc_quay',
    standing: 'contact',
    suspended: false,
  },
  nobody: null,
};

export function places(): PortalPlace[] {
  const place = (slug: string, name: string, zone: string): PortalPlace => ({
    id: `loc_${slug.split('-')[1]}`,
    slug,
    name,
    zone,
    isNetwork: false,
    currency: 'EUR',
    languages: ['en', 'de', 'ar'],
    defaultLanguage: 'en',
    address: 'Uferstr. 1, 13357 Berlin',
    email: 'quay@harbour.example',
    phone: '+49 30 555 010',
    brandColour: null,
    taxName: 'VAT',
    taxRate: 1900,
    pricesIncludeTax: true,
    accountsOpen: true,
    openToday: { from: at('2026-12-01T08:00:00'), until: at('2026-12-01T20:00:00') },
  });
  return [
    place('harbour-quay', 'Harbour Quay', 'Europe/Berlin'),
    place('harbour-loft', 'Harbour Loft', 'Europe/Lisbon'),
    place('harbour-mill', 'Harbour Mill', 'Europe/London'),
  ];
}

const yesDecision: Decision = {
  allowed: true,
  at: '2026-12-01T08:46:00Z',
  layers: [],
  firstDenial: null,
  nextChange: null,
  verdict: '',
};

function sectionsOf(story: Story, visitor: Visitor | null): Sections {
  const keys: SectionKey[] = [
    'entirePortal',
    'home',
    'about',
    'helpDesk',
    'events',
    'bookings',
    'directory',
    'discussions',
    'articles',
    'contact',
    'payments',
    'plans',
    'benefits',
    'store',
    'perks',
    'faq',
  ];
  const signedInOnly = ['payments', 'benefits', 'helpDesk', 'bookings'];
  return Object.fromEntries(
    keys.map((key) => {
      if (story.closed.includes(key) || (key === 'bookings' && visitor?.id === 'cus_sam'))
        return [key, denied('membersOnly', 'Booking pages are for members only')];
      return [
        key,
        visitor === null && signedInOnly.includes(key)
          ? denied('notSignedIn', 'This page is for people who sign in.')
          : yesDecision,
      ];
    }),
  ) as unknown as Sections;
}

const denied = (code: string, text: string): Decision => ({
  allowed: false,
  at: '2026-12-01T08:46:00Z',
  nextChange: null,
  firstDenial: { layer: 'standing', code },
  verdict: text,
  layers: [
    { layer: 'portalAccess', outcome: 'pass', code: 'maySignIn', text: 'You can sign in' },
    { layer: 'standing', outcome: 'deny', code, text },
    { layer: 'thing', outcome: 'pass', code: 'nothingElse', text: 'Nothing else is in the way' },
  ],
});

const offers = (visitor: Visitor | null): PlanOffer[] => [
  {
    id: 'pla_hot',
    name: 'Hot Desk 10',
    description: '',
    price: eur(14_280),
    signUpFee: null,
    every: 1,
    unit: 'month',
    includes: ['10 days', '5 room hours', 'Cancel any month'],
    mine: visitor?.standing === 'member',
  },
  {
    id: 'pla_lite',
    name: 'Office Lite',
    description: 'A desk of your own in a shared office.',
    price: eur(28_560),
    signUpFee: eur(5000),
    every: 1,
    unit: 'month',
    includes: ['Own desk', '5 room hours a month', 'Rooms from €9 an hour'],
    mine: false,
  },
  {
    id: 'pla_flex',
    name: 'Flex',
    description: '',
    price: eur(4760),
    signUpFee: null,
    every: 1,
    unit: 'month',
    includes: ['3 days'],
    mine: false,
  },
];

function rooms(visitor: Visitor | null): Room[] {
  const starts = (...times: string[]): Instant[] => times.map((time) => at(`2026-12-02T${time}:00`));
  const rate = (yours: number, standard: number) => ({ yours: eur(yours), standard: eur(standard) });
  const base = { description: '', nextFree: [], refusal: null };
  return [
    {
      ...base,
      id: 'res_focus1',
      name: 'Focus 1',
      capacity: 2,
      starts: starts('10:00', '10:30', '11:00', '13:00'),
      rate: visitor === null ? rate(1200, 1200) : rate(900, 1200),
    },
    {
      ...base,
      id: 'res_atlas',
      name: 'Atlas',
      capacity: 10,
      starts: [],
      rate: rate(3000, 3000),
      refusal: {
        text: 'You can see this room but can’t book it: your Hot Desk contract is frozen until 3 Dec.',
        status: 'frozen',
        resume: { contractId: 'con_hot' },
        fix: null,
        allowedFrom: at('2026-12-03T08:00:00'),
        decision: {
          allowed: false,
          at: '',
          nextChange: null,
          firstDenial: { layer: 'freeze', code: 'frozen' },
          verdict: '',
          layers: [
            { layer: 'standing', outcome: 'pass', code: 'member', text: 'You’re signed in, as a member' },
            {
              layer: 'freeze',
              outcome: 'deny',
              code: 'onlyFrozen',
              text: 'Only your Hot Desk 10 includes it',
            },
            {
              layer: 'schedule',
              outcome: 'pass',
              code: 'free',
              text: 'Free on Wed 2 Dec from 08:00 to 14:00',
            },
          ],
        },
      },
    },
    {
      ...base,
      id: 'res_studio',
      name: 'Studio',
      capacity: 8,
      starts: starts(
        '08:00',
        '13:30',
        '14:00',
        '16:00',
        '16:30',
        '17:00',
        '17:30',
        '18:00',
        '18:30',
        '19:00',
      ),
      rate: rate(3000, 3000),
    },
    {
      ...base,
      id: 'res_dock',
      name: 'Dock',
      capacity: 4,
      starts: [],
      rate: rate(1800, 2000),
      nextFree: [at('2026-12-03T09:00:00'), at('2026-12-03T09:30:00')],
    },
  ];
}

const quote = (start: Instant, end: Instant): Quote => ({
  resourceId: 'res_focus1',
  resourceName: 'Focus 1',
  locationId: 'loc_quay',
  start,
  end,
  steps: [
    { label: 'Room, 1 h', basis: '€12.00 an hour, incl. VAT', amount: eur(1200) },
    { label: 'Your rate', basis: 'Office Lite, €9.00 an hour', amount: eur(-300) },
  ],
  toPay: eur(900),
  payAt: 'nextInvoice',
  freeCancelUntil: at('2026-12-01T22:00:00'),
  minutesChoices: [30, 60, 90, 120],
  needsApproval: false,
});

const booking = (id: string, start: string, end: string, more: Partial<Booking> = {}): Booking => ({
  id,
  resourceId: 'res_focus1',
  resourceName: 'Focus 1',
  capacity: 2,
  locationId: 'loc_quay',
  start: at(start),
  end: at(end),
  state: 'confirmed',
  price: eur(900),
  mayCancel: true,
  invoiceId: null,
  freeCancelUntil: at('2026-12-01T22:00:00'),
  ...more,
});
const bookings: Booking[] = [
  booking('bok_next', '2026-12-01T10:00:00', '2026-12-01T11:00:00'),
  booking('bok_later', '2026-12-08T14:00:00', '2026-12-08T16:00:00', {
    resourceName: 'Studio',
    state: 'requested',
  }),
  booking('bok_last', '2026-11-24T10:00:00', '2026-11-24T11:00:00', {
    state: 'completed',
    mayCancel: false,
  }),
  booking('bok_gone', '2026-11-20T10:00:00', '2026-11-20T11:00:00', {
    state: 'cancelled',
    mayCancel: false,
  }),
];

const grants: Grant[] = [
  {
    id: 'bft_day',
    name: 'Day passes',
    kind: 'day',
    granted: 10,
    left: 3,
    source: 'Office Lite',
    useByDay: day('2026-12-14'),
    pausedUntilDay: null,
    paused: false,
  },
  {
    id: 'bft_room',
    name: 'Room hours',
    kind: 'time',
    granted: 300,
    left: 150,
    source: 'Office Lite',
    useByDay: day('2026-12-14'),
    pausedUntilDay: null,
    paused: false,
  },
  {
    id: 'bft_hot',
    name: 'Day passes',
    kind: 'day',
    granted: 10,
    left: 10,
    source: 'Hot Desk 10',
    useByDay: null,
    pausedUntilDay: day('2026-12-03'),
    paused: true,
  },
];
const ledger = [
  {
    id: 'led_2',
    at: at('2026-11-30T09:02:00'),
    text: 'Check-in',
    kind: 'passes' as const,
    change: -1,
    balance: 3,
  },
  {
    id: 'led_1',
    at: at('2026-11-15T00:00:00'),
    text: 'Renewal of Office Lite',
    kind: 'passes' as const,
    change: 10,
    balance: 4,
  },
];

const contracts: ContractView[] = [
  {
    id: 'con_lite',
    planName: 'Office Lite',
    locationId: 'loc_quay',
    locationName: 'Harbour Quay',
    status: 'active',
    startDay: day('2023-03-15'),
    lastDay: null,
    price: eur(28_560),
    every: 1,
    unit: 'month',
    nextBillDay: day('2026-12-15'),
    frozen: null,
    nextPlanName: null,
  },
  {
    id: 'con_hot',
    planName: 'Hot Desk 10',
    locationId: 'loc_quay',
    locationName: 'Harbour Quay',
    status: 'frozen',
    startDay: day('2025-01-01'),
    lastDay: null,
    price: eur(14_280),
    every: 1,
    unit: 'month',
    nextBillDay: day('2027-01-01'),
    frozen: { untilDay: day('2026-12-03'), pauses: 'Its 10 day passes are paused.', mayResume: true },
    nextPlanName: null,
  },
];

const invoice: InvoiceDocument = {
  id: 'inv_1001',
  number: 'BER-2026-1001',
  locationId: 'loc_quay',
  issueDay: day('2026-11-01'),
  dueDay: day('2026-11-08'),
  total: eur(12_000),
  due: eur(12_000),
  state: 'overdue',
  seller: ['Harbour GmbH', 'Uferstr. 1, 13357 Berlin', 'DE123456789'],
  buyer: ['Mira Kovač', 'Uferstr. 8, 13357 Berlin'],
  lines: [
    { text: 'Hot Desk 10, 1–30 Nov', quantity: '1', unit: eur(10_084), taxText: '19 %', net: eur(10_084) },
  ],
  net: eur(10_084),
  taxes: [{ text: 'VAT 19 %', amount: eur(1916) }],
  paid: eur(0),
  payments: [],
};
