import type { Decision } from '../../../apps/portal/readers.ts';
import { presentDecision } from '../../../api/decision.ts';
import type { PortalSection } from '../../../domain/access/section.ts';
import { decideSection, sectionFacts } from '../../../domain/access/section-decision.ts';
import type { Id } from '../../../domain/kernel/id.ts';
import { loadAskFacts } from '../../access/load-facts.ts';
import { keepRefusal } from '../../access/refusals/keep-refusals.ts';
import { decisionInWords } from '../decision-words.ts';
import type { Visiting } from '../visiting.ts';

/** Somebody who is signed in stands before a closed section: that is a refusal, and is kept (R18). */
export async function refuseSection(
  visiting: Visiting, section: PortalSection, locationId: Id<'loc'>,
): Promise<Decision> {
  const { shell, caller, customerId, now } = visiting;
  const { facts: asked } = await shell.read(caller, (work) =>
    loadAskFacts(work, { action: 'viewSection', via: 'portal', customerId, locationId }));
  const facts = sectionFacts(asked, section);
  const decision = decideSection(facts, { at: now });
  if (!decision.allowed) await keepRefusal(shell, caller, { decision, facts });
  return decisionInWords(visiting, presentDecision(decision, { toCustomer: true }));
}
