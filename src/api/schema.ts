import { z } from 'zod';
import { type Day, parseDay } from '../domain/kernel/day.ts';
import { formatInstant, HOUR, type Instant, instant, parseInstant } from '../domain/kernel/instant.ts';
import { type Id, isId, type Prefix } from '../domain/kernel/id.ts';
import { type Currency, parseCurrency } from '../domain/kernel/money.ts';

/** Pieces that endpoints share. Instants and days are texts on the wire and our own types behind it. */

export const idOf = <P extends Prefix>(prefix: P) =>
  z
    .string()
    .refine((text): text is Id<P> => isId(prefix, text), {
      message: `needs an id that starts with ${prefix}_`,
    })
    .transform((text) => text as Id<P>)
    .meta({ example: `${prefix}_01jf2m3n4p5q6r7s8t9v0w1x2y` });

/** An id of ours in an answer: already known to be one. */
export const answeredId = <P extends Prefix>(prefix: P) =>
  z
    .custom<Id<P>>((text) => isId(prefix, String(text)))
    .meta({ type: 'string', example: `${prefix}_01jf2m3n4p5q6r7s8t9v0w1x2y` });

/** RFC 3339 with an offset; a time without one is refused. */
export const instantText = z.string()
  .refine((text) => parseInstant(text) !== null, {
    message: 'needs a time with an offset, such as 2026-12-01T09:00:00+01:00',
  })
  .transform((text) => parseInstant(text) as Instant)
  .meta({ type: 'string', format: 'date-time' });

/** An instant in an answer, given as our own number and written in UTC. */
export const answeredInstant = z.custom<string>((text) => typeof text === 'string')
  .meta({ type: 'string', format: 'date-time' });

/** As far ahead as decisions look (ACC-1): whoever asks about more keeps everybody else waiting. */
const periodDaysMax = 400;

export const isNoLonger = ({ startAt, endAt }: { startAt: number; endAt: number }): boolean =>
  !(endAt - startAt > periodDaysMax * 24 * HOUR);
export const noLonger = {
  message: `needs to be ${periodDaysMax} days after startAt at most`,
  path: ['endAt'],
};

export const dayText = z.string()
  .refine((text) => parseDay(text) !== null, { message: 'needs a day that exists, such as 2026-12-01' })
  .transform((text) => text as Day)
  .meta({ type: 'string', format: 'date' });

export const currencyText = z.string()
  .refine((text) => parseCurrency(text) !== null, { message: 'needs a currency by ISO 4217, such as EUR' })
  .transform((text) => text as Currency)
  .meta({ type: 'string', example: 'EUR' });

const mostMoney = 100_000_000_000;

/**
 * Minor units: 2500 EUR is €25.00. So much at most that ten thousand of it are still counted exactly
 * (MNY-1).
 */
export const moneySchema = z.object({
  amount: z.int().min(-mostMoney).max(mostMoney),
  currency: currencyText,
});

export const pageQuery = {
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z.string().optional(),
};

export const pageOf = <S extends z.ZodType>(item: S) =>
  z.object({ data: z.array(item), nextCursor: z.string().nullable() });

/** A list that is short by nature: all of it at once, in the shape of the others. */
export const wholeListOf = <S extends z.ZodType>(item: S) =>
  z.object({ data: z.array(item), nextCursor: z.null() });

/** `true` and `false` as they stand in an address. */
export const flag = z.enum(['true', 'false']).transform((text) => text === 'true').meta({ type: 'boolean' });

export const nothing = z.undefined().meta({ type: 'null' });

export const text = (at: Instant): string => formatInstant(at);
export const textOrNull = (at: Instant | null): string | null =>
  at === null ? null : formatInstant(instant(at));
