import { type Instant, instant } from '../kernel/instant.ts';
import type { Cover, CoverStretch } from './cover.ts';
import { placeOf, type Status, statusAt, type StatusFacts } from './status.ts';

export type CauseKind =
  | 'contractStarts' | 'contractEnds' | 'seatGiven' | 'seatEnded' | 'freezeStarts' | 'freezeEnds'
  | 'planChanges' | 'planTermsChange'
  | 'suspended' | 'suspensionLifted' | 'archived' | 'restored' | 'portalAccessGiven' | 'portalAccessTaken'
  | 'settingChanges';

/** What happened at the instant of a change. */
export interface Cause {
  readonly kind: CauseKind;
  /** Of a seat: its contract's. */
  readonly id: string | null;
  /** The plan's name, or a suspension's cause. */
  readonly name: string;
}

/** One thing about a customer that becomes different at an instant, and why (MEM-5). */
export interface StatusChange {
  readonly at: Instant;
  readonly kind: keyof Status;
  readonly from: Status[keyof Status];
  readonly to: Status[keyof Status];
  readonly causes: readonly Cause[];
}

const kinds = ['standing', 'suspended', 'frozen', 'archived', 'portalAccess', 'entitlements'] as const;

/** Every change from `from` on and before `to`, in order. */
export function timelineOf(facts: StatusFacts, from: Instant, to: Instant): StatusChange[] {
  const changes: StatusChange[] = [];
  let before = statusAt(facts, instant(from - 1));
  for (const at of edgesOf(facts)) {
    if (at < from || at >= to) continue;
    const after = statusAt(facts, at);
    for (const kind of kinds) {
      if (same(before[kind], after[kind])) continue;
      changes.push({ at, kind, from: before[kind], to: after[kind], causes: causesAt(facts, at, kind) });
    }
    before = after;
  }
  return changes;
}

/**
 * The first instant after `at` at which anything of the state becomes different; null where nothing is known.
 */
export function nextStatusChange(facts: StatusFacts, at: Instant): Instant | null {
  const now = statusAt(facts, at);
  for (const edge of edgesOf(facts)) {
    if (edge > at && kinds.some((kind) => !same(now[kind], statusAt(facts, edge)[kind]))) return edge;
  }
  return null;
}

function edgesOf({ covers, suspensions, archivings, mayEnter, places }: StatusFacts): Instant[] {
  const edges = new Set<Instant>(places.slice(1).map(({ start }) => start));
  const periods = [
    ...covers.flatMap(({ stretches }) => stretches), ...suspensions.map(({ during }) => during),
    ...archivings, ...mayEnter,
  ];
  for (const { start, end } of periods) {
    edges.add(start);
    if (end !== null) edges.add(end);
  }
  return [...edges].sort((a, b) => a - b);
}

/** Which kinds of happenings can change which part of the state. */
const concerns: Readonly<Record<keyof Status, (cause: Cause) => boolean>> = {
  standing: ({ kind }) => isOfCover(kind) || kind.startsWith('plan') || kind === 'settingChanges',
  suspended: ({ kind }) => kind === 'suspended' || kind === 'suspensionLifted',
  frozen: ({ kind }) => kind.startsWith('freeze') || isOfCover(kind),
  archived: ({ kind }) => kind === 'archived' || kind === 'restored',
  portalAccess: ({ kind }) => kind.startsWith('portalAccess'),
  entitlements: ({ kind }) => !kind.startsWith('portalAccess') && kind !== 'archived' && kind !== 'restored',
};

const isOfCover = (kind: CauseKind): boolean => kind.startsWith('contract') || kind.startsWith('seat');

function causesAt(facts: StatusFacts, at: Instant, kind: keyof Status): Cause[] {
  const causes = [...contractCauses(facts.covers, at), ...otherCauses(facts, at)];
  return causes.filter(concerns[kind]);
}

function* contractCauses(covers: readonly Cover[], at: Instant): Generator<Cause> {
  for (const cover of covers) {
    const { contractId: id, stretches, seat } = cover;
    const after = stretches.find(({ start }) => start === at);
    const before = stretches.find(({ end }) => end === at);
    const starts = after !== undefined && before === undefined;
    const isGiven = seat?.start === at;
    if (starts) yield { kind: isGiven ? 'seatGiven' : 'contractStarts', id, name: after.planName };
    const ends = before !== undefined && after === undefined;
    const isTaken = seat?.end === at;
    if (ends) yield { kind: isTaken ? 'seatEnded' : 'contractEnds', id, name: before.planName };
    if (after !== undefined && before !== undefined) yield* between(id, before, after);
    if (after?.freeze != null && before === undefined) {
      yield { kind: 'freezeStarts', id: after.freeze.id, name: after.planName };
    }
  }
}

function* between(id: string, before: CoverStretch, after: CoverStretch): Generator<Cause> {
  if (before.freeze !== null && before.freeze.id !== after.freeze?.id) {
    yield { kind: 'freezeEnds', id: before.freeze.id, name: before.planName };
  }
  if (after.freeze !== null && after.freeze.id !== before.freeze?.id) {
    yield { kind: 'freezeStarts', id: after.freeze.id, name: after.planName };
  }
  if (before.planId !== after.planId) yield { kind: 'planChanges', id, name: after.planName };
  else if (before.terms !== after.terms) {
    yield { kind: 'planTermsChange', id: after.planId, name: after.planName };
  }
}

function* otherCauses(facts: StatusFacts, at: Instant): Generator<Cause> {
  const { suspensions, archivings, mayEnter, places } = facts;
  for (const { id, cause, during } of suspensions) {
    if (during.start === at) yield { kind: 'suspended', id, name: cause };
    if (during.end === at) yield { kind: 'suspensionLifted', id, name: cause };
  }
  for (const { start, end } of archivings) {
    if (start === at) yield { kind: 'archived', id: null, name: '' };
    if (end === at) yield { kind: 'restored', id: null, name: '' };
  }
  for (const { start, end } of mayEnter) {
    if (start === at) yield { kind: 'portalAccessGiven', id: null, name: '' };
    if (end === at) yield { kind: 'portalAccessTaken', id: null, name: '' };
  }
  const before = placeOf(places, instant(at - 1));
  if (before !== placeOf(places, at)) yield { kind: 'settingChanges', id: null, name: '' };
}

function same(a: Status[keyof Status], b: Status[keyof Status]): boolean {
  if (!Array.isArray(a) || !Array.isArray(b)) return a === b;
  return a.length === b.length && a.every((one, index) => one === b[index]);
}
