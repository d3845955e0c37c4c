import { callerOf, system } from '../platform/http/caller.ts';
import type { Shell } from '../platform/work/shell.ts';
import { prepareFirstOwner } from '../staff/set-up.ts';
import type { Wishes } from '../start-wishes.ts';
import { fillDemo } from './fill-demo.ts';
import { markDemo } from './half-demo.ts';
import { hasHarbour, setUpHarbour } from './set-up-harbour.ts';
import { demoContact, demoMember, demoOwner, demoPassword } from './sign-ins.ts';

/**
 * `--set-up harbour` and `--demo`: fills a database that has no Harbour yet. A second start finds it
 * there.
 */
export async function prepareHarbour(
  shell: Shell,
  wishes: Wishes,
  say: (line: string) => void,
): Promise<readonly string[]> {
  if (!wishes.demo && wishes.setUp === null) return [];
  const caller = callerOf(system, null);
  const isThere = await shell.read(caller, hasHarbour);
  if (!isThere) {
    if (wishes.demo) {
      const owned = shell.settings.ownerEmail !== null;
      await markDemo(shell.connection.db);
      await fillDemo(shell, say, async () => { if (owned) await prepareFirstOwner(shell); });
    } else {
      say('Setting up the network "Harbour" …');
      await shell.write(caller, setUpHarbour);
    }
  }
  return wishes.demo ? signIns : [];
}

const signIns = [
  `\nTo look around, sign in with the password ${demoPassword}`,
  `  as the owner    ${demoOwner} at /admin`,
  `  as a member     ${demoMember} in the Portal`,
  `  as a contact    ${demoContact} in the Portal`,
];
