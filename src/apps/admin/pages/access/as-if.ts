import type { SaidLayer } from '../../../../api/decision-text.ts';
import type { Sent } from '../../data/client.ts';

type Assume = NonNullable<Sent<'askDecision'>['body']['assume']>;

/** The facts as they would be after a fix, so that its effect can be told before anybody does it (ACC-5). */
export function assumptionFor(code: string, { facts }: SaidLayer): Assume | undefined {
  const { contractId, section } = facts as { contractId?: string; section?: string };
  switch (code) {
    case 'givePortalAccess': return { portalAccess: true };
    case 'restoreCustomer': return { archived: false };
    case 'liftSuspension': return { suspended: false };
    case 'resumeContract': return contractId === undefined ? undefined : { notFrozen: [contractId as never] };
    case 'changeSectionLevel': return section ? { sections: { [section]: 'signedIn' } } : undefined;
    case 'changeMembersRule': return { membersAre: 'anyOfNetwork' };
    case 'letFrozenMembersIn': return { frozenMembersEnter: true };
    default: return undefined;
  }
}
