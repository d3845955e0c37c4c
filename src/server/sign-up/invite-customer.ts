import type { Id } from '../../domain/kernel/id.ts';
import { addMinutes } from '../../domain/kernel/instant.ts';
import { hashOf, newSecret } from '../accounts/guard/secret.ts';
import { accountLetter, letterLanguage, networkName } from '../accounts/letters.ts';
import { linkText } from '../accounts/links.ts';
import { Problem } from '../platform/http/problem.ts';
import type { Work } from '../platform/work/shell.ts';
import { goodMinutes } from '../staff/invite-colleague.ts';
import { insertInvitation, type InvitationRow, withdrawOlder } from '../staff/invitations.ts';
import { findInvitedCustomer } from './sign-up-store.ts';

/** Invites a customer by mail (CUS-9). Throws 404, and 409 `customerArchived`. */
export async function inviteCustomer(work: Work, customerId: Id<'cus'>): Promise<InvitationRow> {
  const customer = await findInvitedCustomer(work.tx, customerId, work.now);
  if (customer === null || !work.caller.may('customers.read', customer.homeLocationId))
    throw new Problem('notFound');
  work.caller.mustMay('customers.invite', customer.homeLocationId);
  if (customer.archived) throw new Problem('customerArchived');
  const secret = newSecret();
  const row: InvitationRow = {
    id: work.newId('itn'), email: customer.email, name: customer.name, role: null, customerId,
    teamId: null, teamRole: null,
    locationId: customer.homeLocationId, sentAt: work.now, expiresAt: addMinutes(work.now, goodMinutes),
  };
  await withdrawOlder(work.tx, row, work.now);
  await insertInvitation(work.tx, { ...row, tokenHash: hashOf(secret), by: work.caller.actorId });
  const language = letterLanguage(customer.language);
  work.mail(accountLetter({
    kind: 'customerInvited', to: row.email, language, name: row.name, aboutId: row.id,
    network: await networkName(work.tx),
    href: linkText(work.shell.settings.url, { at: 'portal', language }, 'invitation', secret),
  }));
  work.audit({ action: 'customer.invited', aboutId: customerId, customerId, locationId: row.locationId });
  return row;
}
