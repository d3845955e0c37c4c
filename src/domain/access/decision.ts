/**
 * Who may do what, where and when, and why not: the centre of the product. Terms: a *layer* is one of nine
 * questions asked in the same order for every action (ACC-6); an *outcome* is its answer with a reason code
 * and facts; a *way in* is what could let somebody check in. Invariants: every layer is evaluated, the first
 * denial is the answer (ACC-4); the same facts give the same decision; nothing here knows what time it is.
 */
import type { Id } from '../kernel/id.ts';
import type { Instant } from '../kernel/instant.ts';
import type { Span } from '../kernel/interval.ts';
import type { Money } from '../kernel/money.ts';
import type { Permission } from '../staff/permission.ts';
import type { ReasonCode, ReasonFacts } from './reason.ts';

/** What may be asked about (chapter 10). */
export const actions = [
  'signIn', 'viewSection', 'viewItem', 'book', 'buy', 'signUpToPlan', 'checkIn', 'pay', 'post',
] as const;
export type Action = (typeof actions)[number];

/** Where it is asked from. Only the portal asks for signing in and for its sections. */
export const vias = ['portal', 'desk', 'kiosk', 'door', 'api'] as const;
export type Via = (typeof vias)[number];

/** The layers of every action, in order (ACC-6). */
export const layerNames = [
  'portalAccess', 'standing', 'suspension', 'freeze', 'plan', 'thing', 'schedule', 'rules', 'time',
] as const;
export type LayerName = (typeof layerNames)[number];

/**
 * The answer to "may X do Y at time T?", with every layer's outcome, also after one has denied (ACC-1,
 * ACC-4).
 */
export interface Decision {
  readonly allowed: boolean;
  readonly at: Instant;
  readonly during?: Span;
  readonly via: Via;
  /** Null: somebody who has not signed in. */
  readonly subject: Id<'cus'> | null;
  readonly action: Action;
  /** A section, or the id of the thing. */
  readonly target?: string;
  readonly locationId: Id<'loc'>;
  readonly layers: readonly LayerOutcome[];
  readonly firstDenial: LayerName | null;
  /**
   * The earliest instant after `at`, within 400 days, at which the answer or its first reason is different.
   */
  readonly nextChange: Instant | null;
  /**
   * For a period: the earliest start of the same length, within 400 days, that would be allowed asked at
   * `at`.
   */
  readonly allowedFrom?: Instant | null;
  readonly price?: Money;
}

export type Outcome = 'pass' | 'deny' | 'notApplicable';

export interface LayerOutcome<C extends ReasonCode = ReasonCode> {
  readonly layer: LayerName;
  readonly outcome: Outcome;
  readonly code: C;
  readonly facts: ReasonFacts[C];
  /** Since when the obstacle stands, and until when, as far as it is known by itself. */
  readonly since?: Instant;
  readonly until?: Instant;
  readonly fixes: readonly Fix[];
}

/** What would change the answer: the permission it needs, and the address of the API that does it. */
export interface Fix {
  readonly code: FixCode;
  readonly permission: Permission | 'ownCustomer' | 'public';
  readonly href: string;
}

export const fixCodes = [
  'signIn', 'givePortalAccess', 'restoreCustomer', 'liftSuspension', 'allowWhileSuspended', 'resumeContract',
  'changeSectionLevel', 'changeMembersRule', 'letFrozenMembersIn', 'takePlan', 'includeInPlan', 'changePlan',
  'openToAll', 'activateThing', 'showThing', 'changeScope', 'publishThing', 'addNamedCustomer',
  'changeOpeningHours', 'removeClosure', 'cancelBooking', 'changeLimits', 'setRate', 'recordPayment',
  'changeOverdueLimit', 'giveBenefit', 'chooseOtherTime', 'bookAnyway', 'contactUs',
] as const;
export type FixCode = (typeof fixCodes)[number];

/**
 * A layer is data with two pure functions (ACC-2): its answer for facts at an instant, and when that can
 * turn.
 */
export interface Layer<F> {
  readonly layer: LayerName;
  readonly judge: (facts: F, at: Instant) => LayerOutcome;
  /**
   * Adds every instant at which judge may answer differently from just before. More than needed does no harm.
   */
  readonly edges: (facts: F, into: Instant[]) => void;
}

export const denialOf = (decision: Decision): LayerOutcome | null =>
  decision.layers.find(({ outcome }) => outcome === 'deny') ?? null;

/**
 * Of several reasons the customer reads the one nearest to change; staff read the first (ACC-4). Nearest is
 * signing in, for whoever has not; then what the reader changes at once by asking for something else; then
 * what ends by itself on a known day, the soonest first; and last what only others can change. Among equals
 * the order of the layers decides. `ms`: when an end is, whichever way it is written.
 */
export function nearestDenial<L extends Denial>(
  layers: readonly L[], ms: (until: NonNullable<L['until']>) => number,
): L | null {
  let nearest: L | null = null;
  let least = Infinity;
  for (const of of layers) {
    if (of.outcome !== 'deny') continue;
    const away = distanceOf(of, ms);
    if (nearest !== null && away >= least) continue;
    nearest = of;
    least = away;
  }
  return nearest;
}

/** What still stands in the way when the shown reason has changed: none of it may come as a surprise. */
export function othersThan<L extends Denial>(
  shown: L, layers: readonly L[], ms: (until: NonNullable<L['until']>) => number,
): { readonly of: L; readonly lastsLonger: boolean }[] {
  const end = shown.until === undefined ? null : ms(shown.until as NonNullable<L['until']>);
  const lastsLonger = ({ until }: L): boolean =>
    end !== null && (until === undefined || ms(until as NonNullable<L['until']>) > end);
  return layers.filter((of) => of.outcome === 'deny' && of !== shown)
    .map((of) => ({ of, lastsLonger: lastsLonger(of) }));
}

/** A layer of a decision as it is decided or as it is answered: ends may be numbers or texts. */
interface Denial {
  readonly outcome: string;
  readonly code: string;
  readonly until?: unknown;
}

function distanceOf<L extends Denial>(of: L, ms: (until: NonNullable<L['until']>) => number): number {
  if (signingIn.has(of.code)) return -2;
  if (askingOtherwise.has(of.code)) return -1;
  return of.until === undefined ? Number.MAX_VALUE : ms(of.until as NonNullable<L['until']>);
}

const signingIn: ReadonlySet<string> = new Set<ReasonCode>(['notSignedIn', 'needsSignIn']);

/** Another time, another length, fewer people: the reader only has to ask for it. */
const askingOtherwise: ReadonlySet<string> = new Set<ReasonCode>([
  'tooManyPeople', 'closure', 'closed', 'occupied', 'tooShort', 'tooLong', 'offStep', 'inThePast', 'tooSoon',
]);
