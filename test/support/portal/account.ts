import { newBrowser, newestLetter } from '../browser.ts';
import type { World } from '../world.ts';

export const password = 'three quiet harbours';

/** A customer with an account: invited by staff, and the invitation accepted. */
export async function customerWithAccount(
  world: World,
  fields: { readonly name: string; readonly email: string; readonly homeLocationId: string },
): Promise<{ readonly id: string }> {
  const customer = await world.customer(fields);
  const { status } = await world.api('POST', `/customers/${customer.id}/invite`, {});
  const letter = await newestLetter(world, fields.email);
  const accepted = await newBrowser(world).ask('POST', '/invitations/accept', {
    token: letter?.secret,
    password,
  });
  if (accepted.status !== 200)
    throw new Error(`invited ${status}, accepted ${accepted.status}: ${JSON.stringify(accepted.body)}`);
  return { id: customer.id };
}
