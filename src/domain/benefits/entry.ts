/**
 * What an entry in a grant's ledger records. Amounts are whole passes of a day pass, minutes of a time pass
 * (PAS-9).
 */
export const entryKinds = ['granted', 'used', 'returned', 'expired', 'corrected'] as const;
export type EntryKind = (typeof entryKinds)[number];
