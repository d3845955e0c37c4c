import * as api from '../../api/bookings.ts';
import { getResource, listResources } from '../../api/resources.ts';
import { text } from '../../api/schema.ts';
import type { Span } from '../../domain/kernel/interval.ts';
import { money } from '../../domain/kernel/money.ts';
import type { Currency } from '../../domain/kernel/money.ts';
import { Problem } from '../platform/http/problem.ts';
import { staffVia } from './staff-via.ts';
import { serve } from '../platform/http/serve.ts';
import { type Availability, listAvailability, listShownIn } from './list-availability.ts';
import { getShown, listShown } from './show-resources.ts';

export const availabilityRoutes = [
  serve(listResources, ({ query, caller, shell }) => shell.read(caller, (work) => listShown(work, query))),
  serve(getResource, ({ params, caller, shell }) => shell.read(caller, (work) =>
    getShown(work, params.resourceId))),
  serve(api.listAvailability, ({ query, caller, shell }) => shell.read(caller, async (work) => {
    const isStaff = caller.may('resources.read', query.locationId);
    const customerId = query.customerId ?? (isStaff ? undefined : caller.customerId ?? undefined);
    const isTheirs = customerId !== undefined
      && (customerId === caller.customerId || caller.leads(customerId, work.now));
    if (!isStaff && !isTheirs)
      throw new Problem('notFound');
    const via = isStaff ? query.via ?? staffVia(caller) : 'portal';
    const list = via === 'portal'
      ? await listShownIn(work, { ...query, customerId })
      : await listAvailability(work, { ...query, customerId }, via);
    return { data: list.map((one) => presentAvailability(one, query.explain === true)) };
  })),
];

const span = ({ start, end }: Span) => ({ startAt: text(start), endAt: text(end) });

function presentAvailability(of: Availability, explain: boolean) {
  const { resource, pricePerHour } = of;
  return {
    resourceId: resource.id, locationId: resource.locationId, name: resource.name, typeId: resource.typeId,
    capacity: resource.capacity,
    units: resource.units, minutes: of.minutes, starts: of.bookable.map(({ start }) => text(start)),
    periods: of.periods.map(span),
    pricePerHour: pricePerHour === null ? null : money(pricePerHour.yours, pricePerHour.currency as Currency),
    ...(explain && {
      open: of.open.map(span),
      refused: of.refused.map(({ why, ...period }) => ({ ...span(period), ...why })),
    }),
  };
}
