import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { answeredId, answeredInstant, idOf, pageOf, pageQuery } from './schema.ts';

export const mailSchema = z.object({
  id: answeredId('mai'),
  to: z.string(),
  subject: z.string(),
  language: z.string(),
  aboutId: z.string().nullable(),
  writtenAt: answeredInstant,
  sentAt: answeredInstant.nullable(),
  failure: z.string().nullable(),
  attempts: z.int(),
  attachments: z.array(z.object({ name: z.string(), type: z.string(), bytes: z.int() })),
  /** Its link acts for the receiver, so that only owners may read it. */
  opensAccount: z.boolean(),
});

export const listMails = endpoint({
  method: 'GET',
  path: '/mails',
  permission: 'system.read',
  summary: 'The outbox: letters written, the newest first',
  query: z.object({
    ...pageQuery,
    to: z.string().max(254).optional(),
    aboutId: z.string().max(60).optional(),
  }),
  answer: pageOf(mailSchema.extend({ plainText: z.string().nullable() })),
});

export const getMail = endpoint({
  method: 'GET', path: '/mails/:mailId', permission: 'system.read',
  summary: 'A letter in both forms; those whose link signs somebody in only for owners',
  params: z.object({ mailId: idOf('mai') }),
  answer: mailSchema.extend({ plainText: z.string().nullable(), html: z.string().nullable() }),
  problems: ['notFound'],
});

export const getMailAttachment = endpoint({
  method: 'GET',
  path: '/mails/:mailId/attachments/:number',
  permission: 'system.read',
  summary: 'A file of a letter',
  params: z.object({ mailId: idOf('mai'), number: z.coerce.number().int().min(0).max(99) }),
  answers: 'file',
  answer: z.any(),
  problems: ['notFound'],
});

export const sendTestMail = endpoint({
  method: 'POST', path: '/mails/test', permission: 'system.write',
  summary: 'Writes a letter to whoever asks, to see whether mail goes out',
  body: z.strictObject({ to: z.email().max(254).optional() }).default({}),
  answer: z.object({ to: z.string() }), status: 202, problems: ['notValid'],
});

export const sendMailAgain = endpoint({
  method: 'POST', path: '/mails/:mailId/send-again', permission: 'system.write',
  summary: 'Tries a letter again that could not be delivered', params: z.object({ mailId: idOf('mai') }),
  answer: mailSchema, status: 202, problems: ['notFound'],
});
