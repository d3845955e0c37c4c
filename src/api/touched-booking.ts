import { z } from 'zod';
import { layerNames } from '../domain/access/decision.ts';
import { decisionSchema } from './decision.ts';
import { answeredId, answeredInstant, idOf } from './schema.ts';

const money = z.object({ amount: z.int(), currency: z.string() });

/** BKA-5: a booking already made that a change would refuse or make dearer. It stands unless cancelled. */
export const touchedBookingSchema = z.object({
  id: answeredId('bok'),
  resourceId: answeredId('res'),
  resourceName: z.string(),
  locationId: answeredId('loc'),
  customerId: answeredId('cus').nullable().meta({
    description: 'The holder of the contract, or whoever has a seat on it; else the customer itself',
  }),
  customerName: z.string().nullable(),
  startAt: answeredInstant,
  endAt: answeredInstant,
  outcome: z.enum(['refused', 'dearer']),
  layer: z.enum(layerNames).nullable().meta({
    description: 'The first layer that would refuse it because of the change; null where it only costs more',
  }),
  decision: decisionSchema.meta({ description: 'As it would be decided after the change' }),
  priceBefore: money.nullable(),
  price: money.nullable().meta({ description: 'What it would cost after the change' }),
  difference: money.nullable(),
});
export type AnsweredTouched = z.input<typeof touchedBookingSchema>;

/** What becomes of bookings already made that a change touches. */
export const bookingsWish = z.union([z.enum(['keep', 'cancel']), z.array(idOf('bok')).max(500)])
  .default('keep').meta({
    description: 'keep: they stand. cancel: those listed by the preview are cancelled without a fee; '
      + 'a list: of those, the ones that are named (BKA-5)',
  });
export type BookingsWish = z.output<typeof bookingsWish>;

/** The preview of a change that touches nothing besides bookings. */
export const touchesSchema = z.object({
  preview: z.literal(true),
  bookings: z.array(touchedBookingSchema),
});
