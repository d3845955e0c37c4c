import type { BodyOf } from '../../api/endpoint.ts';
import type * as api from '../../api/check-ins.ts';
import type { Id } from '../../domain/kernel/id.ts';
import { enterGift } from '../benefits/give-benefit.ts';
import { isArchivedNow } from '../billing/archived.ts';
import { raiseCharge } from '../billing/raise-charge.ts';
import { loadLocations } from '../locations/load-locations.ts';
import { fieldProblem, Problem } from '../platform/http/problem.ts';
import type { Work } from '../platform/work/shell.ts';
import { checkIn, type CheckInWish } from './check-in.ts';
import type { StayRow } from './check-in-store.ts';

type Sale = BodyOf<typeof api.sellPass>;

interface Sold {
  readonly chargeId: Id<'chg'>;
  readonly invoiceId: Id<'inv'> | null;
  readonly grantId: Id<'bft'>;
  readonly stay: StayRow | null;
}

/**
 * A day sold at the desk (PAS-2, CHG-2): passes have no price, so the charge is one by hand and the pass is
 * given beside it. All of it or nothing: who is refused at the door has paid nothing and owns nothing.
 */
export async function sellPass(work: Work, wish: CheckInWish, sale: Sale): Promise<Sold> {
  const { customerId, locationId } = wish;
  work.caller.mustMay('benefits.sell', locationId);
  const location = (await loadLocations(work)).tree.get(locationId);
  if (location === undefined) throw fieldProblem('locationId', 'unknown', 'There is no such location.');
  const archived = await isArchivedNow(work, customerId);
  if (archived === null) throw new Problem('notFound');
  if (archived) throw new Problem('customerArchived');
  if (sale.price.currency !== location.currency) {
    const detail = `${location.name} bills in ${location.currency}.`;
    const errors = [{ field: 'price.currency', code: 'notValid', detail }];
    throw new Problem('currencyNotHere', { detail, errors });
  }
  const gift = { passId: sale.passId, note: sale.text ?? '', expiresDay: sale.expiresDay ?? null };
  const buyer = { id: customerId, homeLocationId: locationId };
  const { grantId, passName } = await enterGift(work, buyer, gift);
  const source = { kind: 'pass', id: grantId };
  const text = sale.text ?? passName;
  const charge = { customerId, locationId, source, text, unitPrice: sale.price.amount };
  const { chargeId, invoiceId } = await raiseCharge(work, charge);
  if (sale.checkIn !== true) return { chargeId, invoiceId, grantId, stay: null };
  work.caller.mustMay('checkIns.write', locationId);
  const { stay } = await checkIn(work, { ...wish, grantId });
  return { chargeId, invoiceId, grantId, stay };
}
