import { decideSignIn } from '../../../domain/access/simple-decisions.ts';
import type { Id } from '../../../domain/kernel/id.ts';
import { loadAskFacts } from '../../access/load-facts.ts';
import { customerIdentity } from '../../accounts/customer-identity.ts';
import { loadForStaff } from '../../customers/load-customer.ts';
import { callerOf, type Identity, nobody, system } from '../../platform/http/caller.ts';
import type { Shell } from '../../platform/work/shell.ts';
import { type MadeUpNames, makePersona } from './make-persona.ts';
import type { PreviewRow } from './preview-store.ts';
import { stableIds } from './stable-ids.ts';

/** Who stands before the portal. */
export interface Seen {
  /** Never anybody's session or account: a customer by name alone. */
  readonly identity: Identity;
  /** Of a customer that there is. */
  readonly name: string | null;
  readonly homeLocationId: Id<'loc'> | null;
  readonly planName: string | null;
  /** Signing in is refused then: what is public is all there is to see (SEC-5, SUS-3). */
  readonly cannotSignIn: boolean;
}

const visitor: Seen = {
  identity: nobody, name: null, homeLocationId: null, planName: null, cannotSignIn: false,
};

/** The customer that a preview names, or the one made up for its persona, at the time of the shell. */
export async function seenAs(
  then: Shell, { id: previewId, persona, customerId }: PreviewRow,
  madeUp: { locationId: Id<'loc'>; names: MadeUpNames },
): Promise<Seen> {
  const product = callerOf(system, null);
  if (persona === 'visitor') return visitor;
  if (persona === null) {
    const { id, name, homeLocationId } = await then.read(product, (work) =>
      loadForStaff(work, customerId!, 'customers.read'));
    return asCustomer(then, { id, homeLocationId }, { name, planName: null });
  }
  const made = await then.write(product, (work) =>
    makePersona({ ...work, newId: stableIds(previewId) }, { persona, ...madeUp }));
  const at = { id: made.customerId, homeLocationId: madeUp.locationId };
  return asCustomer(then, at, { name: null, planName: made.planName });
}

async function asCustomer(
  then: Shell,
  { id, homeLocationId }: { id: Id<'cus'>; homeLocationId: Id<'loc'> },
  said: Pick<Seen, 'name' | 'planName'>,
): Promise<Seen> {
  const identity = await then.read(callerOf(system, null), async (work): Promise<Identity> => {
    const wishes = { action: 'signIn', via: 'portal', customerId: id, locationId: homeLocationId } as const;
    const { facts } = await loadAskFacts(work, wishes);
    const { allowed } = decideSignIn(facts, { at: work.now, withChange: false });
    return allowed ? customerIdentity(work, id) : nobody;
  });
  return { identity, homeLocationId, ...said, cannotSignIn: identity.kind === 'nobody' };
}
