/**
 * Who is a member, who is entitled, and when that changes.
 * Terms: a *cover* is what one contract does for one customer, cut into *stretches*; *standing* is member or contact;
 * *entitlement* is what a plan gives, asked apart (MEM-4).
 * Invariants: nothing is stored; any instant, past or future, has an answer (MEM-2); a freeze never ends membership.
 */
export * from './cover.ts';
export * from './standing.ts';
export * from './status.ts';
export * from './timeline.ts';
