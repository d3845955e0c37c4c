import type { Built } from './builders/resources.ts';
import { type Answered, startWorld, type World } from './world.ts';

/** A day before the bookings of these tests: one location, one contact, rooms as they are needed. */
export interface BookingWorld {
  readonly world: World;
  readonly quay: Built;
  readonly mira: Built;
  /** A room at the quay. */
  readonly room: (fields?: Record<string, unknown>) => Promise<Built>;
  /** Asks for Mira and from ten to eleven on 2 December, unless said otherwise. */
  readonly book: (resource: Built, fields?: Record<string, unknown>) => Promise<Answered<Built>>;
}

export const at = (time: string, day = '2026-12-02'): string => `${day}T${time}:00+01:00`;
export const from10 = { startAt: at('10:00'), endAt: at('11:00') };

export async function startBookingWorld(): Promise<BookingWorld> {
  const world = await startWorld({ now: '2026-12-01T09:00:00+01:00' });
  await world.api('POST', '/legal-entities', { name: 'Harbour GmbH', invoicePrefix: 'HQ' });
  const quay = await world.location({ name: 'Harbour Quay' });
  const mira = await world.customer({ name: 'Mira Kovač', homeLocationId: quay.id, portalAccess: true });
  return {
    world, quay, mira,
    room: (fields = {}) => world.resource({ locationId: quay.id, ...fields }),
    book: (resource, fields = {}) =>
      world.api<Built>('POST', '/bookings', {
        resourceId: resource.id, customerId: mira.id, ...from10, ...fields,
      }),
  };
}
