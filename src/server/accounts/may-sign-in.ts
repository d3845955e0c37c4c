import { settingInForce } from '../../domain/locations/setting.ts';
import { loadLocations } from '../locations/load-locations.ts';
import { callerOf, system } from '../platform/http/caller.ts';
import type { Shell } from '../platform/work/shell.ts';
import type { AccountFacts } from './kept/identity-store.ts';

type CustomerFacts = Pick<AccountFacts, 'portalAccess' | 'archived' | 'suspended' | 'homeLocationId'>;

/**
 * Whether an account may be signed in as its customer now: portal access, not archived (CUS-7, SEC-5), and
 * while suspended only where the customer's location lets suspended customers sign in (SUS-3).
 */
export async function customerMaySignIn(shell: Shell, facts: CustomerFacts): Promise<boolean> {
  if (!facts.portalAccess || facts.archived) return false;
  if (!facts.suspended || facts.homeLocationId === null) return true;
  const { homeLocationId: locationId } = facts;
  return shell.read(callerOf(system, null), async (work) => {
    const { tree, changes } = await loadLocations(work);
    return settingInForce(tree, changes, { locationId, at: work.now }, 'whileSuspended').value.signIn;
  });
}
