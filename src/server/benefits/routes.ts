import * as api from '../../api/benefits.ts';
import type { Id } from '../../domain/kernel/id.ts';
import { loadCustomer, loadForStaff } from '../customers/load-customer.ts';
import { foundFrom } from '../locations/found-from.ts';
import { loadLocations } from '../locations/load-locations.ts';
import { pageFrom, readCursor } from '../platform/http/page.ts';
import { Problem } from '../platform/http/problem.ts';
import { serve } from '../platform/http/serve.ts';
import type { Work } from '../platform/work/shell.ts';
import { benefitsUpToDate } from './bring-up-to-date.ts';
import { listLedger } from './entry-store.ts';
import { correctBenefit, giveBenefit } from './give-benefit.ts';
import { listPasses } from './pass-store.ts';
import { archivePass, changePass, createPass, loadPass } from './passes.ts';
import { presentEntry, presentGrants, presentPass } from './present-benefit.ts';

const passRoutes = [
  serve(api.listPasses, ({ query, caller, shell }) =>
    shell.read(caller, async (work) => {
      const [after = ''] = readCursor(query.cursor, 1) ?? [];
      const places = foundFrom(await loadLocations(work), caller, 'benefits.read');
      const foundAt = places === 'all' ? null : [...places];
      const rows = await listPasses(work.tx, { ...query, foundAt, after: String(after) });
      return pageFrom(rows, query.limit, ({ id }) => [id], presentPass);
    }),
  ),
  serve(api.getPass, ({ params, caller, shell }) =>
    shell.read(caller, async (work) => presentPass(await loadPass(work, params.passId, 'benefits.read'))),
  ),
  serve(api.createPass, ({ body, caller, shell }) =>
    shell.write(caller, async (work) => presentPass(await createPass(work, body))),
  ),
  serve(api.changePass, ({ params, body, caller, shell }) =>
    shell.write(caller, async (work) => presentPass(await changePass(work, params.passId, body))),
  ),
  serve(api.archivePass, ({ params, caller, shell }) =>
    shell.write(caller, async (work) => presentPass(await archivePass(work, params.passId, true))),
  ),
  serve(api.restorePass, ({ params, caller, shell }) =>
    shell.write(caller, async (work) => presentPass(await archivePass(work, params.passId, false))),
  ),
];

/** What is owned is read in a transaction that first writes what time has brought (PAS-4). */
export const benefitRoutes = [
  ...passRoutes,
  serve(api.listBenefits, ({ params, query, caller, shell }) =>
    shell.write(caller, async (work) => {
      const data = await grantsShown(work, await loadCustomer(work, params.customerId, 'benefits.read'));
      return {
        data: query.left === true ? data.filter(({ left, state }) => left > 0 || state === 'inUse') : data,
      };
    }),
  ),
  serve(api.giveBenefit, ({ params, body, caller, shell }) =>
    shell.write(caller, async (work) =>
      grantShown(work, {
        customerId: params.customerId,
        grantId: await giveBenefit(work, params.customerId, body),
      }),
    ),
  ),
  serve(api.correctBenefit, ({ params, body, caller, shell }) =>
    shell.write(caller, async (work) => {
      await grantShown(work, params);
      await correctBenefit(work, params, body);
      return grantShown(work, params);
    }),
  ),
  serve(api.listLedger, ({ params, query, caller, shell }) =>
    shell.write(caller, async (work) => {
      await loadCustomer(work, params.customerId, 'benefits.read');
      await benefitsUpToDate(work, params.customerId);
      const [before = null] = readCursor(query.cursor, 1) ?? [];
      const { customerId } = params;
      const rows = await listLedger(work.tx, {
        customerId,
        passId: query.passId ?? null,
        before: before as string | null,
        limit: query.limit,
      });
      return pageFrom(rows, query.limit, ({ id }) => [id], presentEntry);
    }),
  ),
];

async function grantsShown(
  work: Work, { id, homeLocationId }: { readonly id: Id<'cus'>; readonly homeLocationId: Id<'loc'> },
) {
  const locations = await loadLocations(work);
  return presentGrants(await benefitsUpToDate(work, id), {
    now: work.now,
    locations,
    homeLocationId,
  });
}

/** To whoever gave or corrected it. */
async function grantShown(
  work: Work,
  { customerId, grantId }: { customerId: Id<'cus'>; grantId: Id<'bft'> },
) {
  const customer = await loadForStaff(work, customerId, 'benefits.write');
  const grant = (await grantsShown(work, customer)).find(({ id }) => id === grantId);
  if (grant === undefined) throw new Problem('notFound');
  return grant;
}
