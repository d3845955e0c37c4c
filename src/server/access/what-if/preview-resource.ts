import type { SentResource } from '../../../api/resources.ts';
import type { Id } from '../../../domain/kernel/id.ts';
import { mustNamePlans } from '../../plans/audience-plans.ts';
import type { Work } from '../../platform/work/shell.ts';
import { resourceFor } from '../../resources/change-resource.ts';
import { fieldsFrom } from '../../resources/create-resource.ts';
import { presentImpacts, type WhoAsked } from './impacts.ts';
import { loadClasses } from './load-classes.ts';
import { aboutResource, from } from './questions.ts';
import { limitsIn } from './owing.ts';
import { loadRuled, sideOf } from './sides.ts';

/** Who would see and book a resource if its audience, names or visibility were changed: of all customers. */
export async function previewResource(
  work: Work, resourceId: Id<'res'>, { change, who }: { change: SentResource; who: WhoAsked },
) {
  const row = await resourceFor(work, resourceId, 'resources.read');
  work.caller.mustMay('resources.read', row.locationId);
  await mustNamePlans(work, change.audience);
  const wished = { ...row, ...fieldsFrom(row, change) };
  const alone = [...row.customerIds ?? [], ...wished.customerIds ?? []];
  const ruled = await loadRuled(work);
  const { locations } = ruled;
  const wishes = { at: work.now, homes: null, alone, limits: limitsIn([locations], work.now) };
  const side = sideOf(ruled, work.now);
  const of = { work, wishes, classes: await loadClasses(work, wishes), before: side, after: side };
  const questions = aboutResource({ before: row, after: wished }, from(row.locationId),
    { at: work.now, locations });
  return presentImpacts(of, locations, questions, who);
}
