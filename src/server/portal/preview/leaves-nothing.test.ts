import type { FastifyRequest } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { everyRow } from '../../../../test/support/every-row.ts';
import type { Built } from '../../../../test/support/builders/resources.ts';
import { startWorld, type World } from '../../../../test/support/world.ts';
import type { PortalPlace, Visit } from '../../../apps/portal/readers.ts';
import { personas } from '../../../domain/access/what-if/persona.ts';
import { day } from '../../../domain/kernel/day.ts';
import { routes } from '../../words.ts';
import { portalPreviews } from './show-preview.ts';

/** Whatever is looked at and whatever is tried in a preview, the database is as it was. */
let world: World;
let quay: Built;
let mira: Built;

beforeAll(async () => {
  world = await startWorld({ now: '2026-12-01T09:00:00+01:00' });
  const network = await world.network();
  quay = await world.location({ name: 'Harbour Quay', parentId: network.id, timeZone: 'Europe/Berlin' });
  await world.location({ name: 'Old Mill', parentId: network.id, timeZone: 'Europe/Berlin' });
  const plan = await world.plan(quay as never, { name: 'Hot Desk 10', freeze: { byCustomers: true } });
  await world.resource({ locationId: quay.id, name: 'Atlas' });
  mira = await world.customer({ name: 'Mira Novak', homeLocationId: quay.id, portalAccess: true });
  await world.contract(mira as never, plan as never, { startDay: '2026-11-01', locationId: quay.id });
}, 120_000);
afterAll(() => world.stop());

const request = { params: { language: 'en' }, headers: {}, ip: '127.0.0.1' } as unknown as FastifyRequest;
const previews = () => portalPreviews({ shell: world.shell, routes, identify: async () => world.caller });

interface Shown {
  readonly visit: Visit;
  readonly place: PortalPlace;
}

/** Everything a visit answers, and everything it can be asked to do. */
async function everythingOf({ visit, place }: Shown): Promise<string[]> {
  const form = { email: 'a@b.example', password: 'long enough 123', language: 'en', token: 'x', name: 'A' };
  const rooms = await visit.rooms({
    place, day: day('2026-12-02'), minutes: 60, people: null, resourceId: null,
  });
  const [contract] = await visit.contracts();
  const asked = { resourceId: rooms[0]!.id, start: rooms[0]!.starts[0] ?? visit.now, end: visit.now };
  await Promise.all([
    visit.sections(place.id), visit.plans(place), visit.quote(asked as never), visit.bookings(),
    visit.wallet(), visit.invoices(), visit.presence(place), visit.profile(),
    visit.refuse('directory', place), visit.teams(), visit.bookableFor(),
    visit.customer && visit.judge({ action: 'viewSection', target: 'directory', locationId: place.id }),
  ]);
  if (contract !== undefined) {
    for (const verb of ['freeze', 'cancel', 'resume'] as const) {
      await visit.contractEffects({
        verb, contractId: contract.id, fromDay: day('2026-12-05'), untilDay: null, lastDay: null,
      } as never);
    }
  }
  const deeds = [
    visit.book(asked as never), visit.cancel('bok_x'), visit.checkIn(place), visit.checkOut('chk_x'),
    visit.changeContract({ verb: 'keep', contractId: contract?.id ?? '' } as never),
    visit.remind({ action: 'viewSection', target: 'directory', locationId: place.id }),
    visit.changeTeam({} as never), visit.takeBackReminder('rmd_x'), visit.saveProfile({} as never),
    visit.signIn(form), visit.sendLink(form),
    visit.useLink('x'), visit.forgotPassword(form), visit.resetPassword(form),
    visit.openAccount({ ...form, locationId: place.id }), visit.acceptInvitation(form),
    visit.changeEmail(form), visit.confirmEmail('x'), visit.changeBooking({} as never),
  ];
  const answers = await Promise.all(deeds);
  await expect(visit.signOut()).rejects.toMatchObject({ code: 'previewIsReadOnly' });
  return answers.map((answer) => (answer.ok ? 'done' : answer.problem.code));
}

test('PER-4 looking at everything and trying to do everything leaves not a row behind', async () => {
  for (const as of [...personas, mira.id]) {
    const opened = await world.api('POST', `/locations/${quay.id}/portal-access/previews`, { as });
    const before = await everyRow(world);
    const codes = await previews().show(request, opened.body['id'], async (visit, shown) => {
      const place = (await visit.places()).find(({ id }) => id === shown.placeId)!;
      return everythingOf({ visit, place });
    });
    expect(new Set(codes)).toEqual(new Set(['previewIsReadOnly']));
    expect(await everyRow(world)).toEqual(before);
  }
}, 240_000);
