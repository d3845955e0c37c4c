import type { Ask } from '../world.ts';
import { made } from './builders.ts';
import type { Built } from './resources.ts';

export interface BillingBuilders {
  /** A draft run of a location, through a day. */
  run(at: { id: string }, throughDay: string): Promise<Built>;
  /** A run, issued at once. */
  issuedRun(at: { id: string }, throughDay: string): Promise<Built>;
  /** A charge by hand: Day pass, 20.00 EUR. */
  charge(customer: { id: string }, at: { id: string }, fields?: Record<string, unknown>): Promise<Built>;
}

export function billingBuilders(api: Ask): BillingBuilders {
  const run = (at: { id: string }, throughDay: string): Promise<Built> =>
    made(api('POST', '/billing-runs', { locationId: at.id, throughDay }));
  return {
    run,
    issuedRun: async (at, throughDay) =>
      made(api('POST', `/billing-runs/${(await run(at, throughDay)).id}/issue`)),
    charge: (customer, at, fields = {}) =>
      made(
        api('POST', '/charges', {
          customerId: customer.id,
          locationId: at.id,
          text: 'Day pass',
          price: { amount: 2000, currency: 'EUR' },
          ...fields,
        }),
      ),
  };
}
