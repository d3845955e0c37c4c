import { sql } from 'kysely';
import type { AnswerOf } from '../../api/endpoint.ts';
import type { getMe } from '../../api/me.ts';
import { phrasesFor } from '../../api/texts/phrase.ts';
import type { Id } from '../../domain/kernel/id.ts';
import { permissions } from '../../domain/staff/permission.ts';
import { isRoleName } from '../../domain/staff/role.ts';
import { loadLocations } from '../locations/load-locations.ts';
import { Problem } from '../platform/http/problem.ts';
import type { Work } from '../platform/work/shell.ts';
import { findAccount, findPassword } from './kept/account-store.ts';
import { findAccountFacts } from './kept/identity-store.ts';

/** Who is asking, and what they may where: what screens need to show only what leads somewhere. */
export async function describeCaller(work: Work): Promise<AnswerOf<typeof getMe>> {
  const { caller } = work;
  if (caller.kind === 'nobody') throw new Problem('notSignedIn');
  const { rows } = await loadLocations(work);
  const locations = rows
    .map(({ id, name, slug }) => ({
      id,
      name,
      slug,
      permissions: permissions.filter((one) => caller.may(one, id)),
    }))
    .filter((location) => location.permissions.length > 0);
  const nameOf = new Map(rows.map(({ id, name }) => [id, name]));
  return {
    kind: caller.kind, ...await accountParts(work, nameOf), key: await keyPart(work),
    permissions: permissions.filter((one) => caller.may(one, null)), locations,
  };
}

type Parts = Pick<AnswerOf<typeof getMe>, 'account' | 'admin' | 'customer'>;

async function accountParts(work: Work, nameOf: ReadonlyMap<Id<'loc'>, string>): Promise<Parts> {
  const { caller, tx, now } = work;
  const customer = await customerPart(work);
  if (caller.accountId === null) return { account: null, admin: null, customer };
  const account = await findAccount(tx, caller.accountId);
  const facts = await findAccountFacts(tx, caller.accountId, now);
  if (account === null || facts === null) return { account: null, admin: null, customer };
  const hasPassword = await findPassword(tx, account.id) !== null;
  const phrase = phrasesFor(account.language ?? 'en');
  const roles = facts.roles.map(({ role, name, locationId }) => ({
    role, roleName: isRoleName(role) ? phrase(`admin-staff.roles.${role}`) : name ?? role,
    locationId, locationName: nameOf.get(locationId) ?? '',
  }));
  return {
    account: {
      id: account.id,
      name: account.name,
      email: account.email,
      language: account.language,
      hasPassword,
    },
    admin: caller.adminId === null ? null : { id: caller.adminId, roles },
    customer,
  };
}

async function customerPart({ caller, tx }: Work): Promise<Parts['customer']> {
  if (caller.customerId === null) return null;
  const { rows } = await sql<NonNullable<Parts['customer']>>`
    select u.id, u.name, u.home_location_id,
      coalesce((select jsonb_agg(jsonb_build_object('id', t.id, 'name', t.name, 'role', r.role)
        order by t.sorted_name, t.id)
        from team_members m join teams t on t.id = m.team_id
          join team_roles r on r.member_id = m.id and r.ended_at is null
        where m.customer_id = u.id and m.ended_at is null), '[]') as teams
    from customers u where u.id = ${caller.customerId}`.execute(tx);
  return rows[0] ?? null;
}

async function keyPart({ caller, tx }: Work) {
  if (caller.keyId === null) return null;
  const row = await tx
    .selectFrom('apiKeys')
    .select(['name'])
    .where('id', '=', caller.keyId)
    .executeTakeFirst();
  return { id: caller.keyId, name: row?.name ?? '' };
}
