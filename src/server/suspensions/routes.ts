import * as api from '../../api/suspensions.ts';
import type { LiftAmounts } from '../billing/lift-amounts.ts';
import { presentSuspension } from '../customers/present-customer.ts';
import { serve } from '../platform/http/serve.ts';
import { liftSuspension, type LiftWish, type Lifted } from './lift-suspension.ts';

export const suspensionRoutes = [
  serve(api.liftSuspension, async ({ params, body, caller, shell }) => {
    const wish: LiftWish = { ...params, ...body };
    const run = body.preview ? shell.read : shell.write;
    return run(caller, async (work) => presentLifted(await liftSuspension(work, wish), wish));
  }),
];

const presentLifted = ({ suspension, stillSuspended, choices }: Lifted, wish: LiftWish) => {
  const chosen = choices.find(({ missedCycles }) => missedCycles === wish.missedCycles);
  return {
    ...presentSuspension(suspension), preview: wish.preview, stillSuspended,
    choices: choices.map((choice) => ({ missedCycles: choice.missedCycles, ...amountsOf(choice) })),
    ...(chosen === undefined ? { totals: [], lines: [] } : amountsOf(chosen)),
  };
};

const amountsOf = ({ amounts, lines }: LiftAmounts) => ({
  totals: amounts.map(({ currency, total }) => ({ amount: total, currency })),
  lines: lines.map(({ contractId, name, startDay, endDay, total, currency }) => ({
    contractId, name, fromDay: startDay, untilDay: endDay, amount: { amount: total, currency },
  })),
});
