import type { Instant } from '../../../src/domain/kernel/instant.ts';
import type {
  Booking,
  ContractEffects,
  ContractView,
  Grant,
  InvoiceDocument,
  Quote,
  Room,
  Visitor,
} from '../../../src/apps/portal/readers.ts';
import { at, day, eur } from './story-places.ts';

export function rooms(visitor: Visitor | null): Room[] {
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
          others: [],
          isReadOnly: false,
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

export const quote = (start: Instant, end: Instant): Quote => ({
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
  mayChange: true,
  invoiceId: null,
  freeCancelUntil: at('2026-12-01T22:00:00'),
  ...more,
});
export const bookings: Booking[] = [
  booking('bok_next', '2026-12-01T10:00:00', '2026-12-01T11:00:00'),
  booking('bok_later', '2026-12-08T14:00:00', '2026-12-08T16:00:00', {
    resourceName: 'Studio',
    state: 'requested',
  }),
  booking('bok_last', '2026-11-24T10:00:00', '2026-11-24T11:00:00', {
    state: 'completed',
    mayChange: false,
  }),
  booking('bok_gone', '2026-11-20T10:00:00', '2026-11-20T11:00:00', {
    state: 'cancelled',
    mayChange: false,
  }),
];

export const grants: Grant[] = [
  {
    id: 'bft_day',
    name: 'Day passes',
    kind: 'day',
    granted: 10,
    left: 3,
    source: 'Office Lite',
    fromPlan: true,
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
    fromPlan: true,
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
    fromPlan: true,
    useByDay: null,
    pausedUntilDay: day('2026-12-03'),
    paused: true,
  },
];
export const ledger = [
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

export const contracts: ContractView[] = [
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
    minimumTermLastDay: null,
    frozen: null,
    freezeAhead: null,
    nextPlanName: null,
    acts: {
      freeze: {
        why: null,
        fromDay: day('2026-12-15'),
        untilDay: day('2027-01-15'),
        limits: ['At most 2 months at a time.', 'Twice a year at most.'],
      },
      cancel: { why: null, lastDay: day('2026-12-14'), because: 'notice' },
      keep: false,
    },
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
    minimumTermLastDay: day('2027-01-31'),
    frozen: { untilDay: day('2026-12-03'), pauses: 'Its 10 day passes are paused.', mayResume: true },
    freezeAhead: null,
    nextPlanName: null,
    acts: {
      freeze: { why: 'You can freeze once the minimum term is over, or write to us.' },
      cancel: { why: 'This plan is not cancelled in the portal. Please write to us.' },
      keep: true,
    },
  },
];

export const contractEffects: ContractEffects = {
  lastDay: day('2026-12-14'),
  voids: false,
  stops: ['Its passes', 'Its invoices'],
  goesOn: ['You are a member', 'Signing in here'],
  bookings: [{ id: 'bok_next', name: 'Focus 1', start: at('2026-12-20T10:00:00') }],
  money: {
    lines: [
      {
        text: 'Office Lite',
        fromDay: day('2026-12-15'),
        lastDay: day('2027-01-14'),
        amount: eur(-28_560),
      },
    ],
    difference: eur(-28_560),
  },
};

export const invoice: InvoiceDocument = {
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
