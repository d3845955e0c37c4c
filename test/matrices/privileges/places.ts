import { made } from '../../support/builders/builders.ts';
import { newestLetter } from '../../support/browser.ts';
import type { World } from '../../support/world.ts';

/** One of everything at a place, by the name that paths and bodies give its id. */
export interface Things {
  readonly place: string;
  readonly ids: Readonly<Record<string, string>>;
  /** Stands in every name and text that others must not read, and in nothing else. */
  readonly mark: string;
}

interface Where {
  readonly id: string;
  readonly mark: string;
  /** Who else is in the team there. */
  readonly mates?: Readonly<Record<'manager' | 'member', { readonly id: string }>>;
}

const euros = (amount: number) => ({ amount, currency: 'EUR' });
let day = 1;

/** A customer with a contract, freeze, booking, stay, pass, charge, invoice, payment, and their needs. */
export async function thingsAt(world: World, { id: locationId, mark, mates }: Where): Promise<Things> {
  const at = { id: locationId };
  const fresh = unique(mark);
  const customer = await world.customer({
    name: `${mark} ${fresh()}`, email: `${fresh()}@${mark}.test`, homeLocationId: locationId,
  });
  const use = await useOf(world, customer, at);
  const money = await moneyOf(world, customer, { at, mark });
  const suspension = await world.suspension(customer, { cause: 'manual', note: mark });
  await made(world.api('POST', `/customers/${customer.id}/suspensions/${suspension.id}/lift`, {}));
  const note = await made(world.api('POST', `/customers/${customer.id}/notes`, { text: mark }));
  return {
    place: locationId,
    mark,
    ids: {
      customerId: customer.id,
      locationId,
      ...money,
      ...use,
      suspensionId: suspension.id,
      noteId: note.id,
      refusalId: await refusalAt(world, at, mark),
      ...(await teamOf(world, customer, { at, mark, fresh, mates })),
      ...(await officeOf(world, { at, mark, fresh })),
    },
  };
}

/** A contact without a pass was not let in. */
async function refusalAt(world: World, at: Place, mark: string): Promise<string> {
  const guest = await world.customer({ name: mark, homeLocationId: at.id });
  await world.api('POST', '/check-ins', { customerId: guest.id, locationId: at.id, source: 'desk' });
  const { data } = await made(world.api('GET', `/access/refusals?customerId=${guest.id}`));
  return data[0].id;
}

async function moneyOf(world: World, customer: { id: string }, { at, mark }: { at: Place; mark: string }) {
  const charge = await world.charge(customer, at, { text: mark });
  const billed = await world.charge(customer, at, { text: mark });
  const invoice = await made(world.api('POST', `/charges/${billed.id}/invoice`));
  const payment = await made(world.api('POST', '/payments',
    { invoiceId: invoice.invoiceId, amount: euros(100), method: 'cash' }));
  const run = await world.run(at, '2026-12-31');
  return {
    draftId: run.drafts[0].id, chargeId: charge.id, invoiceId: invoice.invoiceId,
    paymentId: payment.id, runId: run.id,
  };
}

async function useOf(world: World, customer: { id: string }, at: Place) {
  const plan = await world.plan(at, { freeze: { allowed: true } });
  const contract = await world.contract(customer, plan);
  const freeze = await world.freeze(contract, { fromDay: '2027-06-01', untilDay: '2027-07-01' });
  const type = await world.resourceType({ locationId: at.id });
  const resource = await world.resource({ locationId: at.id, typeId: type.id });
  const rate = await world.rate({ typeId: type.id, locationId: at.id });
  day += 1;
  const date = `2026-12-${String(day).padStart(2, '0')}`;
  const booking = await world.booking({
    resourceId: resource.id, customerId: customer.id, startAt: `${date}T10:00:00Z`,
    endAt: `${date}T11:00:00Z`,
  });
  const pass = await world.pass({ locationId: at.id });
  const gift = await world.gift(customer, pass, { quantity: 5 });
  const grantId = gift.id ?? gift.data?.[0]?.id ?? gift.grants?.[0]?.id;
  const { checkIn } = await made(world.api('POST', '/check-ins',
    { customerId: customer.id, locationId: at.id, source: 'desk' }));
  return {
    planId: plan.id, contractId: contract.id, freezeId: freeze.id, typeId: type.id, resourceId: resource.id,
    rateId: rate.id, bookingId: booking.id, passId: pass.id, grantId, checkInId: checkIn.id,
  };
}

