import * as api from '../../../api/permissions.ts';
import { chooseLanguage, languages, phrasesFor } from '../../../api/texts/phrase.ts';
import type { Id } from '../../../domain/kernel/id.ts';
import { type Permission, permissions } from '../../../domain/staff/permission.ts';
import { loadLocations, locationOf } from '../../locations/load-locations.ts';
import type { Caller } from '../../platform/http/caller.ts';
import { Problem } from '../../platform/http/problem.ts';
import { serve } from '../../platform/http/serve.ts';
import type { Work } from '../../platform/work/shell.ts';
import { whoCanGive } from './who-can-give.ts';

export const permissionRoutes = [
  serve(api.listPermissions, async ({ caller }) => {
    mustWorkHere(caller);
    return { data: permissions.map((one) => inWords(one, caller.language)), nextCursor: null };
  }),
  serve(api.getPermission, ({ params, query, caller, shell }) => shell.read(caller, async (work) => {
    mustWorkHere(caller);
    const { permission } = params;
    const locationId = query.locationId ?? null;
    await mustWorkAt(work, locationId);
    const givers = await whoCanGive(work, { permission, locationId });
    return {
      ...inWords(permission, caller.language), isHeld: caller.may(permission, locationId),
      givenBy: givers.map(({ id, name }) => ({ role: id, name })),
    };
  })),
];

/** Customers know of no permissions. */
function mustWorkHere({ kind }: Caller): void {
  if (kind === 'customer') throw new Problem('notPermitted');
}

/** Who works where is told about places where one works oneself. */
async function mustWorkAt(work: Work, locationId: Id<'loc'> | null): Promise<void> {
  if (locationId === null) return;
  locationOf(await loadLocations(work), locationId);
  if (!permissions.some((one) => work.caller.may(one, locationId))) throw new Problem('notFound');
}

function inWords(permission: Permission, language: string | null) {
  const phrase = phrasesFor(chooseLanguage(language === null ? [] : [language], languages));
  const [word = ''] = permission.split('.');
  return {
    id: permission, word, group: phrase(`permissions.words.${word}`),
    name: phrase(`permissions.names.${permission}.name`),
    description: phrase(`permissions.names.${permission}.text`),
  };
}
