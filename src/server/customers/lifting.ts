/** What the word further right that lifts suspensions (it asks billing for amounts) may do to their rows. */
export { endSuspension, listSuspensions, type SuspensionRow } from './period-store.ts';
