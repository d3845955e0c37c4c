import type { Id } from '../../domain/kernel/id.ts';
import type { Jobs } from '../platform/queue/queue.ts';
import { inviteCustomer } from '../sign-up/invite-customer.ts';
import { listStillThere } from './undo-store.ts';

export const importJobs: Jobs = {
  /** Rows whose SendWelcomeEmail says so invite their new customer (CUS-9), unless undone by now. */
  inviteImported: async (work, { importId, customerIds }) => {
    const there = await listStillThere(work.tx, importId as string, customerIds as readonly string[]);
    for (const id of there) await inviteCustomer(work, id as Id<'cus'>);
  },
};
