import { decideCheckIn } from '../../domain/access/check-in-decision.ts';
import { cutOffAfter } from '../../domain/check-ins/stay.ts';
import type { Interval, Span } from '../../domain/kernel/interval.ts';
import { presentDecision } from '../../api/decision.ts';
import { askQueries, type AskRows } from '../access/facts/ask-rows.ts';
import { loadAskFacts } from '../access/load-facts.ts';
import { isUpToDate } from '../benefits/bring-up-to-date.ts';
import { grantsFrom, grantsQuery } from '../benefits/ledger.ts';
import { benefitsFrom } from '../benefits/load-benefits.ts';
import { ownOf } from '../contracts/load-contracts.ts';
import { locationOf, settingAt } from '../locations/load-locations.ts';
import type { Caller } from '../platform/http/caller.ts';
import { fieldProblem } from '../platform/http/problem.ts';
import { refusedBy } from '../platform/database/sql.ts';
import { type Rows, together } from '../platform/database/together.ts';
import { versionsFrom } from '../platform/work/kept.ts';
import type { Shell, Work } from '../platform/work/shell.ts';
import {
  type CheckedIn, CheckInRefused, type CheckInWish, coverOf, type Decided, usedPass, viaOf,
} from './check-in.ts';
import { dayPassTaken, type NewStay, openStayQuery, stayBegun, type StayRow } from './check-in-store.ts';
import { factsFor, isSettled, nearFuture, wholeHorizon } from './load-check-in.ts';

/** Something else changed what was read, or is about to: the longer way decides. */
class Overtaken extends Error {}

/**
 * The usual arrival in two round trips: one reads what decides, one takes the pass and begins the stay where
 * nothing has changed since. Null where there is more to do, such as a stay to end or a cycle to grant, and
 * where somebody was quicker: `checkIn` then goes the longer way, one writer at a time (CHK-2).
 * Throws {@link CheckInRefused}.
 */
export async function quickCheckIn(
  shell: Shell, caller: Caller, wish: CheckInWish,
): Promise<CheckedIn | null> {
  const decided = await shell.read(caller, (work) => decide(work, wish));
  if (decided === null) return null;
  if (!decided.decision.allowed) throw new CheckInRefused(decided);
  const pass = usedPass(wish, decided);
  if (pass?.candidate.pass.kind === 'time') return null;
  return shell.write(caller, async (work) => write(work, wish, { ...decided, pass })).catch((error) => {
    if (isOvertaken(error)) return null;
    throw error;
  });
}

/** Told by us, or by what guards the ledger, or by PostgreSQL of two that would wait for each other. */
const isOvertaken = (error: unknown): boolean =>
  error instanceof Overtaken || refusedBy(error) === 'benefit_entries_follow'
  || (error as { code?: string }).code === '40P01';

async function decide(work: Work, wish: CheckInWish): Promise<Decided | null> {
  const { customerId } = wish;
  const queries = {
    ...askQueries(customerId), grants: grantsQuery(customerId), stays: openStayQuery(customerId),
  };
  const rows = await together(work.tx, queries);
  if (rows.stays.length > 0) return null;
  work.knows(versionsFrom(rows.versions));
  const within = nearFuture(wish.at);
  const near = await decideWithin(work, wish, { rows, within });
  if (!isUpToDate(near.benefits, work.now)) return null;
  if (isSettled(near.facts, near.decision, within)) return near;
  return decideWithin(work, wish, { rows, within: wholeHorizon(wish.at) });
}

type Read = AskRows & Rows<{ grants: ReturnType<typeof grantsQuery> }>;

async function decideWithin(work: Work, wish: CheckInWish, { rows, within }: { rows: Read; within: Span }) {
  const { customerId, locationId, source, at, grantId } = wish;
  const question = { action: 'checkIn' as const, via: viaOf[source], customerId, locationId };
  const loaded = await loadAskFacts(work, { ...question, hoursWithin: within, rows });
  const grants = grantsFrom(rows.grants);
  if (grantId !== undefined && grants.every(({ id }) => id !== grantId))
    throw fieldProblem('grantId', 'unknown', 'They own no such pass.');
  const suspensions = loaded.customer!.suspensions as readonly unknown[] as readonly Interval[];
  const benefits = await benefitsFrom(work, {
    customerId, grants, suspensions, plans: loaded.held!.plans, contracts: ownOf(loaded.held!.contracts),
  });
  const facts = factsFor(loaded, benefits, { at, within, open: null, grantId });
  return { decision: decideCheckIn(facts, { at }), loaded, benefits, facts };
}

type Usual = Decided & Pick<CheckedIn, 'pass'>;

function write(work: Work, wish: CheckInWish, { decision, loaded, benefits, pass }: Usual): CheckedIn {
  const { customerId, locationId, source, at } = wish;
  const cutOff = settingAt(loaded.locations, wish, 'dailyCutOffMinutes');
  const cutOffAt = cutOffAfter(at, locationOf(loaded.locations, locationId).zone, cutOff);
  const answered = presentDecision(decision);
  const cover = coverOf(decision, pass);
  const id = work.newId('chk');
  const row: NewStay = {
    id, customerId, locationId, source, startedAt: at, cutOffAt, cover, decision: answered,
    by: work.caller.actorId,
    take: pass === null || pass.inUse ? null
      : { entryId: work.newId('ben'), grantId: pass.candidate.grant.id, because: pass.because },
  };
  const must = { rows: 1, orElse: () => new Overtaken() };
  if (row.take !== null) {
    const { lastNumber, left } = benefits.grants.find(({ id: one }) => one === row.take?.grantId)!;
    work.write(dayPassTaken(row, row.take, { lastNumber, left }, work.now), must);
  }
  work.write(stayBegun(row), must);
  work.dueAt('stay.cutOff', id, cutOffAt);
  work.tell({ kind: 'checkIn.started', aboutId: id, customerId, facts: { locationId, source } });
  const passName = pass?.candidate.pass.name ?? null;
  work.audit({
    action: 'checkIn.started', aboutId: id, customerId, locationId, after: { source, pass: passName },
  });
  const stay: StayRow = {
    id, customerId, customerName: loaded.customer!.name, locationId, source, startedAt: at, endedAt: null,
    endedBy: null, cutOffAt, cover: cover.kind, grantId: pass?.candidate.grant.id ?? null,
    contractId: cover.kind === 'plan' ? cover.contractId : null, passName, uncoveredMinutes: 0,
    decision: answered as unknown as Record<string, unknown>,
  };
  return { stay, decision: stay.decision, pass };
}
