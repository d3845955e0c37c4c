import * as chargesApi from '../../api/charges.ts';
import type { Route } from '../platform/http/serve.ts';
import { knowsOf } from '../customers/known-by.ts';
import { serve } from '../platform/http/serve.ts';
import { pageFrom, readCursor } from '../platform/http/page.ts';
import { fieldProblem, Problem } from '../platform/http/problem.ts';
import type { Work } from '../platform/work/shell.ts';
import { isArchivedNow } from './archived.ts';
import { invoiceRoutes } from './invoice-routes.ts';
import { invoiceChargesNow } from './invoice-charges-now.ts';
import { listCharges, sumWaiting } from './kept/charge-store.ts';
import { loadBillingGround } from './load-billing-facts.ts';
import { raiseCharge } from './raise-charge.ts';
import { runRoutes } from './run-routes.ts';
import { presentCharge } from './shown/present-charge.ts';
import { mustMayThere, seenBy } from './shown/seen.ts';
import { chargeOf, waiveCharge } from './waive-charge.ts';
import type { BodyOf } from '../../api/endpoint.ts';

const chargeRoutes: readonly Route[] = [
  serve(chargesApi.listCharges, ({ query, caller, shell }) =>
    shell.read(caller, async (work) => {
      const seen = await seenBy(work, 'billing.read', query);
      const [beforeId] = readCursor(query.cursor, 1) ?? [];
      const rows = await listCharges(work.tx, {
        ...seen,
        limit: query.limit + 1,
        ...(query.state && { state: query.state }),
        ...((query.sourceKind || query.sourceId) && {
          source: {
            ...(query.sourceKind && { kind: query.sourceKind }),
            ...(query.sourceId && { id: query.sourceId }),
          },
        }),
        ...(beforeId && { beforeId: String(beforeId) }),
      });
      return pageFrom(rows, query.limit, ({ id }) => [id], presentCharge);
    }),
  ),
  serve(chargesApi.waitingTotals, ({ query, caller, shell }) =>
    shell.read(caller, async (work) => {
      const { locationIds } = await seenBy(work, 'billing.read', query);
      const { locations } = await loadBillingGround(work);
      const sums = await sumWaiting(work.tx, locationIds ?? locations.rows.map(({ id }) => id));
      return {
        data: sums.map(({ currency, count, amount }) => ({
          currency,
          count,
          amount: { amount, currency },
        })),
      };
    }),
  ),
  serve(chargesApi.getCharge, ({ params, caller, shell }) =>
    shell.read(caller, async (work) => {
      const charge = await chargeOf(work, params.chargeId);
      caller.mustActFor(charge.customerId, 'billing.read', charge.locationId);
      return presentCharge(charge);
    }),
  ),
  serve(chargesApi.createCharge, ({ body, caller, shell }) =>
    shell.write(caller, (work) => chargeByHand(work, body)),
  ),
  serve(chargesApi.waiveCharge, ({ params, body, caller, shell }) =>
    shell.write(caller, async (work) => {
      await waiveCharge(work, params.chargeId, body);
      return presentCharge(await chargeOf(work, params.chargeId));
    }),
  ),
  serve(chargesApi.invoiceCharge, ({ params, caller, shell }) =>
    shell.write(caller, async (work) => {
      const { customerId, locationId, id } = await chargeOf(work, params.chargeId);
      mustMayThere(work, 'billing.write', locationId);
      if (await isArchivedNow(work, customerId)) throw new Problem('customerArchived');
      const issued = await invoiceChargesNow(work, { customerId, chargeIds: [id] });
      if (issued.length === 0) throw new Problem('chargeSettled');
      return presentCharge(await chargeOf(work, id));
    }),
  ),
];

/** A charge by hand: a day sold at the desk (CHG-2). */
async function chargeByHand(work: Work, body: BodyOf<typeof chargesApi.createCharge>) {
  const { customerId, locationId, text, price, ...rest } = body;
  work.caller.mustMay('billing.write', locationId);
  const { locations } = await loadBillingGround(work);
  const location = locations.tree.get(locationId);
  if (location === undefined) throw fieldProblem('locationId', 'unknown', 'There is no such location.');
  const archived = await isArchivedNow(work, customerId);
  if (archived === null || !await knowsOf(work, customerId, 'billing.write'))
    throw fieldProblem('customerId', 'unknown', 'There is no such customer.');
  if (archived) throw new Problem('customerArchived');
  if (price.currency !== location.currency) {
    const detail = `${location.name} bills in ${location.currency}.`;
    throw new Problem('currencyNotHere', {
      detail,
      errors: [{ field: 'price.currency', code: 'notValid', detail }],
    });
  }
  if (price.amount === 0)
    throw fieldProblem('price.amount', 'notValid', 'needs an amount above 0');
  if (rest.startDay !== undefined && rest.endDay !== undefined && rest.endDay <= rest.startDay) {
    throw fieldProblem('endDay', 'notValid', 'needs to be after the first day');
  }
  const { chargeId } = await raiseCharge(work, {
    customerId,
    locationId,
    source: null,
    text,
    unitPrice: price.amount,
    ...given(rest),
  });
  return presentCharge(await chargeOf(work, chargeId));
}

/** Without what was not sent. */
const given = <T extends object>(of: T): { [K in keyof T]: Exclude<T[K], undefined> } =>
  Object.fromEntries(Object.entries(of).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>;
  };

/** The network's routes of charges, runs, invoices and payments. */
export const billingRoutes: readonly Route[] = [...chargeRoutes, ...runRoutes, ...invoiceRoutes];
