import type { AccessLevel, PortalSection } from './section.ts';
import type { Outcome } from './decision.ts';

/**
 * The one catalogue of reasons (ACC-1, ACC-3). A code is stable: texts, statistics and integrators rely on
 * it.
 * Facts named `…At` are instants, `…Day` days, `…Id` ids, `…Minutes` minutes; amounts are minor units beside
 * a currency.
 */
export interface ReasonFacts {
  // 1 portal access requirements
  known: Nothing;
  byLink: Nothing;
  open: Gate;
  signedIn: Gate;
  notSignedIn: Gate;
  archived: Since;
  noPortalAccess: { readonly sinceAt: number | null };
  gateForMembers: Gate;
  gateForContacts: Gate;
  // 2 standing and audience
  forEverybody: Level;
  forSignedIn: Level;
  isMember: { readonly contractId: string | null; readonly planName: string };
  isContact: Nothing;
  needsSignIn: Level;
  membersOnly: Level & { readonly standing: 'contact' | 'memberElsewhere' };
  memberElsewhere: Level & { readonly planName: string; readonly contractId: string };
  membershipEnds: Level & { readonly endAt: number; readonly planName: string; readonly contractId: string };
  membershipStarts: Level & {
    readonly startAt: number;
    readonly planName: string;
    readonly contractId: string;
  };
  contactsOnly: Level & { readonly contractId: string | null; readonly planName: string };
  standingNotAsked: Nothing;
  // 3 suspension
  notSuspended: Nothing;
  suspendedMayStill: Suspended & { readonly readOnly: boolean };
  suspendedSignIn: Suspended;
  suspendedBook: Suspended;
  suspendedChange: Suspended;
  suspendedBuy: Suspended;
  suspendedSignUp: Suspended;
  suspendedCheckIn: Suspended;
  suspendedPay: Suspended;
  suspendedPost: Suspended;
  suspendedBenefits: Suspended & { readonly thing: string };
  suspensionNotAsked: Nothing;
  // 4 freeze
  notFrozen: { readonly contractId: string; readonly planName: string };
  someFrozen: Frozen & {
    readonly frozenCount: number;
    readonly contractCount: number;
    readonly otherPlan: string;
  };
  frozen: Frozen & { readonly thing: string; readonly ownPlan: string };
  frozenPass: Frozen;
  frozenSection: Frozen & { readonly section: PortalSection };
  freezeNotAsked: Nothing;
  noContractGivesIt: { readonly thing: string };
  // 5 plan
  planIncludes: { readonly contractId: string; readonly planName: string; readonly thing: string };
  planLimitsKept: { readonly contractId: string; readonly planName: string };
  noPlanNeeded: Nothing;
  notInPlan: { readonly thing: string; readonly plans: readonly PlanNamed[]; readonly ownPlan: string };
  planNotValidHere: { readonly contractId: string; readonly planName: string; readonly thing: string };
  contractEnds: {
    readonly contractId: string;
    readonly planName: string;
    readonly endAt: number;
    readonly thing: string;
  };
  contractStarts: {
    readonly contractId: string;
    readonly planName: string;
    readonly startAt: number;
    readonly thing: string;
  };
  outsidePlanHours: {
    readonly contractId: string;
    readonly planName: string;
    readonly opensAt: number | null;
  };
  planLimitUsed: {
    readonly contractId: string;
    readonly planName: string;
    readonly per: 'day' | 'week' | 'cycle';
    readonly limitMinutes: number;
    readonly usedMinutes: number;
    readonly renewsAt: number | null;
  };
  // 6 the thing itself
  available: { readonly thing: string };
  sectionExists: Nothing;
  thingNotAsked: Nothing;
  archivedThing: { readonly thing: string };
  paused: { readonly thing: string };
  notShown: { readonly thing: string };
  notPublished: { readonly thing: string; readonly publishAt: number | null };
  outOfScope: { readonly thing: string; readonly scope: string };
  notForThisCustomer: { readonly thing: string };
  tooManyPeople: { readonly thing: string; readonly capacity: number; readonly people: number };
  notOfferedHere: { readonly thing: string };
  noPriceInCurrency: { readonly thing: string; readonly currency: string };
  passReady: {
    readonly grantId: string | null;
    readonly passId: string;
    readonly passName: string;
    readonly kind: 'day' | 'time' | 'payg';
    readonly left: number | null;
  };
  passNotNeeded: { readonly contractId: string; readonly planName: string };
  alreadyInside: { readonly checkInId: string; readonly sinceAt: number };
  noValidPass: Nothing;
  notYours: { readonly invoiceId: string };
  nothingToPay: { readonly invoiceId: string };
  toPay: { readonly invoiceId: string };
  // 7 schedule
  free: { readonly thing: string };
  openNow: Nothing;
  inPlanHours: { readonly contractId: string; readonly planName: string };
  scheduleNotAsked: Nothing;
  closure: { readonly reason: string; readonly startDay: string; readonly endDay: string };
  closed: { readonly thing: string; readonly opensAt: number | null; readonly closesAt: number | null };
  closedNow: { readonly opensAt: number | null };
  outsidePassHours: { readonly passName: string; readonly opensAt: number | null };
  occupied: { readonly thing: string; readonly freeAt: number | null };
  // 8 rules
  withinRules: Nothing;
  approvalNeeded: { readonly thing: string };
  owesWithinLimit: Owed;
  overdue: Owed;
  /** What somebody is told who acts for another: what that one owes is not theirs to know. */
  othersAccount: Nothing;
  tooShort: { readonly thing: string; readonly limitMinutes: number; readonly minutes: number };
  tooLong: { readonly thing: string; readonly limitMinutes: number; readonly minutes: number };
  offStep: { readonly thing: string; readonly stepMinutes: number };
  noRate: { readonly thing: string };
  rulesNotAsked: Nothing;
  // 9 time
  inTime: Nothing;
  inThePast: { readonly startAt: number };
  tooSoon: { readonly thing: string; readonly noticeMinutes: number };
  tooFarAhead: { readonly thing: string; readonly horizonDays: number; readonly opensAt: number | null };
  timeNotAsked: Nothing;
}

