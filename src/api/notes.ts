import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { answeredId, answeredInstant, idOf, pageOf, pageQuery } from './schema.ts';

/** Notes are for staff: no customer reads them. */
export const noteSchema = z.object({
  id: answeredId('not'),
  text: z.string(),
  pinned: z.boolean(),
  writtenAt: answeredInstant,
  writtenBy: z.string().nullable(),
  writtenByName: z.string().nullable(),
});

const params = z.object({ customerId: idOf('cus') });
const text = z.string().trim().min(1).max(10_000);

export const listNotes = endpoint({
  method: 'GET',
  path: '/customers/:customerId/notes',
  permission: 'notes.read',
  summary: 'Notes about a customer: pinned first, then the newest',
  params,
  query: z.object({ ...pageQuery }),
  answer: pageOf(noteSchema),
  problems: ['notFound'],
});

export const writeNote = endpoint({
  method: 'POST',
  path: '/customers/:customerId/notes',
  permission: 'notes.write',
  summary: 'Writes a note',
  params,
  body: z.object({ text, pinned: z.boolean().default(false) }),
  answer: noteSchema,
  status: 201,
  problems: ['notFound', 'notValid'],
});

export const changeNote = endpoint({
  method: 'PATCH',
  path: '/customers/:customerId/notes/:noteId',
  permission: 'notes.write',
  summary: 'Changes a note, pins or unpins it',
  params: z.object({ customerId: idOf('cus'), noteId: idOf('not') }),
  body: z.object({ text, pinned: z.boolean() }).partial(),
  answer: noteSchema,
  problems: ['notFound', 'notValid'],
});
