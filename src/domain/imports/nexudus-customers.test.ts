import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dayAt, type Zone } from '../kernel/zone.ts';
import type { Id } from '../kernel/id.ts';
import { type Instant, parseInstant } from '../kernel/instant.ts';
import { readTable } from './csv.ts';
import { judgeRows } from './nexudus-customers.ts';
import { readHeader } from './nexudus-header.ts';
import { type ImportFacts, type ImportPlace, type JudgedRow, nameKey } from './row.ts';

const planNames = ['Hot Desk 10', 'Hot Desk Unlimited', 'Dedicated Desk', 'Office Team 6', 'Virtual Office'];
const now = parseInstant('2026-12-01T09:00:00+01:00') as Instant;

const place = (name: string, zone: string, currency: string): [string, ImportPlace] => [
  nameKey(name),
  {
    id: `loc_${name}` as Id<'loc'>,
    zone,
    currency,
    plans: new Map(
      planNames.map((plan) => [
        nameKey(plan),
        {
          id: `pla_${name} ${plan}` as Id<'pla'>,
          cycle: { every: 1, unit: 'month' as const },
          billingDay: null,
          minimumTermCycles: 0,
          hasPrice: !(plan === 'Virtual Office' && name === 'Nowhere'),
        },
      ]),
    ),
  },
];

const facts: ImportFacts = {
  now,
  places: new Map([
    place('Harbour Quay', 'Europe/Berlin', 'EUR'),
    place('Harbour Loft', 'Europe/Lisbon', 'EUR'),
    place('Harbour Mill', 'Europe/London', 'GBP'),
    place('Nowhere', 'Europe/Berlin', 'EUR'),
  ]),
  defaultPlace: null,
  customers: new Map(),
};

function judge(text: string, against: ImportFacts = facts): readonly JudgedRow[] {
  const [header = [], ...records] = readTable(text).records;
  const read = readHeader(header, against.defaultPlace !== null);
  if ('absent' in read) throw new Error(`columns missing: ${read.absent.join()}`);
  return judgeRows(records, read.layout, against);
}

test('IMP-1 every row of the export has the outcome that is written beside it', () => {
  const read = (name: string) => readFileSync(new URL(`../../../test/data/${name}`, import.meta.url), 'utf8');
  const expected = read('harbour-customers.expected.jsonl')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  const judged = judge(read('harbour-customers.csv')).map((row) => {
    if (row.outcome === 'error')
      return { row: row.row, outcome: 'error', column: row.column, code: row.code };
    const { contract, suspended } = row.facts;
    const common = { row: row.row, outcome: row.outcome, email: row.email, suspended };
    if (contract === null) return common;
    const today =
      contract.startDay === dayAt(now, 'Europe/Berlin' as Zone) && contract.nextInvoiceDay === null;
    const plan = planNames.find((name) => contract.planId.endsWith(name));
    return { ...common, plan, startDay: today ? 'day of import' : contract.startDay };
  });
  expect(judged).toEqual(expected);
});

const header =
  'Location,FullName,Email,Active,SendWelcomeEmail,Plan,RegistrationDate,ContractStartDate,CompanyName,' +
  'TaxIDNumber,BillingAddress,MobilePhone,Tags,Notes';
const lineOf = (cells: Partial<Record<string, string>>): string => {
  const values: Record<string, string> = {
    Location: 'Harbour Quay',
    FullName: 'Ana Ruiz',
    Email: 'ana@example.test',
    Active: 'YES',
  };
  return header
    .split(',')
    .map((name) => `"${(cells[name] ?? values[name] ?? '').replaceAll('"', '""')}"`)
    .join(',');
};
const one = (cells: Partial<Record<string, string>>, against = facts) =>
  judge(`${header}\r\n${lineOf(cells)}\r\n`, against)[0];

test.each([
  ['FullName,Email,Location', null],
  [' Full Name ,E-Mail,location', null],
  ['full_name,EMAIL,Location,Colour', null],
  ['Email,Location', { absent: ['FullName'], twice: [] }],
  ['FullName,Email,Location,email', { absent: [], twice: ['Email'] }],
  ['FullName,Email,Location,Colour,Colour', null],
])('IMP-1 the headings of a file: %s', (line, fault) => {
  const read = readHeader(line.split(','), false);
  if (fault === null) expect(read).toHaveProperty('layout');
  else expect(read).toEqual(fault);
});

test('IMP-1 a column may say the next invoice day; else billing goes on from the next cycle', () => {
  const file = (day: string) =>
    judge(
      `Location,FullName,Email,Plan,ContractStartDate,NextInvoiceDate\n` +
        `Harbour Quay,Ana,ana@example.test,Hot Desk 10,2026-01-15,${day}`,
    )[0];
  const billedFrom = (row: JudgedRow | undefined) =>
    row?.outcome === 'contract' ? row.facts.contract?.nextInvoiceDay : row;
  expect(billedFrom(file(''))).toBe('2026-12-15');
  expect(billedFrom(file('2027-02-15'))).toBe('2027-02-15');
  expect(file('15/02/2027')).toMatchObject({ outcome: 'error', column: 'NextInvoiceDate', code: 'invalid' });
});

