import * as api from '../../api/contracts.ts';
import { keepPrices as keepPricesEndpoint } from '../../api/plans.ts';
import type { BodyOf, QueryOf } from '../../api/endpoint.ts';
import { dayAt } from '../../domain/kernel/zone.ts';
import type { Id } from '../../domain/kernel/id.ts';
import type { Freeze } from '../../domain/contracts/contract.ts';
import type { CancelWish } from '../../domain/contracts/cancellation.ts';
import type { Caller } from '../platform/http/caller.ts';
import { pageFrom, readCursor } from '../platform/http/page.ts';
import { Problem } from '../platform/http/problem.ts';
import { serve } from '../platform/http/serve.ts';
import type { Work } from '../platform/work/shell.ts';
import { cancelContract, keepContract } from './cancel-contract.ts';
import { changeContractPlan } from './change-contract-plan.ts';
import { answerContracts } from './answer-contracts.ts';
import { answerFreeze } from './contract-answer.ts';
import { createContract } from './create-contract.ts';
import type { ContractRecord } from './contract-record.ts';
import { keepPrices } from './keep-prices.ts';
import { fromDayOf, untilDayOf } from './preview/effects.ts';
import { freezeContract, resumeContract } from './freeze-contract.ts';
import { loadContracts, plansOf } from './load-contracts.ts';
import { loadContract, reload } from './load-facts.ts';
import { type Ahead, perform } from './preview/perform.ts';

/** The routes of contracts; what a preview says about money and bookings is asked of words further right. */
export const contractRoutesWith = (ahead: Ahead) => [
  serve(api.listContracts, ({ query, caller, shell }) => shell.read(caller, (work) => list(work, query))),
  serve(keepPricesEndpoint, ({ params, body: { preview }, caller, shell }) =>
    shell[preview ? 'read' : 'write'](caller, async (work) => {
      const { contracts, units } = await keepPrices(work, params.planId, preview);
      const shown = units.map(({ price, ...unit }) => ({
        ...unit,
        price: { amount: price, currency: unit.currency },
      }));
      return { preview, contracts, units: shown };
    }),
  ),
  serve(api.getContract, ({ params, query, caller, shell }) =>
    shell.read(caller, async (work) => {
      const contract = await loadContract(work, params.contractId, 'contracts.read');
      const plans = await plansOf(work, [contract]);
      const [one] = await answerContracts(work.tx, {
        plans, contracts: [contract], at: query.at ?? work.now,
      });
      return one as api.AnsweredContract;
    }),
  ),
  serve(api.createContract, (asked) =>
    perform(asked, ahead, {
      verb: (work) => createContract(work, asked.body),
      answer: answered,
      done: (contract) => ({
        verb: 'start',
        ...fromDayOf(contract, contract.startDay),
        ...untilDayOf(contract, null),
      }),
      contractIdOf: (id) => id,
      changes: null,
    }),
  ),
  serve(api.cancelContract, (asked) =>
    perform(asked, ahead, {
      verb: (work) => cancelContract(work, asked.params, wishOf(asked.body)),
      answer: (work) => answered(work, asked.params.contractId),
      done: (contract, { endDay }) => ({
        verb: 'cancel',
        ...fromDayOf(contract, endDay),
        ...untilDayOf(contract, null),
      }),
      contractIdOf: () => asked.params.contractId,
      changes: asked.params.contractId,
    }),
  ),
  serve(api.keepContract, ({ params, caller, shell }) =>
    shell.write(caller, async (work) => {
      await keepContract(work, params);
      return answered(work, params.contractId);
    }),
  ),
  serve(api.changeContractPlan, (asked) =>
    perform(asked, ahead, {
      verb: (work) => changeContractPlan(work, asked.params, asked.body),
      answer: (work) => answered(work, asked.params.contractId),
      done: (contract, day) => ({
        verb: 'changePlan',
        ...fromDayOf(contract, day),
        ...untilDayOf(contract, null),
      }),
      contractIdOf: () => asked.params.contractId,
      changes: asked.params.contractId,
    }),
  ),
  ...freezeRoutesWith(ahead),
];

