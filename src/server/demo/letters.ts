import type { Id } from '../../domain/kernel/id.ts';
import { addMinutes } from '../../domain/kernel/instant.ts';
import { mailInvoice } from '../billing/document/mail-invoice.ts';
import { inviteCustomer } from '../sign-up/invite-customer.ts';
import { listLastInvoices } from './demo-store.ts';
import { demoCaller, writeAt } from './past.ts';
import type { Town } from './year.ts';

const invitedBefore: readonly (readonly [name: string, minutes: number])[] = [
  ['Hana Nakamura', 3 * 24 * 60],
  ['Leo Petrov', 26 * 60],
];

/**
 * Letters for the outbox: the last invoices, and customers who were invited. Where letters are really sent,
 * none is written.
 */
export async function writeLetters({ shell, people, now }: Town): Promise<void> {
  if (shell.settings.smtpUrl !== null) return;
  const invoices = await shell.read(demoCaller, ({ tx }) => listLastInvoices(tx, 8));
  for (const { id, issuedAt } of invoices)
    await writeAt(shell, issuedAt, (work) => mailInvoice(work, id as Id<'inv'>));
  for (const [name, minutes] of invitedBefore) {
    const one = people.get(name);
    if (one === undefined) continue;
    await writeAt(shell, addMinutes(now, -minutes), (work) => inviteCustomer(work, one.id));
  }
}
