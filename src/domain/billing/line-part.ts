/** What a line is about, as the columns of a review have it. */
export type LinePart = 'contracts' | 'bookings' | 'others' | 'credits';

export const lineParts: readonly LinePart[] = ['contracts', 'bookings', 'others', 'credits'];

/** `net` in minor units: whatever is below nothing is a credit, wherever it comes from. */
export function linePart(line: {
  readonly kind: string;
  readonly source: { readonly kind: string } | null;
  readonly net: { readonly amount: number };
}): LinePart {
  if (line.net.amount < 0) return 'credits';
  if (line.source?.kind === 'booking') return 'bookings';
  return line.kind === 'charge' ? 'others' : 'contracts';
}
