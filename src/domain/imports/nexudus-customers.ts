import { addCycles, firstTurnOnOrAfter } from '../contracts/turns.ts';
import type { Day } from '../kernel/day.ts';
import { anchorOf } from '../kernel/cycle.ts';
import type { Instant } from '../kernel/instant.ts';
import { dayAt, type Zone } from '../kernel/zone.ts';
import { type LocalTime, localTimes, parseLocalTime } from './local-time.ts';
import { addressOf, type Column, columns, type Layout } from './nexudus-header.ts';
import {
  type BadRow,
  type ContractWished,
  type GoodRow,
  type ImportFacts,
  type ImportPlace,
  type ImportPlan,
  type JudgedRow,
  type KnownCustomer,
  nameKey,
  type RowFault,
} from './row.ts';

/** IMP-1: judges every record after the header. Pure: the same rows and facts give the same outcomes. */
export function judgeRows(
  records: readonly (readonly string[])[],
  layout: Layout,
  facts: ImportFacts,
): readonly JudgedRow[] {
  const context: Context = { facts, instantOf: localTimes(), todayIn: new Map(), wished: new Map() };
  const firstRowOf = new Map<string, number>();
  const judged: JudgedRow[] = [];
  for (const [index, cells] of records.entries()) {
    if (cells.every((cell) => cell.trim() === '')) continue;
    judged.push(judgeRow({ row: index + 2, cells, layout, firstRowOf, context }));
  }
  return judged;
}

interface Context {
  readonly facts: ImportFacts;
  readonly instantOf: (time: LocalTime, zone: Zone) => Instant;
  readonly todayIn: Map<string, Day>;
  /** Plans and days repeat from row to row: each is worked out once. */
  readonly wished: Map<string, ContractWished>;
}

interface Judging {
  readonly row: number;
  readonly cells: readonly string[];
  readonly layout: Layout;
  readonly firstRowOf: Map<string, number>;
  readonly context: Context;
}

/** The columns are judged in the order of the template; the first fault is the row's. */
function judgeRow(judging: Judging): JudgedRow {
  const { row, cells, layout, context } = judging;
  const cell = (name: Column): string => (cells[layout.at(name)] ?? '').trim();
  const email = addressOf(cells, layout);
  const isFirst = claimAddress(judging, email);
  const bad = (column: Column, code: RowFault): BadRow => ({
    row,
    outcome: 'error',
    column,
    code,
    email: isAddress(email) ? email : null,
  });

  const unreadable = columns.find((name) => !isReadable(cell(name), name));
  const place =
    cell('Location') === ''
      ? context.facts.defaultPlace
      : context.facts.places.get(nameKey(cell('Location')));
  if (!place) return bad('Location', cell('Location') === '' ? 'missing' : 'unknown');
  if (unreadable !== undefined) return bad(unreadable, 'invalid');
  if (cell('FullName') === '') return bad('FullName', 'missing');
  if (email === '') return bad('Email', 'missing');
  if (!isAddress(email)) return bad('Email', 'invalid');
  if (!isFirst) return bad('Email', 'duplicateInFile');
  const active = layout.at('Active') === -1 ? true : yesOrNo(cell('Active'));
  if (active === null) return bad('Active', cell('Active') === '' ? 'missing' : 'invalid');
  const welcome = cell('SendWelcomeEmail') === '' ? false : yesOrNo(cell('SendWelcomeEmail'));
  if (welcome === null) return bad('SendWelcomeEmail', 'invalid');
  const plan = cell('Plan') === '' ? null : place.plans.get(nameKey(cell('Plan')));
  if (plan === undefined) return bad('Plan', 'unknown');
  if (plan?.hasPrice === false) return bad('Plan', 'invalid');
  const registered = cell('RegistrationDate') === '' ? null : parseLocalTime(cell('RegistrationDate'));
  if (registered === null && cell('RegistrationDate') !== '') return bad('RegistrationDate', 'invalid');
  const start = cell('ContractStartDate') === '' ? null : parseLocalTime(cell('ContractStartDate'));
  if (start === null && cell('ContractStartDate') !== '') return bad('ContractStartDate', 'invalid');
  const billed = cell('NextInvoiceDate') === '' ? null : parseLocalTime(cell('NextInvoiceDate'));
  if (billed === null && cell('NextInvoiceDate') !== '') return bad('NextInvoiceDate', 'invalid');
  if (cells.length > layout.width && cells.slice(layout.width).some((extra) => extra.trim() !== '')) {
    return bad('Notes', 'invalid');
  }

  const known = context.facts.customers.get(email) ?? null;
  if (known?.isElsewhere && !active) return bad('Active', 'invalid');
  const contract =
    plan === null
      ? null
      : contractWished(context, place, { plan, start: start?.day ?? null, nextInvoice: billed?.day ?? null });
  const isNew = contract !== null && !hasContract(known, place, contract, start !== null);
  return good(row, email, {
    known,
    place,
    registered,
    active,
    welcome,
    contract: isNew ? contract : null,
    cell,
    context,
  });
}

