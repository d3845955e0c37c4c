import { afterAll, beforeAll, expect, test } from 'vitest';
import { newBrowser, newestLetter } from '../../../test/support/browser.ts';
import { made } from '../../../test/support/builders/builders.ts';
import { startWorld, type World } from '../../../test/support/world.ts';

let world: World;
let quay: Awaited<ReturnType<World['location']>>;
beforeAll(async () => {
  world = await startWorld({ now: '2026-12-01T09:00:00+01:00' });
  quay = await world.location({ name: 'Quay' });
});
afterAll(() => world.stop());

const codeOf = ({ status, body }: { status: number; body: any }) => [status, body.code];
const person = (fields = {}) => world.customer({ homeLocationId: quay.id, ...fields });
const password = 'quiet-harbour-evening';
let count = 0;
const address = () => {
  count += 1;
  return `guest${count}@team.example`;
};

async function scene(fields: Record<string, unknown> = {}) {
  const [boss, mira] = [await person(), await person()];
  const team = await world.team({
    name: 'Nova', locationId: quay.id, managers: [boss], members: [mira], ...fields,
  });
  const contract = await world.teamContract(await person({ kind: 'company' }), await world.plan(quay), team);
  return { boss, mira, team, contract, path: `/teams/${team.id}/invitations` };
}

const tokenFor = async (email: string) => (await newestLetter(world, email))?.secret as string;

async function accept(email: string, given: Record<string, unknown> = { password }) {
  const browser = newBrowser(world);
  const answer = await browser.ask('POST', '/invitations/accept', { token: await tokenFor(email), ...given });
  return { browser, answer };
}

test('TEM-3 the invited person gets an account, joins the team and takes a free seat', async () => {
  const { boss, team, contract, path } = await scene();
  const email = address();
  const sent = await world.as(boss.id)('POST', path, { email: ` ${email.toUpperCase()}`, name: 'Gil Guest' });
  expect([sent.status, sent.body]).toMatchObject([201, {
    email, name: 'Gil Guest', role: 'member', expiresAt: '2026-12-08T08:00:00Z', isOver: false,
  }]);
  const token = await tokenFor(email);
  const opened = await newBrowser(world).ask('POST', '/invitations/open', { token });
  expect(opened.body).toMatchObject({ email, team: 'Nova', role: null, needsPassword: true });
  const { browser, answer } = await accept(email);
  expect(answer.status).toBe(200);
  const me = (await browser.ask('GET', '/me')).body.customer;
  expect(me.teams).toEqual([{ id: team.id, name: 'Nova', role: 'member' }]);
  expect((await world.api('GET', `/customers/${me.id}/state`)).body).toMatchObject({ standing: 'member' });
  expect((await world.api('GET', `/contracts/${contract.id}/seats`)).body.taken).toBe(1);
  expect((await world.api('GET', path)).body.data).toEqual([]);
  expect(codeOf(await newBrowser(world).ask('POST', '/invitations/accept', { token, password })))
    .toEqual([422, 'invitationNotGood']);
});

test('TEM-3 where no seat is free the person joins without one, and is a contact', async () => {
  const { team, path } = await scene();
  const email = address();
  await made(world.api('POST', path, { email, role: 'manager' }));
  const { body } = await world.api('GET', `/teams/${team.id}/contracts`);
  await made(world.api('PATCH', `/contracts/${body.data[0].id}/seats`, { seats: 0 }));
  const { browser } = await accept(email);
  const me = (await browser.ask('GET', '/me')).body.customer;
  expect(me.teams).toMatchObject([{ role: 'manager' }]);
  expect((await world.api('GET', `/customers/${me.id}/state`)).body.standing).toBe('contact');
});

