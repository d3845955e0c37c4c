import type { Currency, Money } from '../../../src/domain/kernel/money.ts';
import type { Day } from '../../../src/domain/kernel/day.ts';
import { type Instant, parseInstant } from '../../../src/domain/kernel/instant.ts';
import type {
  Decision,
  PlanOffer,
  PortalPlace,
  SectionKey,
  Sections,
  Visitor,
} from '../../../src/apps/portal/readers.ts';
import type { Story } from './story.ts';

export const at = (text: string): Instant => parseInstant(`${text}+01:00`) as Instant;
export const eur = (amount: number): Money => ({ amount, currency: 'EUR' as Currency });
export const day = (text: string): Day => text as Day;

export const visitors: Readonly<Record<Story['visitor'], Visitor | null>> = {
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
    suspendedMayBook: false,
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
  others: [],
  isReadOnly: false,
};

export function sectionsOf(story: Story, visitor: Visitor | null): Sections {
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
  others: [],
  isReadOnly: false,
  layers: [
    { layer: 'portalAccess', outcome: 'pass', code: 'maySignIn', text: 'You can sign in' },
    { layer: 'standing', outcome: 'deny', code, text },
    { layer: 'thing', outcome: 'pass', code: 'nothingElse', text: 'Nothing else is in the way' },
  ],
});

export const offers = (visitor: Visitor | null): PlanOffer[] => [
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
    refusal: null,
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
    refusal: null,
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
    refusal: null,
  },
];
