import { type Plan, type PlanTerms, planTermsAtFirst } from '../contracts/plan.ts';
import { type Day, day } from '../kernel/day.ts';
import type { Id } from '../kernel/id.ts';
import { type Instant, instant } from '../kernel/instant.ts';
import type { Interval } from '../kernel/interval.ts';
import type { Currency } from '../kernel/money.ts';
import { startOfDay, type Zone } from '../kernel/zone.ts';
import type {
  BilledContract,
  BilledCycle,
  BilledFreeze,
  BillingFacts,
  MissedCycles,
  PayerFacts,
  TaxTerms,
  WaitingCharge,
} from './facts.ts';
import type { ProposedInvoice } from './proposal.ts';
import { proposeInvoices, type Proposal } from './propose-invoices.ts';

/** Payers as the tests of rules write them: Berlin, EUR, monthly at €310, no tax, from days alone. */
export const berlin = 'Europe/Berlin' as Zone;
export const at = (of: string): Instant => startOfDay(day(of), berlin);

export interface WrittenContract {
  readonly id?: string;
  readonly plan?: string;
  readonly startDay: string;
  readonly endDay?: string;
  readonly billingDay?: number;
  readonly quantity?: number;
  readonly price?: number;
  readonly proratesLastCycle?: boolean;
  readonly cancelledOn?: string;
  readonly nextInvoiceDay?: string;
  readonly changes?: readonly {
    readonly fromDay: string;
    readonly plan?: string;
    readonly quantity?: number;
    readonly price?: number;
    readonly madeOn?: string;
  }[];
  readonly freezes?: readonly {
    readonly from: string;
    readonly until: string | null;
    readonly billing?: 'none' | 'full' | { readonly fee: number };
    readonly madeOn?: string;
  }[];
}

export interface WrittenPayer {
  readonly contracts?: readonly WrittenContract[];
  readonly suspensions?: readonly {
    readonly from: string;
    readonly until?: string;
    readonly missed?: MissedCycles;
  }[];
  readonly archived?: readonly { readonly from: string; readonly until?: string }[];
  readonly charges?: readonly (Partial<WaitingCharge> & { readonly amount: number })[];
  readonly dueDays?: number;
}

export interface WrittenRun {
  readonly through: string;
  readonly now?: string;
  readonly plans?: Readonly<Record<string, Partial<PlanTerms>>>;
  readonly tax?: TaxTerms;
}

/** The facts as they are read after some invoices have been issued. */
export function factsOf(
  written: WrittenPayer,
  run: WrittenRun,
  issued: readonly Issued[] = [],
): BillingFacts {
  const plans = new Map(
    Object.entries({ lite: {}, ...run.plans }).map(([name, terms]) => [`pla_${name}`, planOf(name, terms)]),
  );
  return {
    payers: [payerOf(written, issued)],
    planOf: (planId) => plans.get(planId) as Plan,
    placeOf: () => ({
      zone: berlin,
      legalEntityId: 'ent_1' as Id<'ent'>,
      dueDays: 7,
      taxOn: () => run.tax ?? untaxed,
    }),
    covers: () => true,
    now: at(run.now ?? run.through),
    throughDay: day(run.through),
  };
}

export const propose = (written: WrittenPayer, run: WrittenRun, issued: readonly Issued[] = []): Proposal =>
  proposeInvoices(factsOf(written, run, issued));

/** An invoice that was issued on a day, by the same facts. */
export interface Issued {
  readonly on: string;
  readonly invoice: ProposedInvoice;
}

export const issue = (proposal: Proposal, on: string): readonly Issued[] =>
  proposal.invoices.map((invoice) => ({ on, invoice }));

/** The lines as an operator would say them: what, from, until, how much. */
export const saidLines = (proposal: Proposal): readonly string[] =>
  proposal.invoices.flatMap(({ lines }) =>
    lines.map(({ kind, startDay, endDay, amount }) =>
      [kind, startDay === null ? '' : `${startDay}..${endDay}`, amount]
        .filter((part) => part !== '')
        .join(' '),
    ),
  );

export const saidSkips = (proposal: Proposal): readonly string[] =>
  proposal.skips.map(
    ({ reason, startDay, endDay, amount }) => `${reason} ${startDay}..${endDay} ${amount}`,
  );

const untaxed: TaxTerms = { rate: 0, includesTax: false };
const eur = 'EUR' as Currency;

