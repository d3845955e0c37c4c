import * as api from '../../api/contracts.ts';
import type { BodyOf, QueryOf } from '../../api/endpoint.ts';
import { dayAt, startOfDay } from '../../domain/kernel/zone.ts';
import type { Id } from '../../domain/kernel/id.ts';
import type { CancelWish } from '../../domain/contracts/cancellation.ts';
import type { Caller } from '../platform/http/caller.ts';
import { pageFrom, readCursor } from '../platform/http/page.ts';
import { Problem } from '../platform/http/problem.ts';
import { serve } from '../platform/http/serve.ts';
import type { Shell, Work } from '../platform/work/shell.ts';
import { cancelContract, keepContract } from './cancel-contract.ts';
import { changeContractPlan } from './change-contract-plan.ts';
import { answerContract, answerFreeze } from './contract-answer.ts';
import { createContract } from './create-contract.ts';
import { effectsOf, fromDayOf } from './effects.ts';
import { freezeContract, resumeContract } from './freeze-contract.ts';
import { loadContracts, plansOf } from './load-contracts.ts';
import { loadContract, reload } from './load-facts.ts';
import { previewed } from './preview.ts';

export const contractRoutes = [
  serve(api.listContracts, ({ query, caller, shell }) => shell.read(caller, (work) => list(work, query))),
  serve(api.getContract, ({ params, query, caller, shell }) => shell.read(caller, async (work) => {
    const contract = await loadContract(work, params.contractId, 'contracts.read');
    return answerContract(contract, await plansOf(work.tx, [contract]), query.at ?? work.now);
  })),
  serve(api.listFreezes, ({ params, caller, shell }) => shell.read(caller, async (work) => {
    const contract = await loadContract(work, params.contractId, 'contracts.read');
    return { data: contract.freezes.map((freeze) => answerFreeze(contract, freeze, work.now)), nextCursor: null };
  })),
  serve(api.createContract, ({ body, caller, shell }) => perform(shell, caller, body.preview, async (work) => {
    const id = await createContract(work, body);
    return body.preview ? startEffects(work, id) : answered(work, id);
  })),
  serve(api.cancelContract, ({ params, body, caller, shell }) => perform(shell, caller, body.preview, async (work) => {
    const { endDay } = await cancelContract(work, params, wishOf(body));
    if (!body.preview) return answered(work, params.contractId);
    const { contract } = await reload(work, params.contractId);
    return effectsOf(work, { verb: 'cancel', contractId: contract.id, ...fromDayOf(contract, endDay), untilAt: null });
  })),
  serve(api.keepContract, ({ params, caller, shell }) => shell.write(caller, async (work) => {
    await keepContract(work, params);
    return answered(work, params.contractId);
  })),
  serve(api.changeContractPlan, ({ params, body, caller, shell }) => perform(shell, caller, body.preview, async (work) => {
    const fromDay = await changeContractPlan(work, params, body);
    if (!body.preview) return answered(work, params.contractId);
    const { contract } = await reload(work, params.contractId);
    return effectsOf(work, { verb: 'changePlan', contractId: contract.id, ...fromDayOf(contract, fromDay), untilAt: null });
  })),
  serve(api.createFreeze, ({ params, body, caller, shell }) => perform(shell, caller, body.preview, async (work) => {
    const freezeId = await freezeContract(work, params, body);
    return body.preview ? freezeEffects(work, params.contractId, freezeId) : answeredFreeze(work, params.contractId, freezeId);
  })),
  serve(api.resumeFreeze, ({ params, body, caller, shell }) => perform(shell, caller, body.preview, async (work) => {
    await resumeContract(work, params);
    if (!body.preview) return answeredFreeze(work, params.contractId, params.freezeId);
    const { contract } = await reload(work, params.contractId);
    const today = dayAt(work.now, contract.zone);
    return effectsOf(work,
      { verb: 'resume', contractId: contract.id, fromAt: work.now, fromDay: today, untilAt: null });
  })),
];

const perform = <T>(shell: Shell, caller: Caller, preview: boolean, body: (work: Work) => Promise<T>): Promise<T> =>
  preview ? previewed(shell, caller, body) : shell.write(caller, body);

async function list(work: Work, query: QueryOf<typeof api.listContracts>) {
  const { caller } = work;
  const at = query.at ?? work.now;
  const [beforeId] = readCursor(query.cursor, 1) ?? [];
  const rows = await loadContracts(work.tx, {
    ...scopeOf(caller, query.customerId, query.locationId),
    ...(query.planId && { planId: query.planId }),
    ...(query.status && { status: { is: query.status, at } }),
    ...(beforeId && { beforeId: String(beforeId) }),
    limit: query.limit + 1,
  });
  const plans = await plansOf(work.tx, rows);
  return pageFrom(rows, query.limit, ({ id }) => [id], (contract) => answerContract(contract, plans, at));
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
  return answerContract(contract, plans, work.now);
}

async function answeredFreeze(work: Work, contractId: Id<'con'>, freezeId: Id<'frz'>) {
  const { contract } = await reload(work, contractId);
  const freeze = contract.freezes.find(({ id }) => id === freezeId);
  if (freeze === undefined) throw new Problem('notFound');
  return answerFreeze(contract, freeze, work.now);
}

async function freezeEffects(work: Work, contractId: Id<'con'>, freezeId: Id<'frz'>) {
  const { contract } = await reload(work, contractId);
  const freeze = contract.freezes.find(({ id }) => id === freezeId);
  if (freeze === undefined) throw new Problem('notFound');
  const { start, end } = freeze.during;
  return effectsOf(work, { verb: 'freeze', contractId, fromAt: start, fromDay: freeze.fromDay, untilAt: end });
}

async function startEffects(work: Work, contractId: Id<'con'>) {
  const { contract } = await reload(work, contractId);
  return effectsOf(work, {
    verb: 'start', contractId, fromAt: startOfDay(contract.startDay, contract.zone), fromDay: contract.startDay,
    untilAt: contract.during.end,
  });
}
