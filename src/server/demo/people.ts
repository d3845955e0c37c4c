import { addDays, addMonths, type Day, day } from '../../domain/kernel/day.ts';
import { type Chance } from './chance.ts';

/**
 * Somebody in the demo, with the contracts they hold. Days are relative to the day on which the demo is
 * made.
 */
export interface DemoPerson {
  readonly name: string;
  readonly email: string;
  readonly kind: 'individual' | 'company';
  readonly place: string;
  readonly language: string | null;
  readonly phone: string;
  readonly joinedDay: Day;
  readonly contracts: readonly DemoContract[];
}

export interface DemoContract {
  readonly plan: string;
  readonly startDay: Day;
  readonly endDay?: Day;
  /** Begun before the demo's year: billed elsewhere until then. */
  readonly nextInvoiceDay?: Day;
}

/** The people of the story. */
export function storyPeople(today: Day): readonly DemoPerson[] {
  const quay = (
    name: string,
    email: string,
    contracts: readonly DemoContract[],
    more: Partial<DemoPerson> = {},
  ): DemoPerson => ({
    name,
    email,
    kind: 'individual',
    place: 'Harbour Quay',
    language: null,
    phone: '',
    contracts,
    joinedDay: contracts[0]?.startDay ?? addDays(today, -40),
    ...more,
  });
  const yearAgo = addMonths(today, -12);
  const ago = (days: number): Day => addDays(today, -days);
  const company = { kind: 'company' as const };
  return [
    quay(
      'Mira Kovač',
      'mira@nova.example',
      [
        { plan: 'Office Lite', startDay: day('2023-03-15'), nextInvoiceDay: fifteenthFrom(yearAgo) },
        { plan: 'Hot Desk 10', startDay: addMonths(today, -6) },
      ],
      { language: 'en', phone: '+49 30 5550 142' },
    ),
    quay('Nova GmbH', 'office@nova.example', [{ plan: 'Office Team 6', startDay: ago(390) }], company),
    quay('Leo Petrov', 'leo@petrov.example', [
      { plan: 'Hot Desk 10', startDay: ago(300), endDay: addDays(today, 8) },
    ]),
    quay('Sofia Lindqvist', 'sofia@lindqvist.example', [{ plan: 'Office Lite', startDay: ago(340) }]),
    quay('Lumen Studio', 'studio@lumen.example', [{ plan: 'Office Team 6', startDay: ago(250) }], company),
    quay('Tomás Reis', 'tomas@reis.example', [{ plan: 'Hot Desk 10', startDay: ago(200) }]),
    quay('Hana Nakamura', 'hana@nakamura.example', [{ plan: 'Dedicated Desk', startDay: ago(275) }]),
    quay('Kofi Mensah', 'kofi@mensah.example', [{ plan: 'Hot Desk Unlimited', startDay: ago(160) }]),
    quay(
      'Brightwater Ltd',
      'hello@brightwater.example',
      [{ plan: 'Office Team 6', startDay: ago(380), endDay: addDays(today, 15) }],
      company,
    ),
    quay('Kade & Sons', 'post@kade.example', [{ plan: 'Office Team 6', startDay: ago(320) }], company),
    quay('Ingrid Solheim', 'ingrid@solheim.example', [{ plan: 'Hot Desk 10', startDay: ago(14) }]),
    quay('Ana Ruiz', 'ana@ruiz.example', [{ plan: 'Hot Desk 10', startDay: ago(120) }]),
    quay('Sam Tan', 'sam@tan.example', [], { joinedDay: ago(60) }),
    quay('Joy Okafor', 'joy@okafor.example', [], { joinedDay: ago(5) }),
    quay('Eva Lang', 'eva@lang.example', [{ plan: 'Virtual Office', startDay: addDays(today, 6) }], {
      joinedDay: ago(3),
    }),
    ...novaPeople.map(({ name, email, joinedDaysAgo }) =>
      quay(name, email, [], { joinedDay: ago(joinedDaysAgo) })),
  ];
}

/** Who works at Nova GmbH; they have no contracts of their own. */
export const novaPeople = [
  { name: 'Lena Hofmann', email: 'lena@nova.example', joinedDaysAgo: 370 },
  { name: 'Jonas Weber', email: 'jonas@nova.example', joinedDaysAgo: 360 },
  { name: 'Priya Nair', email: 'priya@nova.example', joinedDaysAgo: 210 },
  { name: 'Mateo Silva', email: 'mateo@nova.example', joinedDaysAgo: 90 },
  { name: 'Aylin Demir', email: 'aylin@nova.example', joinedDaysAgo: 4 },
] as const;

const fifteenthFrom = (from: Day): Day => {
  const same = day(`${from.slice(0, 7)}-15`);
  return same >= from ? same : addMonths(same, 1);
};

const first = [
  'Amina',
  'Björn',
  'Chloé',
  'Dmitri',
  'Elif',
  'Fatima',
  'Grzegorz',
  'Íñigo',
  'Jürgen',
  'Keiko',
  'Léa',
  'Marek',
  'Niamh',
  'Olu',
  'Priya',
  'Quang',
  'Rosa',
  'Søren',
  'Tadeusz',
  'Uma',
  'Valentina',
  'Wen',
  'Yuna',
  'Zoë',
  'نور',
  '유나',
];
const last = [
  'Almeida',
  'Becker',
  'Carvalho',
  'Dvořák',
  'Eriksen',
  'Fernandes',
  'Gómez',
  'Hansen',
  'Ibrahim',
  'Jansen',
  'Kaya',
  'Lopes',
  'Müller',
  'Nguyễn',
  'O’Connor',
  'Park',
  'Rossi',
  'Smith-Jones',
  'Tanaka',
  'Ünal',
  'Weiß',
  'Yılmaz',
];
const plans = [
  'Hot Desk 10',
  'Hot Desk 10',
  'Hot Desk Unlimited',
  'Hot Desk Unlimited',
  'Dedicated Desk',
  'Virtual Office',
];
const sizes = { 'Harbour Quay': [40, 14], 'Harbour Loft': [24, 7], 'Harbour Mill': [26, 8] } as const;

/** Everybody else: members who came over the year, some of whom left again, and contacts. */
export function otherPeople(today: Day, chance: Chance): readonly DemoPerson[] {
  let count = 0;
  return Object.entries(sizes).flatMap(([place, [members, contacts]]) =>
    Array.from({ length: members + contacts }, (_, index): DemoPerson => {
      count += 1;
      const name = `${chance.pick(first)} ${chance.pick(last)}`;
      const joinedDay = addDays(today, -chance.between(10, 380));
      const contracts = index < members ? [contractFrom(joinedDay, today, chance)] : [];
      return {
        name,
        email: `person${count}@harbour.example`,
        kind: 'individual',
        place,
        language: null,
        phone: `+49 30 555 ${String(1000 + count)}`,
        joinedDay,
        contracts,
      };
    }),
  );
}

/** One in seven left after some months, one in twenty leaves soon. */
function contractFrom(startDay: Day, today: Day, chance: Chance): DemoContract {
  const plan = chance.pick(plans);
  const fate = chance.next();
  if (fate < 0.15) {
    const endDay = addMonths(startDay, chance.between(2, 6));
    return endDay < today ? { plan, startDay, endDay } : { plan, startDay };
  }
  return fate < 0.2 ? { plan, startDay, endDay: addDays(today, chance.between(3, 29)) } : { plan, startDay };
}