const planOf = (name: string, terms: Partial<PlanTerms>): Plan => ({
  id: `pla_${name}` as Id<'pla'>,
  locationId: 'loc_1' as Id<'loc'>,
  name,
  versions: [
    {
      version: 1,
      inForceFrom: instant(0),
      terms: { ...planTermsAtFirst, prices: { EUR: 31_000 }, cycle: { every: 1, unit: 'month' }, ...terms },
    },
  ],
});

function payerOf(written: WrittenPayer, issued: readonly Issued[]): PayerFacts {
  const invoiced = new Set(issued.flatMap(({ invoice }) => invoice.lines.map(({ chargeId }) => chargeId)));
  return {
    customerId: 'cus_1' as Id<'cus'>,
    dueDays: written.dueDays ?? null,
    suspensions: (written.suspensions ?? []).map(({ from, until, missed }) => ({
      during: intervalOf(from, until),
      missedCycles: until === undefined ? null : (missed ?? 'skip'),
    })),
    archivings: (written.archived ?? []).map(({ from, until }) => intervalOf(from, until)),
    contracts: (written.contracts ?? []).map((contract, index) => contractOf(contract, index, issued)),
    charges: (written.charges ?? []).map(chargeOf).filter(({ id }) => !invoiced.has(id)),
  };
}

const intervalOf = (from: string, until?: string): Interval => ({
  start: at(from),
  end: until === undefined ? null : at(until),
});

function contractOf(written: WrittenContract, index: number, issued: readonly Issued[]): BilledContract {
  const id = `con_${written.id ?? index}` as Id<'con'>;
  const startDay = day(written.startDay);
  const endDay = written.endDay === undefined ? null : day(written.endDay);
  const first = {
    fromDay: written.startDay,
    plan: written.plan,
    quantity: written.quantity,
    price: written.price,
    madeOn: '2020-01-01',
  };
  return {
    id,
    customerId: 'cus_1' as Id<'cus'>,
    locationId: 'loc_1' as Id<'loc'>,
    currency: eur,
    startDay,
    endDay,
    billingDay: written.billingDay ?? null,
    minimumTermDay: null,
    during: { start: at(startDay), end: endDay === null ? null : at(endDay) },
    terms: [first, ...(written.changes ?? [])].map((terms) => ({
      fromDay: day(terms.fromDay),
      fromAt: at(terms.fromDay),
      planId: `pla_${terms.plan ?? written.plan ?? 'lite'}` as Id<'pla'>,
      price: terms.price ?? null,
      quantity: terms.quantity ?? 1,
      madeAt: at(terms.madeOn ?? terms.fromDay),
    })),
    freezes: (written.freezes ?? []).map(({ from, until, billing, madeOn }, number): BilledFreeze => ({
      id: `frz_${number}` as Id<'frz'>,
      fromDay: day(from),
      untilDay: until === null ? null : day(until),
      during: intervalOf(from, until ?? undefined),
      billing: billing ?? 'none',
      extendsMinimumTerm: true,
      changedAt: at(madeOn ?? from),
    })),
    proratesLastCycle: written.proratesLastCycle ?? null,
    cancelledAt: written.cancelledOn === undefined ? null : at(written.cancelledOn),
    nextInvoiceDay: written.nextInvoiceDay === undefined ? null : day(written.nextInvoiceDay),
    imported: written.nextInvoiceDay !== undefined,
    billed: issued.flatMap(({ on, invoice }) =>
      invoice.lines.flatMap((line): BilledCycle[] =>
        line.cycle?.contractId !== id
          ? []
          : [
              {
                ...line.cycle,
                amount: line.amount,
                billedAt: at(on),
                tax: { rate: line.taxRate, includesTax: line.includesTax },
              },
            ],
      ),
    ),
  };
}

const chargeOf = (written: Partial<WaitingCharge> & { amount: number }, index: number): WaitingCharge => ({
  id: `chg_${index}` as Id<'chg'>,
  locationId: 'loc_1' as Id<'loc'>,
  legalEntityId: 'ent_1' as Id<'ent'>,
  currency: eur,
  text: 'Atlas',
  source: { kind: 'booking', id: `bok_${index}` },
  quantity: 1,
  unitPrice: written.amount,
  tax: untaxed,
  invoicing: 'cycleEnd',
  ripeDay: '2026-01-01' as Day,
  arisenAt: at(written.ripeDay ?? '2026-01-01'),
  startDay: null,
  endDay: null,
  ...written,
});
