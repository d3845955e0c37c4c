import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { answeredId, idOf } from './schema.ts';

const money = z.object({ amount: z.int(), currency: z.string() });

/** What a place looks like now, counted rather than listed. */
export const getNow = endpoint({
  method: 'GET',
  path: '/reports/now',
  permission: 'locations.read',
  summary: 'Who is inside, what is owed, which contracts end soon: at a location and below, or everywhere',
  query: z.object({
    locationId: idOf('loc').optional(),
    withinDays: z.coerce
      .number()
      .int()
      .min(1)
      .max(366)
      .default(30)
      .meta({ description: 'How far ahead a contract counts as ending' }),
  }),
  answer: z.object({
    occupancy: z
      .object({
        inside: z.int(),
        arrivedToday: z.int().meta({ description: 'People who came in today, each once' }),
        places: z.array(
          z.object({
            locationId: answeredId('loc'),
            inside: z.int(),
            capacity: z.int().nullable(),
          }),
        ),
      })
      .nullable()
      .meta({ description: 'Null without the right to see check-ins (CHK-6)' }),
    invoices: z
      .object({ open: z.int(), overdue: z.int(), outstanding: z.array(money) })
      .nullable()
      .meta({ description: 'Null without the right to see bills' }),
    contracts: z
      .object({ ending: z.int(), frozen: z.int() })
      .nullable()
      .meta({ description: 'Null without the right to see contracts' }),
  }),
  problems: ['notFound'],
});
