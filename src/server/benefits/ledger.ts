/**
 * What the words further right (check-ins, bookings) do to ledgers: one writer at a time, entry after entry
 * (PAS-9).
 */
export { appendEntry } from './entry-store.ts';
export { grantsFrom, grantsQuery, lockBenefits } from './grant-store.ts';
