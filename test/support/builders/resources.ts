import type { Ask } from '../world.ts';
import { made } from './builders.ts';

export interface Built {
  readonly id: string;
  readonly [field: string]: any;
}

export interface ResourceBuilders {
  resourceType(fields?: Record<string, unknown>): Promise<Built>;
  /** A room, of a type of its own unless one is named. */
  resource(fields: { locationId: string } & Record<string, unknown>): Promise<Built>;
  /** 30.00 EUR an hour unless said otherwise. */
  rate(fields: Record<string, unknown>): Promise<Built>;
  booking(
    fields: { resourceId: string; customerId: string; startAt: string; endAt: string } & Record<
      string,
      unknown
    >,
  ): Promise<Built>;
}

let count = 0;

export function resourceBuilders(api: Ask): ResourceBuilders {
  const resourceType = (fields: Record<string, unknown> = {}): Promise<Built> => {
    count += 1;
    return made(api('POST', '/resource-types', { name: `Rooms ${count}`, ...fields }));
  };
  return {
    resourceType,
    resource: async (fields) => {
      const typeId = fields.typeId ?? (await resourceType()).id;
      count += 1;
      return made(api('POST', '/resources', { name: `Atlas ${count}`, ...fields, typeId }));
    },
    rate: (fields) => made(api('POST', '/rates', { price: { amount: 3000, currency: 'EUR' }, ...fields })),
    booking: (fields) => made(api('POST', '/bookings', fields)),
  };
}
