import type { Ask } from '../world.ts';
import { type BillingBuilders, billingBuilders } from './billing.ts';
import { type ContractBuilders, contractBuilders } from './contracts.ts';
import { type ImportBuilders, importBuilders } from './imports.ts';
import { type CustomerBuilders, customerBuilders } from './customers.ts';
import { type TeamBuilders, teamBuilders } from './teams.ts';
import { type LocationBuilders, locationBuilders } from './locations.ts';
import { type ResourceBuilders, resourceBuilders } from './resources.ts';

/**
 * Builders of every word: each makes a thing over the public API as the owner, with defaults for all but
 * the telling.
 */
export type Builders = BillingBuilders
  & CustomerBuilders
  & ContractBuilders
  & ImportBuilders
  & LocationBuilders
  & ResourceBuilders
  & TeamBuilders;

export const buildersOf = (api: Ask): Builders => ({
  ...billingBuilders(api),
  ...contractBuilders(api),
  ...customerBuilders(api),
  ...importBuilders(api),
  ...locationBuilders(api),
  ...resourceBuilders(api),
  ...teamBuilders(api),
});

/** The body of an answer that was expected to succeed. */
export async function made<T = Record<string, any>>(answer: ReturnType<Ask>): Promise<T> {
  const { status, body } = await answer;
  if (status >= 300) throw new Error(`${status}: ${JSON.stringify(body)}`);
  return body as T;
}
