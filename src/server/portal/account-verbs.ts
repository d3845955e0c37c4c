import type { AccountVerbs } from '../../apps/portal/readers.ts';
import { askForNewEmail, confirmNewEmail } from '../accounts/change-account.ts';
import { sendLink } from '../accounts/send-link.ts';
import { signIn } from '../accounts/sign-in.ts';
import { signOut } from '../accounts/sign-out.ts';
import { resetPassword, signInByLink } from '../accounts/use-link.ts';
import { emailText } from '../../api/accounts.ts';
import type { Id } from '../../domain/kernel/id.ts';
import { acceptInvitation, openInvitation } from '../sign-up/accept-invitation.ts';
import { fieldProblem } from '../platform/http/problem.ts';
import { openAccount } from '../sign-up/open-account.ts';
import { answered, orNull, type Visiting } from './visiting.ts';

const done = {};

/** Signing in, letters, passwords: the accounts' verbs, answered in the visitor's words. */
export function accountVerbs(visiting: Visiting): AccountVerbs {
  const { shell, request, caller } = visiting;
  const written = async (write: Promise<void>) => {
    await write;
    return done;
  };
  return {
    signIn: (input) => answered(visiting, () => signIn(shell, request, input)),
    sendLink: (input) =>
      answered(visiting, () =>
        written(
          sendLink(shell, request, 'magicLink', { ...input, email: addressOf(input.email), at: 'portal' }),
        ),
      ),
    useLink: (token) => answered(visiting, () => signInByLink(shell, request, token)),
    signOut: () => signOut(shell, request, caller),
    forgotPassword: (input) =>
      answered(visiting, () =>
        written(
          sendLink(shell, request, 'resetPassword', {
            ...input,
            email: addressOf(input.email),
            at: 'portal',
          }),
        ),
      ),
    resetPassword: (input) => answered(visiting, () => resetPassword(shell, request, input)),
    openAccount: ({ locationId, ...input }) =>
      answered(visiting, () =>
        written(
          openAccount(shell, request, {
            ...input,
            email: addressOf(input.email),
            locationId: locationId as Id<'loc'>,
          }),
        ),
      ),
    invitation: (token) => orNull(() => openInvitation(shell, request, token)),
    acceptInvitation: ({ token, password }) =>
      answered(visiting, () =>
        acceptInvitation(shell, request, { token, password: password ?? undefined }),
      ),
    changeEmail: ({ email, password, language }) =>
      answered(visiting, () =>
        written(
          askForNewEmail(shell, caller, {
            email: addressOf(email),
            currentPassword: password,
            language,
            at: 'portal',
          }),
        ),
      ),
    confirmEmail: (token) => answered(visiting, () => confirmNewEmail(shell, request, token)),
  };
}

/** The form's own check of an address, as the API does it. */
function addressOf(text: string): string {
  const { success, data } = emailText.safeParse(text);
  if (!success) throw fieldProblem('email', 'notValid', 'needs an e-mail address');
  return data;
}
