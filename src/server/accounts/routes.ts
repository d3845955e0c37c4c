import type { FastifyReply } from 'fastify';
import * as api from '../../api/accounts.ts';
import * as meApi from '../../api/me.ts';
import { text } from '../../api/schema.ts';
import { serve } from '../platform/http/serve.ts';
import { askForNewEmail, changeOwnAccount, changePassword, confirmNewEmail } from './change-account.ts';
import { describeCaller } from './describe-caller.ts';
import type { Cookies } from './open-session.ts';
import { sendLink } from './send-link.ts';
import { signIn } from './sign-in.ts';
import { endOtherSessions, endOwnSession, ownSessions, signOut } from './sign-out.ts';
import { resetPassword, signInByLink } from './use-link.ts';

const written = { written: true } as const;

export const accountRoutes = [
  serve(api.signIn, async ({ body, shell, request, reply }) =>
    signedIn(reply, await signIn(shell, request, body)),
  ),
  serve(api.signOut, async ({ caller, shell, request, reply }) => {
    setCookies(reply, await signOut(shell, request, caller));
    return undefined;
  }),
  serve(api.sendMagicLink, async ({ body, shell, request }) => {
    await sendLink(shell, request, 'magicLink', body);
    return written;
  }),
  serve(api.useMagicLink, async ({ body, shell, request, reply }) =>
    signedIn(reply, await signInByLink(shell, request, body.token)),
  ),
  serve(api.forgotPassword, async ({ body, shell, request }) => {
    await sendLink(shell, request, 'resetPassword', body);
    return written;
  }),
  serve(api.resetPassword, async ({ body, shell, request, reply }) =>
    signedIn(reply, await resetPassword(shell, request, body)),
  ),
  serve(api.changePassword, async ({ body, caller, shell }) => {
    await changePassword(shell, caller, body);
    return undefined;
  }),
  serve(api.changeEmail, async ({ body, caller, shell }) => {
    await askForNewEmail(shell, caller, body);
    return written;
  }),
  serve(api.confirmEmail, async ({ body, shell, request, reply }) =>
    signedIn(reply, await confirmNewEmail(shell, request, body.token)),
  ),
  serve(api.listSessions, ({ caller, shell }) =>
    shell.read(caller, async (work) => ({
      data: (await ownSessions(work)).map((session) => ({
        id: session.id,
        createdAt: text(session.createdAt),
        lastUsedAt: text(session.updatedAt),
        expiresAt: text(session.expiresAt),
        address: session.ipAddress,
        userAgent: session.userAgent,
        isThisOne: session.id === caller.sessionId,
      })),
      nextCursor: null,
    })),
  ),
  serve(api.endSession, ({ params, caller, shell }) =>
    shell.write(caller, async (work) => {
      await endOwnSession(work, params.sessionId);
      return undefined;
    }),
  ),
  serve(api.endOtherSessions, ({ caller, shell }) =>
    shell.write(caller, async (work) => {
      await endOtherSessions(work);
      return undefined;
    }),
  ),
  serve(meApi.getMe, ({ caller, shell }) => shell.read(caller, describeCaller)),
  serve(meApi.changeMe, ({ body, caller, shell }) =>
    shell.write(caller, async (work) => {
      await changeOwnAccount(work, body);
      return describeCaller(work);
    }),
  ),
];

function signedIn(reply: FastifyReply, cookies: Cookies): { signedIn: true } {
  setCookies(reply, cookies);
  return { signedIn: true };
}

export function setCookies(reply: FastifyReply, { cookies }: Cookies): void {
  for (const cookie of cookies) void reply.header('set-cookie', cookie);
}
