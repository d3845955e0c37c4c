import * as api from '../../api/mails.ts';
import { text, textOrNull } from '../../api/schema.ts';
import type { Caller } from '../platform/http/caller.ts';
import { pageFrom, readCursor } from '../platform/http/page.ts';
import { Problem } from '../platform/http/problem.ts';
import { serve } from '../platform/http/serve.ts';
import { findAttachment, findMail, listMails, type MailRow, markWaiting } from './mail-store.ts';
import { mustReadOutbox } from './outbox-rights.ts';
import { sendTestMail } from './send-test-mail.ts';

export const mailRoutes = [
  serve(api.listMails, ({ query, caller, shell }) => shell.read(caller, async (work) => {
    await mustReadOutbox(work);
    const { limit, to = null, aboutId = null } = query;
    const rows = await listMails(work.tx, {
      after: readCursor(query.cursor, 1),
      limit: limit + 1,
      to,
      aboutId,
    });
    return pageFrom(rows, limit, ({ id }) => [id], (row) => present(caller, row));
  })),
  serve(api.getMail, ({ params, caller, shell }) => shell.read(caller, async (work) => {
    await mustReadOutbox(work);
    const row = await findMail(work.tx, params.mailId);
    if (row === null) throw new Problem('notFound');
    return { ...present(caller, row), html: mayOpen(caller, row) ? row.html : null };
  })),
  serve(api.getMailAttachment, ({ params, caller, shell }) => shell.read(caller, async (work) => {
    await mustReadOutbox(work);
    const file = await findAttachment(work.tx, params.mailId, params.number);
    if (file === null) throw new Problem('notFound');
    return { name: file.name, type: file.type, content: Buffer.from(file.base64, 'base64') };
  })),
  serve(api.sendTestMail, ({ body, caller, shell }) => shell.write(caller, async (work) => {
    await mustReadOutbox(work);
    return { to: await sendTestMail(work, body.to) };
  })),
  serve(api.sendMailAgain, ({ params, caller, shell }) => shell.write(caller, async (work) => {
    await mustReadOutbox(work);
    const row = await findMail(work.tx, params.mailId);
    if (row === null) throw new Problem('notFound');
    await markWaiting(work.tx, params.mailId);
    work.audit({ action: 'mail.sentAgain', aboutId: row.id, after: { to: row.toAddress } });
    return present(caller, await findMail(work.tx, params.mailId) ?? row);
  })),
];

/** Whoever reads such a link can act as the receiver, an owner of the network perhaps. */
const mayOpen = (caller: Caller, { opensAccount }: MailRow): boolean =>
  !opensAccount || caller.locationsWith('mails.readLinks') === 'all';

const present = (caller: Caller, row: MailRow) => ({
  id: row.id,
  to: row.toAddress,
  subject: row.subject,
  language: row.language,
  aboutId: row.aboutId,
  writtenAt: text(row.writtenAt),
  sentAt: textOrNull(row.sentAt),
  failure: row.failure,
  attempts: row.attempts,
  attachments: row.attachments.map((file) => ({ ...file })),
  opensAccount: row.opensAccount,
  plainText: mayOpen(caller, row) ? row.plainText : null,
});