export type ReasonCode = keyof ReasonFacts;

export type Nothing = Readonly<Record<never, never>>;
interface Since { readonly sinceAt: number }
interface Gate {
  readonly section: PortalSection;
  readonly level: AccessLevel;
  readonly setAtId: string | null;
}
interface Level {
  readonly level: AccessLevel;
  readonly section: PortalSection | null;
  readonly thing: string;
}
interface Suspended { readonly suspensionId: string; readonly cause: string; readonly sinceAt: number }
interface Frozen {
  readonly contractId: string;
  readonly freezeId: string;
  readonly planName: string;
  readonly fromAt: number;
  readonly untilAt: number | null;
}
interface Owed {
  readonly amount: number;
  readonly currency: string;
  readonly limitAmount: number;
  readonly limitDays: number;
  readonly invoiceIds: readonly string[];
}
export interface PlanNamed { readonly planId: string; readonly planName: string }

/**
 * What each code means for its layer. Every code has a text for customers and for staff in every language.
 */
export const reasons = {
  known: 'pass',
  byLink: 'pass',
  open: 'pass',
  signedIn: 'pass',
  notSignedIn: 'deny',
  archived: 'deny',
  noPortalAccess: 'deny',
  gateForMembers: 'deny',
  gateForContacts: 'deny',
  forEverybody: 'pass',
  forSignedIn: 'pass',
  isMember: 'pass',
  isContact: 'pass',
  needsSignIn: 'deny',
  membersOnly: 'deny',
  memberElsewhere: 'deny',
  membershipEnds: 'deny',
  membershipStarts: 'deny',
  contactsOnly: 'deny',
  standingNotAsked: 'notApplicable',
  notSuspended: 'pass',
  suspendedMayStill: 'pass',
  suspendedSignIn: 'deny',
  suspendedBook: 'deny',
  suspendedChange: 'deny',
  suspendedBuy: 'deny',
  suspendedSignUp: 'deny',
  suspendedCheckIn: 'deny',
  suspendedPay: 'deny',
  suspendedPost: 'deny',
  suspendedBenefits: 'deny',
  suspensionNotAsked: 'notApplicable',
  notFrozen: 'pass',
  someFrozen: 'pass',
  frozen: 'deny',
  frozenPass: 'deny',
  frozenSection: 'deny',
  freezeNotAsked: 'notApplicable',
  noContractGivesIt: 'notApplicable',
  planIncludes: 'pass',
  planLimitsKept: 'pass',
  noPlanNeeded: 'notApplicable',
  notInPlan: 'deny',
  planNotValidHere: 'deny',
  contractEnds: 'deny',
  contractStarts: 'deny',
  outsidePlanHours: 'deny',
  planLimitUsed: 'deny',
  available: 'pass',
  sectionExists: 'pass',
  thingNotAsked: 'notApplicable',
  archivedThing: 'deny',
  paused: 'deny',
  notShown: 'deny',
  notPublished: 'deny',
  outOfScope: 'deny',
  notForThisCustomer: 'deny',
  tooManyPeople: 'deny',
  notOfferedHere: 'deny',
  noPriceInCurrency: 'deny',
  passReady: 'pass',
  passNotNeeded: 'pass',
  alreadyInside: 'pass',
  noValidPass: 'deny',
  notYours: 'deny',
  nothingToPay: 'deny',
  toPay: 'pass',
  free: 'pass',
  openNow: 'pass',
  inPlanHours: 'pass',
  scheduleNotAsked: 'notApplicable',
  closure: 'deny',
  closed: 'deny',
  closedNow: 'deny',
  outsidePassHours: 'deny',
  occupied: 'deny',
  withinRules: 'pass',
  approvalNeeded: 'pass',
  owesWithinLimit: 'pass',
  overdue: 'deny',
  othersAccount: 'deny',
  tooShort: 'deny',
  tooLong: 'deny',
  offStep: 'deny',
  noRate: 'deny',
  rulesNotAsked: 'notApplicable',
  inTime: 'pass',
  inThePast: 'deny',
  tooSoon: 'deny',
  tooFarAhead: 'deny',
  timeNotAsked: 'notApplicable',
} as const satisfies Record<ReasonCode, Outcome>;
