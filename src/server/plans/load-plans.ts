import type { Instant } from '../../domain/kernel/instant.ts';
import type { Id } from '../../domain/kernel/id.ts';
import {
  type Plan,
  type PlanTerms,
  planTermsAtFirst,
  type PlanVersion,
  termsAt,
} from '../../domain/contracts/plan.ts';
import type { Kept } from '../platform/work/kept.ts';
import type { Work } from '../platform/work/shell.ts';
import { listPlans, type PlanRow } from './plan-store.ts';

/** A plan as it is kept. A plan put away stays in force for the contracts that are to it. */
export interface PlanRecord extends Plan {
  readonly archived: boolean;
  readonly archivedAt: Instant | null;
  readonly createdAt: Instant;
  readonly version: number;
}

export type Plans = ReadonlyMap<Id<'pla'>, PlanRecord>;

/** Plans with all their versions: those named, or all of the network. */
export async function loadPlans(
  { kept }: Pick<Work, 'kept'>,
  ids: readonly Id<'pla'>[] | 'all' = 'all',
): Promise<Plans> {
  if (ids !== 'all' && ids.length === 0) return new Map();
  const all = await kept(plans);
  return ids === 'all' ? all : new Map([...all].filter(([id]) => ids.includes(id)));
}

const plans: Kept<Plans> = {
  part: 'plans',
  load: async (tx) => new Map((await listPlans(tx)).map((row) => [row.id, recordOf(row)])),
};

/** The terms that a plan has at an instant; an unknown plan is a fault in the program. */
export const termsIn =
  (plans: Plans, at: Instant) =>
  (planId: Id<'pla'>): PlanTerms => {
    const plan = plans.get(planId);
    if (plan === undefined) throw new RangeError(`plan ${planId} was not loaded`);
    return termsAt(plan, at);
  };

function recordOf(row: PlanRow): PlanRecord {
  const versions = row.versions.map((version): PlanVersion => ({
    version: version.version,
    inForceFrom: version.inForceFrom as Instant,
    terms: completed(version.terms),
  }));
  return {
    id: row.id,
    locationId: row.locationId,
    name: row.name,
    versions,
    createdAt: row.createdAt,
    archived: row.archivedAt !== null,
    archivedAt: row.archivedAt,
    version: versions.at(-1)?.version ?? 1,
  };
}

/** A version written before a term existed has that term's first value. */
const completed = (terms: PlanTerms): PlanTerms => ({
  ...planTermsAtFirst,
  ...terms,
  entitlements: { ...planTermsAtFirst.entitlements, ...terms.entitlements },
  cancel: { ...planTermsAtFirst.cancel, ...terms.cancel },
  freeze: { ...planTermsAtFirst.freeze, ...terms.freeze },
});