/** A team with a contract, a seat on it, and an invitation that waits. */
async function teamOf(world: World, customer: { id: string }, { at, mark, fresh, mates }: Office) {
  const team = await world.team({
    name: mark, locationId: at.id, members: [customer, ...mates === undefined ? [] : [mates.member]],
    managers: mates === undefined ? [] : [mates.manager],
  });
  const plan = await world.plan(at);
  const contract = await world.teamContract(customer, plan, team, { seats: 5 });
  const seat = await world.seat(contract, customer);
  const joining = await made(world.api('POST', `/teams/${team.id}/invitations`,
    { email: `${fresh()}@${mark}.test`, name: mark }));
  return { teamId: team.id, teamContractId: contract.id, seatId: seat.id, joiningId: joining.id };
}

interface Office {
  readonly mates?: Where['mates'];
  readonly at: Place;
  readonly mark: string;
  readonly fresh: () => string;
}
type Place = { readonly id: string };

async function officeOf(world: World, { at, mark, fresh }: Office) {
  const colleague = await colleagueAt(world, { role: 'contentEditor', locationId: at.id }, mark);
  const key = await made(world.api('POST', '/api-keys',
    { name: `${mark} key`, role: 'readOnly', locationId: at.id }));
  const role = await made(
    world.api('POST', '/roles', { name: unique('Role ')(), permissions: ['crm.read'] }),
  );
  const invited = { email: `${fresh()}@${mark}.test`, name: mark, role: 'contentEditor', locationId: at.id };
  const invitation = await made(world.api('POST', '/staff/invitations', invited));
  const closure = await made(world.api('POST', `/locations/${at.id}/closures`, { startDay: '2027-12-24' }));
  const file = `Full Name,Email\n${mark} Guest,${fresh()}@${mark}.test\n`;
  const { body } = await world.upload(file, { locationId: at.id });
  return {
    adminId: colleague.adminId, roleId: colleague.roleId, keyId: key.id, invitationId: invitation.id,
    closureId: closure.id, importId: body.id, roleKey: role.id,
  };
}

export interface Colleague {
  readonly adminId: string;
  readonly roleId: string;
  readonly cookie: string;
}

let people = 0;

/** Invited, and has accepted: with the cookie of that browser. */
export async function colleagueAt(
  world: World, held: { role: string; locationId: string }, name: string,
): Promise<Colleague> {
  people += 1;
  const email = `colleague${people}@${name.toLowerCase().replace(/\W/g, '')}.test`;
  await made(world.api('POST', '/staff/invitations', { email, name, ...held }));
  const cookie = await accept(world, email);
  const me = await made(asked(world, cookie, '/me'));
  const { data } = await made(world.api('GET', '/staff?limit=200'));
  const row = data.find(({ id }: { id: string }) => id === me.admin.id);
  return { adminId: me.admin.id, roleId: row.roles[0].id, cookie };
}

/** A customer's own browser, by the letter that invites to the Portal. */
export async function browserOf(world: World, customer: { id: string; email: string }): Promise<string> {
  await made(world.api('POST', `/customers/${customer.id}/invite`));
  return accept(world, customer.email);
}

async function accept(world: World, email: string): Promise<string> {
  const token = (await newestLetter(world, email))?.secret;
  const response = await fetch(`${world.address}/api/v1/invitations/accept`, {
    method: 'POST', headers: { 'content-type': 'application/json', origin: world.address },
    body: JSON.stringify({ token, password: 'quite a long one' }),
  });
  if (response.status !== 200) throw new Error(await response.text());
  return response.headers.getSetCookie().map((one) => one.split(';')[0]).join('; ');
}

async function asked(world: World, cookie: string, path: string) {
  const response = await fetch(`${world.address}/api/v1${path}`, { headers: { cookie } });
  const body = (await response.json()) as Record<string, any>;
  return { status: response.status, body, headers: response.headers };
}

/** A word that has not been used yet, so that nothing is refused for being there twice. */
function unique(stem: string): () => string {
  return () => {
    people += 1;
    return `${stem}${people}`;
  };
}
