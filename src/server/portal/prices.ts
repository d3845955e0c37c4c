import { type Money, roundedShare } from '../../domain/kernel/money.ts';
import type { PortalPlace } from '../../apps/portal/readers.ts';

/** A stated price as it is to be paid: with tax, whichever way the location states prices (MNY-1). */
export const withTax = (stated: Money, { taxRate, pricesIncludeTax }: PortalPlace): Money =>
  pricesIncludeTax ? stated : { ...stated, amount: roundedShare(stated.amount, 10_000 + taxRate, 10_000) };