interface Understood {
  readonly known: KnownCustomer | null;
  readonly place: ImportPlace;
  readonly registered: LocalTime | null;
  readonly active: boolean;
  readonly welcome: boolean;
  readonly contract: ContractWished | null;
  readonly cell: (name: Column) => string;
  readonly context: Context;
}

function good(row: number, email: string, understood: Understood): GoodRow {
  const { known, place, registered, active, cell, context } = understood;
  const outcome = understood.contract !== null ? 'contract' : known === null ? 'contact' : 'unchanged';
  return {
    row,
    email,
    outcome,
    facts: {
      customerId: known?.id ?? null,
      locationId: place.id,
      name: cell('FullName'),
      phone: cell('MobilePhone'),
      tags: [
        ...new Set(
          cell('Tags')
            .split(/[;,]/)
            .map((tag) => tag.trim())
            .filter((tag) => tag !== ''),
        ),
      ],
      note: cell('Notes'),
      billingName: cell('CompanyName'),
      billingAddress: cell('BillingAddress'),
      taxId: cell('TaxIDNumber'),
      registeredAt: registered === null ? null : context.instantOf(registered, place.zone as Zone),
      suspended: !active,
      wantsInvitation: understood.welcome,
      contract: understood.contract,
    },
  };
}

/**
 * An empty start is the day of the import at the location; a past one is billed from its next cycle on,
 * unless the row names another day.
 */
function contractWished(
  { facts, todayIn, wished }: Context,
  place: ImportPlace,
  { plan, start, nextInvoice }: { plan: ImportPlan; start: Day | null; nextInvoice: Day | null },
): ContractWished {
  const today = todayIn.get(place.zone) ?? dayAt(facts.now, place.zone as Zone);
  todayIn.set(place.zone, today);
  const startDay = start ?? today;
  const key = `${plan.id} ${place.currency} ${startDay} ${nextInvoice ?? ''}`;
  const known = wished.get(key);
  if (known !== undefined) return known;
  const anchor = anchorOf(plan.cycle, startDay, plan.billingDay);
  const contract: ContractWished = {
    planId: plan.id,
    currency: place.currency,
    startDay,
    minimumTermDay:
      plan.minimumTermCycles === 0 ? null : addCycles(startDay, plan.cycle, plan.minimumTermCycles),
    nextInvoiceDay:
      nextInvoice ?? (startDay < today ? firstTurnOnOrAfter(plan.cycle, anchor, today) : null),
  };
  wished.set(key, contract);
  return contract;
}

/** Repeating an import makes no second contract, nor brings back one that has ended since. */
function hasContract(
  known: KnownCustomer | null,
  place: ImportPlace,
  wished: ContractWished,
  saysStart: boolean,
): boolean {
  return (known?.contracts ?? []).some(
    (contract) =>
      contract.locationId === place.id &&
      contract.planIds.includes(wished.planId) &&
      (contract.goesOn || (saysStart ? contract.startDay === wished.startDay : contract.imported)),
  );
}

/** False when an earlier row names the same address. */
function claimAddress({ row, firstRowOf }: Judging, email: string): boolean {
  if (!isAddress(email)) return true;
  const first = firstRowOf.get(email) ?? row;
  firstRowOf.set(email, first);
  return first === row;
}

const isAddress = (email: string): boolean =>
  email.length <= 200 &&
  /^[^\s@"(),:;<>[\\\]]+@[^\s@"(),:;<>[\\\]]+\.[^\s@"(),:;<>[\\\].]+$/.test(email) &&
  !email.includes('..') &&
  !email.startsWith('.') &&
  !email.includes('.@');

const longest: Readonly<Partial<Record<Column, number>>> = {
  Notes: 20_000,
  BillingAddress: 500,
  FullName: 200,
};

/** Nothing that a database cannot keep, and nothing longer than a person writes. */
const isReadable = (text: string, column: Column): boolean =>
  !text.includes('\0') && text.length <= (longest[column] ?? 1000);

function yesOrNo(text: string): boolean | null {
  const word = text.toLowerCase();
  if (['yes', 'true', '1'].includes(word)) return true;
  return ['no', 'false', '0'].includes(word) ? false : null;
}