test.each([
  [{ Location: '' }, 'Location', 'missing'],
  [{ Location: 'Harbor Quay' }, 'Location', 'unknown'],
  [{ FullName: '   ' }, 'FullName', 'missing'],
  [{ FullName: 'x'.repeat(201) }, 'FullName', 'invalid'],
  [{ FullName: 'Ana\0Ruiz' }, 'FullName', 'invalid'],
  [{ Email: '' }, 'Email', 'missing'],
  [{ Email: 'ana@' }, 'Email', 'invalid'],
  [{ Email: 'ana@example' }, 'Email', 'invalid'],
  [{ Email: 'ana ruiz@example.test' }, 'Email', 'invalid'],
  [{ Email: 'ana@example.test, ben@example.test' }, 'Email', 'invalid'],
  [{ Active: 'perhaps' }, 'Active', 'invalid'],
  [{ Active: '' }, 'Active', 'missing'],
  [{ SendWelcomeEmail: 'soon' }, 'SendWelcomeEmail', 'invalid'],
  [{ Plan: 'Hot Desk 11' }, 'Plan', 'unknown'],
  [{ Location: 'Nowhere', Plan: 'Virtual Office' }, 'Plan', 'invalid'],
  [{ RegistrationDate: '21.09.2022' }, 'RegistrationDate', 'invalid'],
  [{ ContractStartDate: '2026-02-30 10:00' }, 'ContractStartDate', 'invalid'],
  [{ ContractStartDate: '2026-02-28 24:00' }, 'ContractStartDate', 'invalid'],
  [{ ContractStartDate: '2027-02-29' }, 'ContractStartDate', 'invalid'],
  [{ ContractStartDate: '2026-02-28 10:60' }, 'ContractStartDate', 'invalid'],
  [{ ContractStartDate: '28/02/2026' }, 'ContractStartDate', 'invalid'],
])('IMP-1 a row at fault %o is named by column and code', (cells, column, code) => {
  expect(one(cells)).toMatchObject({ row: 2, outcome: 'error', column, code });
});

test.each([
  [
    'names of all scripts stay as they are',
    { FullName: '유나 نور Zoë Nguyễn 王' },
    { name: '유나 نور Zoë Nguyễn 王' },
  ],
  [
    'what looks like a formula is a text',
    { Notes: '=HYPERLINK("http://evil.example","click")' },
    { note: '=HYPERLINK("http://evil.example","click")' },
  ],
  [
    "a company on an individual's row is the billing name",
    { CompanyName: 'Nova GmbH' },
    { billingName: 'Nova GmbH' },
  ],
  ['tags', { Tags: 'founder; design;founder' }, { tags: ['founder', 'design'] }],
  ['Active NO is a suspension', { Active: 'no' }, { suspended: true }],
  ["the location's name in any case", { Location: ' harbour QUAY ' }, { locationId: 'loc_Harbour Quay' }],
  [
    'a start in the gap of a clock change',
    { Plan: 'Hot Desk 10', ContractStartDate: '2026-03-29 02:30' },
    {
      contract: {
        planId: 'pla_Harbour Quay Hot Desk 10',
        currency: 'EUR',
        startDay: '2026-03-29',
        minimumTermDay: null,
        nextInvoiceDay: '2026-12-29',
      },
    },
  ],
  [
    'a registration in that gap moves forward',
    { RegistrationDate: '2026-03-29 02:30' },
    { registeredAt: Date.parse('2026-03-29T01:30:00Z') },
  ],
  [
    "a registration at the location's time",
    { Location: 'Harbour Mill', RegistrationDate: '2022-07-01 10:00' },
    { registeredAt: Date.parse('2022-07-01T09:00:00Z') },
  ],
])('IMP-1 %s', (_, cells, expected) => {
  expect(one(cells)).toMatchObject({ facts: expected });
});

test('IMP-1 an empty start is the day of the import there, and a past one is not billed for the past', () => {
  const late = { ...facts, now: parseInstant('2026-12-01T23:30:00+01:00') as Instant };
  const start = (cells: Partial<Record<string, string>>) => {
    const row = one({ Plan: 'hot desk 10', ...cells }, late);
    return row?.outcome === 'contract' ? row.facts.contract : row;
  };
  expect(start({})).toMatchObject({ startDay: '2026-12-01', nextInvoiceDay: null });
  expect(start({ ContractStartDate: '2024-01-18 21:36' })).toMatchObject({
    startDay: '2024-01-18',
    nextInvoiceDay: '2026-12-18',
  });
  expect(start({ ContractStartDate: '2024-01-31' })).toMatchObject({ nextInvoiceDay: '2026-12-31' });
  expect(start({ ContractStartDate: '2026-11-01' })).toMatchObject({ nextInvoiceDay: '2026-12-01' });
  expect(start({ ContractStartDate: '2026-12-18 17:29' })).toMatchObject({
    startDay: '2026-12-18',
    nextInvoiceDay: null,
  });
});

