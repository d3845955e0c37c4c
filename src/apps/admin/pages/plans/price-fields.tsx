import { TextField, usePhrase } from '../../../../kit/plain/index.ts';
import type { Form } from '../../data/form.ts';
import { useHere } from '../../data/here.tsx';
import { type PlanValues, readPrices, writePrices } from './plan-values.ts';

/**
 * CON-8: a plan made above several currencies has a price in each; without one it cannot be taken where that
 * currency is used.
 */
export function OtherPrices({
  form,
  currency,
}: {
  readonly form: Form<PlanValues>;
  readonly currency: string;
}) {
  const phrase = usePhrase();
  const prices = readPrices(form.values.otherPrices);
  const below = useCurrenciesFrom(form.values.locationId);
  const others = [...new Set([...below, ...Object.keys(prices)])].filter((one) => one !== currency);
  if (others.length === 0) return null;
  return (
    <div className="fields">
      {others.map((one) => (
        <TextField
          key={one}
          name={`price${one}`}
          label={phrase('admin-plans.priceIn', { currency: one })}
          help={phrase('admin-plans.priceInHelp', { currency: one })}
          optional
          inputMode="decimal"
          after={one}
          value={prices[one] ?? ''}
          onValue={(typed) => form.set('otherPrices', writePrices({ ...prices, [one]: typed }))}
          error={form.field('otherPrices').error}
        />
      ))}
    </div>
  );
}

/** The currencies of a place and of all below it. */
function useCurrenciesFrom(locationId: string): readonly string[] {
  const { locations } = useHere();
  const isBelow = (id: string | null): boolean =>
    id !== null && (id === locationId || isBelow(locations.find((one) => one.id === id)?.parentId ?? null));
  return locations.filter(({ id }) => isBelow(id)).map(({ currency }) => currency);
}
