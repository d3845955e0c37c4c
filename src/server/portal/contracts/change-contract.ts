import type { Answer, ContractChange, ContractEffects, Done } from '../../../apps/portal/readers.ts';
import {
  cancelContract,
  createFreeze,
  type Effects,
  getContract,
  keepContract,
  resumeFreeze,
} from '../../../api/contracts.ts';
import { formatsFor } from '../../../api/texts/formats.ts';
import { addDays, type Day } from '../../../domain/kernel/day.ts';
import { type Id, isId } from '../../../domain/kernel/id.ts';
import { type Instant, parseInstant } from '../../../domain/kernel/instant.ts';
import type { Currency, Money } from '../../../domain/kernel/money.ts';
import { Problem } from '../../platform/http/problem.ts';
import { answered, type Visiting } from '../visiting.ts';

/** Freezes, cancels, resumes or keeps one of the visitor's own contracts, as the plan lets. */
export const changeContract = (visiting: Visiting, change: ContractChange): Promise<Answer<Done>> =>
  answered(visiting, async () => {
    await perform(visiting, change, false);
    return {};
  });

/** What that would do, done and taken back: the same verbs, the same refusals. */
export const contractEffects = (
  visiting: Visiting,
  change: ContractChange,
): Promise<Answer<ContractEffects>> =>
  answered(visiting, async () => {
    const found = await perform(visiting, change, true);
    if (!('preview' in found)) throw new Problem('notFound');
    return effectsInWords(visiting, found, change.verb);
  });

async function perform(visiting: Visiting, change: ContractChange, preview: boolean) {
  const { ask } = visiting;
  const params = { contractId: ownContract(change) };
  switch (change.verb) {
    case 'freeze': {
      const { fromDay, untilDay } = change;
      return ask(createFreeze, { params, body: { fromDay, untilDay, preview } });
    }
    case 'cancel': {
      const wished = change.lastDay === null ? {} : { lastDay: change.lastDay };
      return ask(cancelContract, { params, body: { ...wished, preview } });
    }
    case 'resume': {
      const freezeId = await freezeToEnd(visiting, params.contractId);
      return ask(resumeFreeze, { params: { ...params, freezeId }, body: { preview } });
    }
    case 'keep':
      return ask(keepContract, { params });
  }
}

function ownContract({ contractId }: ContractChange): Id<'con'> {
  if (!isId('con', contractId)) throw new Problem('notFound');
  return contractId;
}

/** The freeze in force, else the one that has not begun. */
async function freezeToEnd({ ask }: Visiting, contractId: Id<'con'>): Promise<Id<'frz'>> {
  const { freezes } = await ask(getContract, { params: { contractId } });
  const freeze =
    freezes.find(({ state }) => state === 'inForce') ?? freezes.find(({ state }) => state === 'scheduled');
  if (freeze === undefined) throw new Problem('notFound');
  return freeze.id;
}

function effectsInWords(
  visiting: Visiting,
  effects: Effects,
  verb: ContractChange['verb'],
): ContractEffects {
  const { stops, goesOn, bookings, contract } = effects;
  return {
    lastDay: contract.lastDay as Day | null,
    voids: contract.status === 'void',
    stops: sentences(visiting, 'stops', stops),
    goesOn: sentences(visiting, 'goesOn', goesOn),
    bookings: bookings.map(({ id, resourceName, startAt }) => ({
      id,
      name: resourceName,
      start: parseInstant(startAt) ?? (0 as Instant),
    })),
    money: moneyOf(effects, verb),
  };
}

/** Each effect once: two passes of a plan are its passes. */
function sentences(
  { phrase, language }: Visiting,
  list: 'stops' | 'goesOn',
  effects: Effects['stops'],
): string[] {
  const said = effects.map(({ code, facts }) =>
    phrase(`portal-contracts.effect.${list}.${code}`, {
      plan: `\u2068${String(facts['planName'] ?? '')}\u2069`,
      fee: facts['fee'] === undefined ? '' : formatsFor(language).money(facts['fee'] as Money),
    }),
  );
  return [...new Set(said)];
}

/**
 * The money in lines that say something: after a cancellation, no invoice after the last day is one of its
 * effects already, so those to come are not counted up to some day; what evens out is not listed.
 */
function moneyOf({ billing, contract }: Effects, verb: ContractChange['verb']): ContractEffects['money'] {
  if (billing === null) return null;
  const lastDay = verb === 'cancel' ? contract.lastDay : null;
  const lines = billing.lines.filter(
    ({ fromDay }) => fromDay === null || lastDay === null || fromDay <= lastDay,
  );
  const shown = verb === 'cancel' ? lines.filter(({ text }) => sumOf(lines, text) !== 0) : lines;
  const currency = billing.difference.currency as Currency;
  return {
    lines: shown.map(({ text, fromDay, untilDay, amount }) => ({
      text,
      fromDay: fromDay as Day | null,
      lastDay: untilDay === null ? null : addDays(untilDay as Day, -1),
      amount: { amount: amount.amount, currency },
    })),
    difference: { amount: shown.reduce((sum, { amount }) => sum + amount.amount, 0), currency },
  };
}

const sumOf = (lines: NonNullable<Effects['billing']>['lines'], name: string): number =>
  lines.filter(({ text }) => text === name).reduce((sum, { amount }) => sum + amount.amount, 0);
