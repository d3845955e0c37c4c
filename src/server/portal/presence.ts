import type { Answer, Done, PortalPlace, Presence } from '../../apps/portal/readers.ts';
import { askDecision } from '../../api/access.ts';
import { checkIn, checkOut, listCheckIns } from '../../api/check-ins.ts';
import { type Id, isId } from '../../domain/kernel/id.ts';
import { parseInstant } from '../../domain/kernel/instant.ts';
import { Problem } from '../platform/http/problem.ts';
import { answered, type Visiting } from './visiting.ts';

/** Where the visitor is, and whether the engine would let them in here now. */
export async function loadPresence(visiting: Visiting, place: PortalPlace): Promise<Presence> {
  const { customerId, ask, now } = visiting;
  if (customerId === null) return { inside: null, mayCheckIn: false };
  const locationId = place.id as Id<'loc'>;
  const [{ data }, decision] = await Promise.all([
    ask(listCheckIns, { query: { customerId, open: 'true', limit: 1 } }),
    ask(askDecision, { body: { customerId, action: 'checkIn', locationId, via: 'portal' } }),
  ]);
  const [stay] = data;
  const inside =
    stay === undefined
      ? null
      : { id: stay.id, since: parseInstant(stay.startedAt) ?? now, locationId: stay.locationId };
  return { inside, mayCheckIn: inside?.locationId !== place.id && decision.allowed };
}

export const checkInHere = (visiting: Visiting, place: PortalPlace): Promise<Answer<Done>> =>
  answered(visiting, async () => {
    const { customerId, ask } = visiting;
    if (customerId === null) throw new Problem('notSignedIn');
    await ask(checkIn, { body: { customerId, locationId: place.id as Id<'loc'>, source: 'portal' } });
    return {};
  });

export const checkOutOf = (visiting: Visiting, checkInId: string): Promise<Answer<Done>> =>
  answered(visiting, async () => {
    if (!isId('chk', checkInId)) throw new Problem('notFound');
    await visiting.ask(checkOut, { params: { checkInId }, body: {} });
    return {};
  });
