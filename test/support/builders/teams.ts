import type { Ask } from '../world.ts';
import { made } from './builders.ts';
import type { Built } from './resources.ts';

interface Of {
  readonly id: string;
}

export interface TeamBuilders {
  /** A team with these customers in it; the first ones are its managers where `managers` says so. */
  team(fields?: Record<string, unknown> & { managers?: readonly Of[]; members?: readonly Of[] }):
    Promise<Built>;
  /** A contract of a team, with seats for its members. */
  teamContract(holder: Of, plan: Of & { locationId?: string }, team: Of, fields?: Record<string, unknown>):
    Promise<Built>;
  /** A seat on a contract of a team for one of its members, from now on. */
  seat(contract: Of, customer: Of, fields?: Record<string, unknown>): Promise<Built>;
}

let count = 0;

export const teamBuilders = (api: Ask): TeamBuilders => ({
  team: async ({ managers = [], members = [], ...fields } = {}) => {
    count += 1;
    const team: Built = await made(api('POST', '/teams', { name: `Team ${count}`, ...fields }));
    for (const [role, of] of [['manager', managers], ['member', members]] as const) {
      for (const { id } of of) await made(api('POST', `/teams/${team.id}/members`, { customerId: id, role }));
    }
    return team;
  },
  teamContract: (holder, plan, team, fields = {}) => made(api('POST', '/contracts', {
    customerId: holder.id, planId: plan.id, locationId: plan.locationId, startDay: '2026-12-01',
    teamId: team.id, seats: 2, ...fields,
  })),
  seat: (contract, customer, fields = {}) =>
    made(api('POST', `/contracts/${contract.id}/seats`, { customerId: customer.id, ...fields })),
});
