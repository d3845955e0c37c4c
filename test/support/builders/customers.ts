import type { Ask } from '../world.ts';
import { made } from './builders.ts';
import type { Built } from './resources.ts';

export interface CustomerBuilders {
  /** An individual with portal access, at home at a location where one is named. */
  customer(fields?: Record<string, unknown>): Promise<Built>;
  suspension(customer: { id: string }, fields?: Record<string, unknown>): Promise<Built>;
  /** A day pass valid where it is made, unless said otherwise. */
  pass(fields?: Record<string, unknown>): Promise<Built>;
  /** Passes given by hand. */
  gift(customer: { id: string }, pass: { id: string }, fields?: Record<string, unknown>): Promise<Built>;
}

let count = 0;

export function customerBuilders(api: Ask): CustomerBuilders {
  return {
    customer: (fields = {}) => {
      count += 1;
      return made(
        api('POST', '/customers', { name: `Mira ${count}`, email: `mira${count}@example.test`, ...fields }),
      );
    },
    suspension: (customer, fields = {}) => made(api('POST', `/customers/${customer.id}/suspensions`, fields)),
    pass: (fields = {}) => {
      count += 1;
      return made(api('POST', '/passes', { name: `Day pass ${count}`, kind: 'day', ...fields }));
    },
    gift: (customer, pass, fields = {}) =>
      made(api('POST', `/customers/${customer.id}/benefits`, { passId: pass.id, quantity: 1, ...fields })),
  };
}
