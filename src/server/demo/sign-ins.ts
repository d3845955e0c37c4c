import type { RoleName } from '../../domain/staff/role.ts';
import { hashPassword } from '../accounts/guard/password.ts';
import type { Work } from '../platform/work/shell.ts';
import { becomeColleague } from '../staff/become-colleague.ts';
import { openAccount } from './demo-store.ts';
import type { Harbour } from './set-up-harbour.ts';

/** One password for everybody in the demo; it is printed at the start, and meant for trying out alone. */
export const demoPassword = 'calm-harbour-morning';

export const demoOwner = 'owner@harbour.example';
export const demoMember = 'mira@nova.example';
export const demoContact = 'sam@tan.example';

const colleagues: readonly (readonly [name: string, email: string, role: RoleName, place: string | null])[] =
  [
    ['Robin Vale', demoOwner, 'owner', null],
    ['Jo Brandt', 'jo@harbour.example', 'locationManager', 'Harbour Quay'],
    ['Ines Duarte', 'ines@harbour.example', 'frontDesk', 'Harbour Loft'],
    ['Theo Marsh', 'theo@harbour.example', 'billing', null],
  ];

/** Accounts with which the demo can be walked through: staff, a member, a contact. */
export async function openDemoAccounts(
  work: Work,
  harbour: Harbour,
  customers: readonly string[],
): Promise<void> {
  const hash = await hashPassword(demoPassword);
  for (const [name, email, role, place] of colleagues) {
    const account = await openAccount(work.tx, accountOf(work, name, email, hash));
    const locationId =
      place === null ? harbour.networkId : (harbour.places.get(place)?.id ?? harbour.networkId);
    await becomeColleague(work, { account, role, locationId, by: null });
  }
  for (const email of customers) {
    await openAccount(work.tx, accountOf(work, email, email, hash));
  }
}

const accountOf = (work: Work, name: string, email: string, hash: string) => ({
  id: work.newId('acc'),
  credentialId: work.newId('crd'),
  name,
  email,
  hash,
  now: work.now,
});