test('TEM-3 a customer we have joins as itself; a team gives nobody portal access back', async () => {
  const { boss, team, path } = await scene();
  const known = await person({ email: address() });
  await made(world.as(boss.id)('POST', path, { email: known.email }));
  expect((await accept(known.email)).answer.status).toBe(200);
  const barred = await person({ email: address(), portalAccess: false });
  await made(world.as(boss.id)('POST', path, { email: barred.email }));
  expect(codeOf((await accept(barred.email)).answer)).toEqual([403, 'signInRefused']);
  expect((await world.api('GET', `/customers/${barred.id}`)).body.portalAccess).toBe(false);
  const members = (await world.api('GET', `/teams/${team.id}/members`)).body.data;
  expect(members.map(({ customerId }: any) => customerId)).toContain(known.id);
  const again = await world.as(boss.id)('POST', path, { email: known.email });
  expect(codeOf(again)).toEqual([409, 'alreadyInTeam']);
});

test('TEM-3 invitations expire, are withdrawn, and give way to newer ones', async () => {
  const { boss, path } = await scene();
  const as = world.as(boss.id);
  const [late, gone, twice] = [address(), address(), address()];
  const open = async (token: string) =>
    (await newBrowser(world).ask('POST', '/invitations/open', { token })).status;
  const withdrawn = await made(as('POST', path, { email: gone }));
  expect((await as('DELETE', `${path}/${withdrawn.id}`)).status).toBe(204);
  expect((await as('DELETE', `${path}/${withdrawn.id}`)).status).toBe(404);
  expect(await open(await tokenFor(gone))).toBe(422);
  await made(as('POST', path, { email: twice }));
  const older = await tokenFor(twice);
  await made(as('POST', path, { email: twice }));
  expect([await open(older), await open(await tokenFor(twice))]).toEqual([422, 200]);
  expect((await as('GET', path)).body.data).toHaveLength(1);
  await made(world.api('POST', path, { email: late }));
  await world.clockTo('2026-12-08T09:00:00+01:00');
  expect(await open(await tokenFor(late))).toBe(422);
  expect((await as('GET', path)).body.data.map(({ isOver }: any) => isOver)).toEqual([true, true]);
});

test('TEM-3 members invite where the team lets them, and make no managers', async () => {
  const { mira, path } = await scene({ membersMayInvite: true });
  const as = world.as(mira.id);
  expect((await as('POST', path, { email: address() })).status).toBe(201);
  expect((await as('POST', path, { email: address(), role: 'manager' })).status).toBe(403);
  const shut = await scene();
  expect((await world.as(shut.mira.id)('POST', shut.path, { email: address() })).status).toBe(403);
});

test('TEM-3 PER-2 managers invite up to the seats, everybody up to the size', async () => {
  const { boss, path } = await scene({ sizeMax: 5 });
  const as = world.as(boss.id);
  for (const index of [1, 2]) expect([index, (await as('POST', path, { email: address() })).status])
    .toEqual([index, 201]);
  expect(codeOf(await as('POST', path, { email: address() }))).toEqual([409, 'noFreeSeat']);
  expect((await world.api('POST', path, { email: address() })).status).toBe(201);
  expect(codeOf(await world.api('POST', path, { email: address() }))).toEqual([409, 'teamFull']);
});

test('TEM-3 whoever is no longer in the team, or no longer runs it, has invited nobody', async () => {
  const { boss, mira, team, path } = await scene({ membersMayInvite: true });
  const [first, second] = [address(), address()];
  await made(world.as(mira.id)('POST', path, { email: first }));
  await made(world.as(boss.id)('POST', path, { email: second, role: 'manager' }));
  await world.api('DELETE', `/teams/${team.id}/members/${mira.id}`);
  await world.api('PATCH', `/teams/${team.id}/members/${boss.id}`, { role: 'member' });
  for (const email of [first, second])
    expect(codeOf((await accept(email)).answer)).toEqual([422, 'invitationNotGood']);
});

test('TEM-3 two who accept for the last place at once: one joins', async () => {
  const { team, path } = await scene({ sizeMax: 4 });
  const [one, two] = [address(), address()];
  await made(world.api('POST', path, { email: one }));
  await made(world.api('POST', path, { email: two }));
  await made(world.api('PATCH', `/teams/${team.id}`, { sizeMax: 3 }));
  const answers = await Promise.all([accept(one), accept(two)]);
  expect(answers.map(({ answer }) => answer.status).sort()).toEqual([200, 409]);
});