const freezeRoutesWith = (ahead: Ahead) => [
  serve(api.listFreezes, ({ params, caller, shell }) =>
    shell.read(caller, async (work) => {
      const contract = await loadContract(work, params.contractId, 'contracts.read');
      return {
        data: contract.freezes.map((freeze) => answerFreeze(contract, freeze, work.now)),
        nextCursor: null,
      };
    }),
  ),
  serve(api.createFreeze, (asked) =>
    perform(asked, ahead, {
      verb: (work) => freezeContract(work, asked.params, asked.body),
      answer: (work, freezeId) => answeredFreeze(work, asked.params.contractId, freezeId),
      done: (contract, freezeId) => {
        const freeze = freezeOf(contract, freezeId);
        return {
          verb: 'freeze',
          fromAt: freeze.during.start,
          fromDay: freeze.fromDay,
          untilAt: freeze.during.end,
          untilDay: freeze.untilDay,
        };
      },
      contractIdOf: () => asked.params.contractId,
      changes: asked.params.contractId,
    }),
  ),
  serve(api.resumeFreeze, (asked) =>
    perform(asked, ahead, {
      verb: (work) => resumeContract(work, asked.params),
      answer: (work) => answeredFreeze(work, asked.params.contractId, asked.params.freezeId),
      done: (contract, now) => ({
        verb: 'resume',
        fromAt: now,
        fromDay: dayAt(now, contract.zone),
        ...untilDayOf(contract, null),
      }),
      contractIdOf: () => asked.params.contractId,
      changes: asked.params.contractId,
    }),
  ),
];

async function list(work: Work, query: QueryOf<typeof api.listContracts>) {
  const { caller } = work;
  const at = query.at ?? work.now;
  const [beforeId] = readCursor(query.cursor, 1) ?? [];
  const rows = await loadContracts(work.tx, {
    ...scopeOf(caller, query.customerId, query.locationId),
    ...(query.planId && { planId: query.planId }),
    ...(query.teamId && { teamId: query.teamId }),
    ...(query.status && { status: { is: query.status, at } }),
    ...(query.endsBy && { endsBy: query.endsBy }),
    ...(beforeId && { beforeId: String(beforeId) }),
    limit: query.limit + 1,
  });
  const answered = await answerContracts(work.tx, { contracts: rows, plans: await plansOf(work, rows), at });
  return pageFrom(
    answered,
    query.limit,
    ({ id }) => [id],
    (contract) => contract,
  );
}

/** Staff sees the contracts of its locations; a customer its own, whatever it asks for. */
function scopeOf(caller: Caller, customerId: Id<'cus'> | undefined, locationId: Id<'loc'> | undefined) {
  const own = caller.customerId;
  if (!caller.may('contracts.read', null) || (own !== null && own === customerId)) {
    if (own === null || (customerId !== undefined && customerId !== own)) throw new Problem('notFound');
    return { customerIds: [own], ...(locationId && { locationIds: [locationId] }) };
  }
  const places = caller.locationsWith('contracts.read');
  if (locationId) caller.mustMay('contracts.read', locationId);
  return {
    ...(customerId && { customerIds: [customerId] }),
    ...(locationId ? { locationIds: [locationId] } : places === 'all' ? {} : { locationIds: [...places] }),
  };
}

function wishOf(body: BodyOf<typeof api.cancelContract>): CancelWish {
  if (body.lastDay !== undefined) return { lastDay: body.lastDay };
  return body.at === undefined ? null : { at: body.at };
}

async function answered(work: Work, id: Id<'con'>) {
  const { contract, plans } = await reload(work, id);
  const [one] = await answerContracts(work.tx, { contracts: [contract], plans, at: work.now });
  return one as api.AnsweredContract;
}

async function answeredFreeze(work: Work, contractId: Id<'con'>, freezeId: Id<'frz'>) {
  const { contract } = await reload(work, contractId);
  return answerFreeze(contract, freezeOf(contract, freezeId), work.now);
}

const freezeOf = (contract: ContractRecord, freezeId: Id<'frz'>): Freeze => {
  const freeze = contract.freezes.find(({ id }) => id === freezeId);
  if (freeze === undefined) throw new Problem('notFound');
  return freeze;
};
