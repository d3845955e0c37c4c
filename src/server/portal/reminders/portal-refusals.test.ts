import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Built } from '../../../../test/support/builders/resources.ts';
import { startWorld, type World } from '../../../../test/support/world.ts';
import { callerOf, nobody } from '../../platform/http/caller.ts';
import { routes } from '../../words.ts';
import { visitingOf } from '../visiting.ts';
import { refuseSection } from './closed-section.ts';
import { judgeWish, remindOf, takeReminderBack } from './own-reminders.ts';

let world: World;
let quay: Built;
let sam: Built;
beforeAll(async () => {
  world = await startWorld({ now: '2026-11-22T09:00:00+01:00' });
  quay = await world.location({ name: 'Harbour Quay', timeZone: 'Europe/Berlin' });
  sam = await world.customer({ homeLocationId: quay.id, portalAccess: true });
  const plan = await world.plan(quay as never, { name: 'Hot Desk 10' });
  await world.contract(sam as never, plan, { startDay: '2026-12-01' });
}, 90_000);
afterAll(() => world.stop());

const visiting = () => visitingOf({
  shell: world.shell, request: { params: { language: 'en' } } as never,
  caller: callerOf({ ...nobody, kind: 'customer', customerId: sam.id as never }, null),
}, routes);
const directory = () => ({ action: 'viewSection', target: 'directory', locationId: quay.id }) as const;

test('R18 a section that is closed to somebody who is signed in is a refusal, and is kept', async () => {
  const decision = await refuseSection(visiting(), 'directory', quay.id as never);
  expect(decision).toMatchObject({ allowed: false, nextChange: '2026-11-30T23:00:00Z' });
  await refuseSection(visiting(), 'directory', quay.id as never);
  await refuseSection(visiting(), 'home', quay.id as never);
  const kept = await world.api('GET', `/access/refusals?customerId=${sam.id}`);
  const data: Built[] = kept.body['data'];
  expect(data).toMatchObject([{ action: 'viewSection', target: 'directory', via: 'portal', times: 2 }]);
  const replayed = await world.api('POST', `/access/refusals/${data[0]!.id}/replay`);
  expect(replayed.body).toMatchObject({ same: true });
});

test('WHY-3 in the Portal one reads what is in the way, asks to be told and takes it back', async () => {
  const decision = await judgeWish(visiting(), directory());
  expect(decision).toMatchObject({ allowed: false, nextChange: '2026-11-30T23:00:00Z' });
  const asked = await remindOf(visiting(), directory());
  expect(asked).toMatchObject({ ok: true, value: { dueAt: Date.parse('2026-11-30T23:00:00Z') } });
  const id = asked.ok ? asked.value.id : '';
  expect(await takeReminderBack(visiting(), id)).toMatchObject({ ok: true });
  expect(await takeReminderBack(visiting(), 'rmd_x')).toMatchObject({ ok: false, problem: { status: 404 } });
});