test('IMP-1 an address is one customer, whatever its case; a second row with it is a duplicate', () => {
  const rows = judge(
    [
      header,
      lineOf({ Plan: 'Hot Desk 11' }),
      lineOf({ Email: '  ANA@Example.TEST ' }),
      lineOf({ Email: 'ben@example.test' }),
    ].join('\n'),
  );
  expect(rows.map(({ outcome, ...row }) => [outcome, 'code' in row ? row.code : row.email])).toEqual([
    ['error', 'unknown'],
    ['error', 'duplicateInFile'],
    ['contact', 'ben@example.test'],
  ]);
});

test('IMP-1 a customer who is there already gets what is new, and nothing twice', () => {
  const known = (
    contracts: { planIds: string[]; startDay: string; goesOn: boolean; imported: boolean }[],
  ) => ({
    ...facts,
    customers: new Map([
      [
        'ana@example.test',
        {
          id: 'cus_1' as Id<'cus'>,
          isElsewhere: false,
          contracts: contracts.map((contract) => ({
            ...contract,
            locationId: 'loc_Harbour Quay' as Id<'loc'>,
          })) as never,
        },
      ],
    ]),
  });
  const hotDesk = ['pla_Harbour Quay Hot Desk 10'];
  const outcome = (cells: Partial<Record<string, string>>, against: ImportFacts) =>
    one(cells, against)?.outcome;
  expect(outcome({}, known([]))).toBe('unchanged');
  expect(outcome({ Plan: 'Hot Desk 10' }, known([]))).toBe('contract');
  const running = known([{ planIds: hotDesk, startDay: '2026-11-30', goesOn: true, imported: true }]);
  expect(outcome({ Plan: 'Hot Desk 10' }, running)).toBe('unchanged');
  expect(outcome({ Plan: 'Dedicated Desk' }, running)).toBe('contract');
  const ended = known([{ planIds: hotDesk, startDay: '2024-01-18', goesOn: false, imported: true }]);
  expect(outcome({ Plan: 'Hot Desk 10', ContractStartDate: '2024-01-18 21:36' }, ended)).toBe('unchanged');
  expect(outcome({ Plan: 'Hot Desk 10' }, ended)).toBe('unchanged');
  expect(outcome({ Plan: 'Hot Desk 10', ContractStartDate: '2026-12-10' }, ended)).toBe('contract');
});

test('IMP-1 the header may stand in any order and case; needed columns are named when absent', () => {
  expect(readHeader(['Name', 'Mail'], false)).toMatchObject({ absent: ['Location', 'FullName', 'Email'] });
  expect(readHeader(['Name', 'Email'], true)).toMatchObject({ absent: ['FullName'] });
  expect(judge('EMAIL;location;FullName\nana@example.test;Harbour Quay;Ana\n')[0]).toMatchObject({
    outcome: 'contact',
  });
});

test('IMP-1 CSV: marks, line ends, quotes and separators; blank lines count as rows and say nothing', () => {
  expect(readTable('\uFEFFa,b\r\n"x ""y"",\r\nz",2\r\n').records).toEqual([
    ['a', 'b'],
    ['x "y",\r\nz', '2'],
  ]);
  expect(readTable('a;b\n1;2').records).toEqual([
    ['a', 'b'],
    ['1', '2'],
  ]);
  expect(readTable('a\tb\r1\t').records).toEqual([
    ['a', 'b'],
    ['1', ''],
  ]);
  expect(readTable('a,b\n1,"2\n3').openQuoteRow).toBe(2);
  expect(readTable('').records).toEqual([]);
  const rows = judge(`${header}\n\n${lineOf({})}\n,,,,,,,,,,,,,\n${lineOf({ Email: 'ben@example.test' })}`);
  expect(rows.map(({ row }) => row)).toEqual([3, 5]);
  const cells = fc.array(
    fc.array(
      fc.string({ unit: 'grapheme' }).filter((text) => !text.includes('\uFEFF')),
      { minLength: 2, maxLength: 4 },
    ),
    { minLength: 1, maxLength: 6 },
  );
  fc.assert(
    fc.property(cells, (records) => {
      const quote = (text: string) => `"${text.replaceAll('"', '""')}"`;
      const text = `h,h\r\n${records.map((record) => record.map(quote).join(',')).join('\r\n')}\r\n`;
      expect(readTable(text).records.slice(1)).toEqual(records);
    }),
  );
});
