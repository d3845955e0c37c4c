/**
 * Who may do what, where and when, and why not: the centre of the product.
 * Terms: a *layer* is one of nine questions asked in the same order for every action (ACC-6); an *outcome* is its
 * answer with a reason code and facts; a *way in* is what could let somebody check in.
 * Invariants: every layer is evaluated, the first denial is the answer (ACC-4); the same facts give the same decision;
 * nothing here knows what time it is.
 */
export * from './decision.ts';
export * from './facts.ts';
export { decideSection, sectionFacts, statusOfDenial } from './section-decision.ts';
export { allowedFrom, decideBooking } from './booking-decision.ts';
export { decideCheckIn } from './check-in-decision.ts';
export { decideBuy, decideItem, decidePay, decidePost, decideSignIn, decideSignUpToPlan } from './simple-decisions.ts';
export { calendarFrom } from './calendar.ts';
export * from './section.ts';
export { type ReasonCode, type ReasonFacts, reasons } from './reason.ts';
