import { z } from 'zod';
import { isPersona, personas } from '../domain/access/what-if/persona.ts';
import { type Id, isId } from '../domain/kernel/id.ts';
import { type Instant, instant } from '../domain/kernel/instant.ts';
import { endpoint } from './endpoint.ts';
import { answeredId, answeredInstant, idOf, instantText, nothing, wholeListOf } from './schema.ts';

/** PER-4: looking at the portal as somebody else, at a chosen time, read only. */

const params = z.object({ locationId: idOf('loc') });

const whom = z.string()
  .refine((text) => isPersona(text) || isId('cus', text), {
    message: `needs the id of a customer or one of ${personas.join(', ')}`,
  })
  .transform((text) => text as (typeof personas)[number] | Id<'cus'>)
  .meta({ example: 'contact' });

/** Beyond these there is nothing to look at. */
const earliest = Date.parse('2000-01-01T00:00:00Z');
const latest = Date.parse('2100-01-01T00:00:00Z');
const chosen = instantText
  .refine((at: Instant) => at >= instant(earliest) && at < instant(latest), {
    message: 'needs a time from 2000 to 2099',
  });

export const previewSchema = z.object({
  id: answeredId('pvw'),
  /** Where to look, for whoever opened it and in the same session alone. */
  href: z.string(),
  locationId: answeredId('loc'),
  as: z.string().meta({ description: 'A persona, or the id of a customer' }),
  /** Null: always now. */
  at: answeredInstant.nullable(),
  levels: z.enum(['published', 'draft']),
  openedAt: answeredInstant,
  expiresAt: answeredInstant,
});

export const openPreview = endpoint({
  method: 'POST', path: '/locations/:locationId/portal-access/previews', permission: 'portal.preview',
  summary: 'Opens the portal as somebody else sees it, read only; opening it is in the audit log (PER-4)',
  params,
  body: z.strictObject({
    as: whom,
    at: chosen.optional().meta({ description: 'Left out: now, whenever that is' }),
    levels: z.enum(['published', 'draft']).default('published')
      .meta({ description: 'draft: as if what is drafted here were published by then' }),
  }),
  answer: previewSchema, status: 201,
  problems: ['notFound', 'notValid', 'previewNeedsPlan', 'previewNeedsElsewhere'],
});

export const listPreviews = endpoint({
  method: 'GET', path: '/locations/:locationId/portal-access/previews', permission: 'portal.preview',
  summary: 'The previews that this session has open here, the newest first', params,
  answer: wholeListOf(previewSchema), problems: ['notFound'],
});

export const endPreview = endpoint({
  method: 'DELETE', path: '/locations/:locationId/portal-access/previews/:previewId',
  permission: 'portal.preview', summary: 'Ends a preview of this session',
  params: z.object({ locationId: idOf('loc'), previewId: idOf('pvw') }),
  answer: nothing, status: 204, problems: ['notFound'],
});
