import type { LayerName, LayerOutcome } from '../access/decision.ts';
import type { Money } from '../kernel/money.ts';
import { money } from '../kernel/money.ts';
import type { PricedDecision } from './priced-decision.ts';

/** What a change of the customer makes of a booking already made (BKA-5). */
export interface Touched {
  readonly outcome: 'refused' | 'dearer';
  /** The first layer that refuses it now and did not before; null: it is still allowed, and costs more. */
  readonly because: LayerOutcome | null;
  readonly priceBefore: Money | null;
  readonly price: Money | null;
  /** What it costs more, or less; null where either has no price, or their currencies differ. */
  readonly difference: Money | null;
}

/**
 * BKA-5: the same booking judged without the change and with it. Refused is what a layer denies that did not
 * deny it before, so that a booking made late or by an override is not blamed on the change; `aside` are the
 * layers that staff set aside when it was made.
 */
export function touchedBy(
  before: PricedDecision, after: PricedDecision, aside: ReadonlySet<LayerName> = new Set(),
): Touched | null {
  const because = after.decision.layers.find(
    ({ layer, outcome }) => outcome === 'deny' && !aside.has(layer) && !denies(before, layer),
  );
  const prices = pricesOf(before, after);
  if (because !== undefined) return { outcome: 'refused', because, ...prices };
  const { difference } = prices;
  return difference !== null && difference.amount > 0
    ? { outcome: 'dearer', because: null, ...prices } : null;
}

const denies = ({ decision }: PricedDecision, layer: LayerName): boolean =>
  decision.layers.some((of) => of.layer === layer && of.outcome === 'deny');

function pricesOf(before: PricedDecision, after: PricedDecision) {
  const [then, now] = [before.quote, after.quote];
  return {
    priceBefore: then === null ? null : money(then.total, then.currency),
    price: now === null ? null : money(now.total, now.currency),
    difference: then === null || now === null || then.currency !== now.currency ? null
      : money(now.total - then.total, now.currency),
  };
}
