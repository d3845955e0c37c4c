import type { Ask } from '../world.ts';
import { made } from './builders.ts';
import type { Built } from './resources.ts';

export interface ContractBuilders {
  /** Hot Desk 10, 120.00 a month, at a location. */
  plan(at: { id: string; currency?: string }, fields?: Record<string, unknown>): Promise<Built>;
  /** A contract of a customer to a plan at the plan's location. */
  contract(
    customer: { id: string },
    plan: { id: string; locationId?: string },
    fields?: Record<string, unknown>,
  ): Promise<Built>;
  freeze(contract: { id: string }, fields: Record<string, unknown>): Promise<Built>;
}

let count = 0;

export function contractBuilders(api: Ask): ContractBuilders {
  return {
    plan: (at, fields = {}) => {
      count += 1;
      return made(
        api('POST', '/plans', {
          name: `Hot Desk ${count}`,
          locationId: at.id,
          cycle: { every: 1, unit: 'month' },
          ...(fields.prices === undefined && { price: { amount: 12_000, currency: at.currency ?? 'EUR' } }),
          ...fields,
        }),
      );
    },
    contract: (customer, plan, fields = {}) =>
      made(
        api('POST', '/contracts', {
          customerId: customer.id,
          planId: plan.id,
          locationId: plan.locationId,
          startDay: '2026-12-01',
          ...fields,
        }),
      ),
    freeze: (contract, fields) => made(api('POST', `/contracts/${contract.id}/freezes`, fields)),
  };
}
