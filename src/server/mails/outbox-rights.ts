import { loadLocations, networkOf } from '../locations/load-locations.ts';
import { Problem } from '../platform/http/problem.ts';
import type { Work } from '../platform/work/shell.ts';

/** Letters belong to no location, so they are read by whoever holds the permission at the network. */
export async function mustReadOutbox(work: Work): Promise<void> {
  const network = networkOf(await loadLocations(work));
  if (network === null) throw new Problem('notFound');
  work.caller.mustMay('system.read', network.id);
}
