import type { LinesAhead } from '../contracts/preview/money-ahead.ts';
import { nextInvoiceOf } from './next-invoice.ts';

/**
 * What a customer would be invoiced through a day, for the previews of contracts: the run's own function
 * (RUN-4).
 */
export const contractLinesAhead: LinesAhead = async (work, customerId, throughDay) => {
  const { invoices } = await nextInvoiceOf(work, customerId, throughDay);
  return invoices.flatMap(({ currency, lines }) =>
    lines.map(({ name, startDay, endDay, total }) => ({ name, startDay, endDay, total, currency })),
  );
};
