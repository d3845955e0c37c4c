import * as api from '../../api/accounts.ts';
import { text } from '../../api/schema.ts';
import { setCookies } from '../accounts/routes.ts';
import { serve } from '../platform/http/serve.ts';
import { acceptInvitation, openInvitation } from './accept-invitation.ts';
import { inviteCustomer } from './invite-customer.ts';
import { openAccount } from './open-account.ts';

export const signUpRoutes = [
  serve(api.openAccount, async ({ body, shell, request }) => {
    await openAccount(shell, request, body);
    return { written: true as const, email: body.email };
  }),
  serve(api.inviteCustomer, ({ params, caller, shell }) => shell.write(caller, async (work) => {
    const { id, email, expiresAt } = await inviteCustomer(work, params.customerId);
    return { id, email, expiresAt: text(expiresAt) };
  })),
  serve(api.openInvitation, ({ body, shell, request }) => openInvitation(shell, request, body.token)),
  serve(api.acceptInvitation, async ({ body, shell, request, reply }) => {
    setCookies(reply, await acceptInvitation(shell, request, body));
    return { signedIn: true as const };
  }),
];
