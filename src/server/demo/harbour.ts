import { languages } from '../../api/texts/phrase.ts';
import type { WeekHours } from '../../domain/locations/setting.ts';

/**
 * The network "Harbour": what its export names, and what a small operator would have set up. Amounts are
 * minor units.
 */

const open = (fromHour: number, untilHour: number) => [
  { fromMinute: fromHour * 60, untilMinute: untilHour * 60 },
];

/** Every day: whoever looks at the demo on a Sunday finds it open too. */
const daily = (from: number, until: number, weekend: WeekHours[6] = open(from, until)): WeekHours => ({
  1: open(from, until),
  2: open(from, until),
  3: open(from, until),
  4: open(from, until),
  5: open(from, until),
  6: weekend,
  7: weekend,
});

/** Who invoices at all three. The tax number and the account are those that are printed as examples. */
export const harbourEntity = {
  name: 'Harbour Spaces GmbH',
  address: 'Am Hafenbecken 14\n10115 Berlin\nGermany',
  taxNumber: 'DE123456789',
  bankDetails: 'Hafenbank Berlin, IBAN DE89 3704 0044 0532 0130 00, BIC COBADEFFXXX',
  invoicePrefix: 'BER',
};

export interface HarbourPlace {
  readonly name: string;
  readonly slug: string;
  readonly timeZone: string;
  readonly currency: string;
  readonly languages: readonly string[];
  readonly address: string;
  readonly taxRate: number;
  readonly capacity: number;
  readonly hours: WeekHours;
  /** What an amount in EUR becomes here: pounds are fewer. */
  readonly priced: (euros: number) => number;
  readonly rooms: readonly HarbourRoom[];
}

export interface HarbourRoom {
  readonly name: string;
  readonly type: keyof typeof hourly;
  readonly capacity: number;
  readonly units?: number;
  readonly amenities?: readonly string[];
  readonly buffer?: number;
}

/** An hour in EUR for everybody, and for members. */
export const hourly = {
  'Meeting room': [3_000, 2_400],
  'Focus room': [1_200, 900],
  Studio: [3_000, 2_400],
  'Event room': [5_500, 4_400],
  'Hot desk': [500, 300],
} as const;

const euros = (amount: number): number => amount;
const pounds = (amount: number): number => Math.round((amount * 0.86) / 50) * 50;

export const harbourPlaces: readonly HarbourPlace[] = [
  {
    name: 'Harbour Quay',
    slug: 'harbour-quay',
    timeZone: 'Europe/Berlin',
    currency: 'EUR',
    languages,
    address: 'Am Hafenbecken 14, 10115 Berlin',
    taxRate: 1900,
    capacity: 80,
    hours: daily(8, 20),
    priced: euros,
    rooms: [
      {
        name: 'Atlas',
        type: 'Meeting room',
        capacity: 10,
        amenities: ['Screen', 'Whiteboard', 'Video calls'],
      },
      { name: 'Focus 1', type: 'Focus room', capacity: 2, amenities: ['Screen'] },
      { name: 'Focus 2', type: 'Focus room', capacity: 2, amenities: ['Screen'] },
      { name: 'Studio', type: 'Studio', capacity: 8, amenities: ['Daylight', 'Backdrop'] },
      { name: 'Workshop', type: 'Studio', capacity: 4, amenities: ['Laser cutter', 'Bench'] },
      {
        name: 'Harbour Room',
        type: 'Event room',
        capacity: 16,
        amenities: ['Projector', 'Kitchen'],
        buffer: 30,
      },
      { name: 'Hot desks', type: 'Hot desk', capacity: 1, units: 20 },
    ],
  },
  {
    name: 'Harbour Loft',
    slug: 'harbour-loft',
    timeZone: 'Europe/Lisbon',
    currency: 'EUR',
    languages: ['en'],
    address: 'Rua da Boavista 84, 1200-068 Lisboa',
    taxRate: 2300,
    capacity: 56,
    hours: daily(8, 20, open(9, 18)),
    priced: (amount) => Math.round((amount * 0.9) / 50) * 50,
    rooms: [
      { name: 'Tejo', type: 'Meeting room', capacity: 8, amenities: ['Screen', 'Whiteboard'] },
      { name: 'Alfama 1', type: 'Focus room', capacity: 2 },
      { name: 'Alfama 2', type: 'Focus room', capacity: 2 },
      {
        name: 'Miradouro',
        type: 'Event room',
        capacity: 24,
        amenities: ['Terrace', 'Projector'],
        buffer: 30,
      },
      { name: 'Hot desks', type: 'Hot desk', capacity: 1, units: 16 },
    ],
  },
  {
    name: 'Harbour Mill',
    slug: 'harbour-mill',
    timeZone: 'Europe/London',
    currency: 'GBP',
    languages: ['en'],
    address: '2 Weir Lane, London SE1 4RT',
    taxRate: 2000,
    capacity: 64,
    hours: daily(8, 19, open(9, 17)),
    priced: pounds,
    rooms: [
      { name: 'Weir', type: 'Meeting room', capacity: 12, amenities: ['Screen', 'Video calls'] },
      { name: 'Loom 1', type: 'Focus room', capacity: 2 },
      { name: 'Loom 2', type: 'Focus room', capacity: 3 },
      { name: 'Granary', type: 'Studio', capacity: 10, amenities: ['Daylight'] },
      { name: 'Hot desks', type: 'Hot desk', capacity: 1, units: 14 },
    ],
  },
];

export interface HarbourPlan {
  readonly name: string;
  readonly price: number;
  readonly description: string;
  readonly dayPasses: number;
  readonly accessWithoutPass: boolean;
  readonly bookingDiscountPercent: number;
  readonly freezeByCustomers: boolean;
  readonly minimumTermCycles: number;
  readonly noticeDays: number;
}

const flexible = {
  accessWithoutPass: false,
  bookingDiscountPercent: 0,
  freezeByCustomers: true,
  minimumTermCycles: 0,
  noticeDays: 0,
};

/** The five plans that the export names, at each location in its currency. */
export const harbourPlans: readonly HarbourPlan[] = [
  {
    ...flexible,
    name: 'Hot Desk 10',
    price: 12_000,
    dayPasses: 10,
    description: 'Ten days a month at any free desk, and rooms at the member price.',
  },
  {
    ...flexible,
    name: 'Hot Desk Unlimited',
    price: 22_000,
    dayPasses: 0,
    accessWithoutPass: true,
    description: 'Come as often as you like, whenever we are open.',
  },
  {
    ...flexible,
    name: 'Dedicated Desk',
    price: 32_000,
    dayPasses: 0,
    accessWithoutPass: true,
    bookingDiscountPercent: 10,
    noticeDays: 30,
    description: 'A desk that is yours, with a locker and post.',
  },
  {
    ...flexible,
    name: 'Office Team 6',
    price: 180_000,
    dayPasses: 0,
    accessWithoutPass: true,
    bookingDiscountPercent: 20,
    freezeByCustomers: false,
    minimumTermCycles: 3,
    noticeDays: 60,
    description: 'A room for six, with the name of your company on the door.',
  },
  {
    ...flexible,
    name: 'Virtual Office',
    price: 4_500,
    dayPasses: 1,
    freezeByCustomers: false,
    noticeDays: 30,
    description: 'Our address on your letters, and a day with us each month.',
  },
];

/** Office Lite is of the demo's story, not of the export. */
export const officeLite: HarbourPlan = {
  ...flexible,
  name: 'Office Lite',
  price: 24_000,
  dayPasses: 10,
  bookingDiscountPercent: 0,
  description: 'Ten days a month, a locker, post, and rooms at the member price.',
};
