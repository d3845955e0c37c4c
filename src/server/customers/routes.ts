import * as api from '../../api/customers.ts';
import * as suspensions from '../../api/suspensions.ts';
import { text } from '../../api/schema.ts';
import { pageFrom, readCursor } from '../platform/http/page.ts';
import { serve } from '../platform/http/serve.ts';
import type { Work } from '../platform/work/shell.ts';
import { listActivity } from './activity-store.ts';
import { archiveCustomer, restoreCustomer } from './archive-customer.ts';
import { changeCustomer } from './change-customer.ts';
import { createCustomer } from './create-customer.ts';
import type { CustomerRecord } from './customer-store.ts';
import { customersFile, pageOfCustomers } from './list-customers.ts';
import { loadCustomer, loadForStaff } from './load-customer.ts';
import { listSuspensions } from './period-store.ts';
import { type Presented, presentCustomer, presentSuspension } from './present-customer.ts';
import { suspendCustomer } from './suspend-customer.ts';
import { type ReviewBookings, touching } from './touched/touching.ts';

/** The routes of customers; which bookings a change touches is asked of bookings, further right (BKA-5). */
export const customerRoutesWith = (review: ReviewBookings) => [
  serve(api.listCustomers, ({ query, caller, shell }) =>
    shell.read(caller, (work) => pageOfCustomers(work, query)),
  ),
  serve(api.exportCustomers, ({ query, caller, shell }) =>
    shell.read(caller, (work) => customersFile(work, query)),
  ),
  serve(api.createCustomer, ({ body, caller, shell }) =>
    shell.write(caller, async (work) => shown(work, await createCustomer(work, body))),
  ),
  serve(api.getCustomer, ({ params, caller, shell }) =>
    shell.read(caller, async (work) =>
      shown(work, await loadCustomer(work, params.customerId, 'customers.read')),
    ),
  ),
  serve(api.changeCustomer, ({ params, body, caller, shell }) =>
    shell.write(caller, async (work) => shown(work, await changeCustomer(work, params.customerId, body))),
  ),
  serve(api.archiveCustomer, ({ params: { customerId }, body, caller, shell }) =>
    touching({ ...body, customerId, caller, shell, review }, {
      verb: (work) => archiveCustomer(work, customerId),
      answer: (work, customer) => shown(work, customer),
    }),
  ),
  serve(api.restoreCustomer, ({ params, caller, shell }) =>
    shell.write(caller, async (work) => shown(work, await restoreCustomer(work, params.customerId))),
  ),
  serve(api.listActivity, ({ params, query, caller, shell }) =>
    shell.read(caller, async (work) => {
      const { id: customerId } = await loadForStaff(work, params.customerId, 'customers.read');
      const [before = null] = readCursor(query.cursor, 1) ?? [];
      const rows = await listActivity(work.tx, {
        customerId,
        before: before as string | null,
        limit: query.limit,
      });
      return pageFrom(
        rows,
        query.limit,
        ({ id }) => [id],
        (row) => ({ ...row, at: text(row.at) }),
      );
    }),
  ),
  serve(suspensions.listSuspensions, ({ params, caller, shell }) =>
    shell.read(caller, async (work) => {
      await loadForStaff(work, params.customerId, 'customers.read');
      const rows = await listSuspensions(work.tx, params.customerId);
      return { data: rows.map(presentSuspension), nextCursor: null };
    }),
  ),
  serve(suspensions.suspendCustomer, ({ params: { customerId }, body, caller, shell }) =>
    touching({ ...body, customerId, caller, shell, review }, {
      verb: (work) => suspendCustomer(work, { customerId, cause: body.cause, note: body.note }),
      answer: (_, row) => presentSuspension(row),
    }),
  ),
];

const shown = ({ caller }: Work, customer: CustomerRecord): Presented =>
  presentCustomer(customer, { forStaff: caller.may('customers.read', customer.homeLocationId) });
