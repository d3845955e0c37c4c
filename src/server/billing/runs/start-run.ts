import type { Day } from '../../../domain/kernel/day.ts';
import type { Id } from '../../../domain/kernel/id.ts';
import { locationOf } from '../../locations/load-locations.ts';
import type { Work } from '../../platform/work/shell.ts';
import { insertDrafts } from '../kept/invoice-store.ts';
import { insertRun, type KeptSkip, setCalculated } from '../kept/run-store.ts';
import { groundToBill } from '../load-billing-facts.ts';
import { proposeRun, type RunOf } from './propose-run.ts';

/** Drafts every invoice due at a location and those below, through a day, that day included (RUN-1). */
export async function startRun(
  work: Work,
  wish: { locationId: Id<'loc'>; throughDay: Day },
): Promise<Id<'run'>> {
  const ground = await groundToBill(work);
  locationOf(ground.locations, wish.locationId);
  work.caller.mustMay('billing.run', wish.locationId);
  const run: RunOf = { id: work.newId('run'), ...wish };
  await insertRun(work.tx, {
    ...run,
    state: 'draft',
    skips: [],
    madeAt: work.now,
    calculatedAt: work.now,
    madeBy: work.caller.actorId,
  });
  const skips: KeptSkip[] = [];
  for await (const batch of proposeRun(work, ground, run)) {
    const drafts = batch.invoices.map((proposed) => batch.draftOf(proposed, {}));
    await insertDrafts(
      work.tx,
      drafts.map(({ invoice }) => invoice),
      drafts.flatMap(({ lines }) => lines),
    );
    skips.push(...batch.skips);
  }
  await setCalculated(work.tx, run.id, { skips, now: work.now });
  work.audit({ action: 'billingRun.started', aboutId: run.id, locationId: wish.locationId, after: wish });
  work.tell({ kind: 'billingRun.started', aboutId: run.id, facts: { ...wish } });
  return run.id;
}
