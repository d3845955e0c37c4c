import { callerOf, system } from '../platform/http/caller.ts';
import type { Shell } from '../platform/work/shell.ts';
import { prepareFirstOwner } from '../staff/set-up.ts';
import type { Wishes } from '../start-wishes.ts';
import { hasHarbour, setUpHarbour } from './set-up-harbour.ts';

/** `--set-up harbour` and `--demo`: fills a database that has no Harbour yet. A second start finds it there. */
export async function prepareHarbour(
  shell: Shell, wishes: Wishes, say: (line: string) => void,
): Promise<readonly string[]> {
  if (!wishes.demo && wishes.setUp === null) return [];
  const caller = callerOf(system, null);
  const isThere = await shell.read(caller, hasHarbour);
  if (isThere) return [];
  if (shell.settings.ownerEmail !== null) await prepareFirstOwner(shell);
  say('Setting up the network "Harbour" …');
  await shell.write(caller, setUpHarbour);
  return [];
}
