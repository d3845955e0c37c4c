import type { FastifyRequest } from 'fastify';
import type { HiddenPart, PortalPreviews, PreviewShown, Visit } from '../../../apps/portal/readers.ts';
import { phrasesFor } from '../../../api/texts/phrase.ts';
import { type Id, isId } from '../../../domain/kernel/id.ts';
import { loadLocations, locationOf } from '../../locations/load-locations.ts';
import { takenBack } from '../../platform/database/taken-back.ts';
import { type Caller, callerOf, type Identity, system } from '../../platform/http/caller.ts';
import { Problem } from '../../platform/http/problem.ts';
import type { Route } from '../../platform/http/serve.ts';
import type { Shell, Work } from '../../platform/work/shell.ts';
import { knowsTeam } from '../../teams/load-team.ts';
import { visitOf } from '../visit.ts';
import { visitingOf } from '../visiting.ts';
import { setStage, type Stage, standingAt } from './before-looking.ts';
import { hiddenFrom, lookingOnly, whereReadable, without } from './looking-only.ts';
import type { MadeUpNames } from './make-persona.ts';
import { endPreview, mustMayUse } from './open-preview.ts';
import type { PreviewRow } from './preview-store.ts';

interface Parts {
  readonly shell: Shell;
  readonly routes: readonly Route[];
  readonly identify: (request: FastifyRequest) => Promise<Identity>;
}

/** The portal as somebody else sees it (PER-4), for the admin who opened the preview and nobody else. */
export const portalPreviews = ({ shell, routes, identify }: Parts): PortalPreviews => {
  const asking = async (request: FastifyRequest, id: string): Promise<Asking> => {
    const caller = callerOf(await identify(request), request.ip);
    if (!isId('pvw', id)) throw new Problem('previewEnded');
    return { caller, request, row: await shell.read(caller, (work) => mustMayUse(work, id)) };
  };
  return {
    language: async (request, id) => (await asking(request, id)).caller.language,
    show: async (request, id, show) => {
      const { caller, row } = await asking(request, id);
      return takenBack(shell.connection, async (within) => {
        const then = standingAt(shell, within, row.looksAt ?? shell.clock.now());
        const stage = await setStage(then, row, { caller, names: namesIn(request) });
        await within.look();
        return show(...(await visitIn(then, stage, { asking: { caller, row, request }, routes })));
      });
    },
    end: async (request, id) => {
      const { caller, row } = await asking(request, id);
      await shell.write(caller, (work) => endPreview(work, row.id, row.locationId));
      return { adminHref: await shell.read(caller, (work) => adminHref(work, row)) };
    },
  };
};

interface Asking {
  readonly caller: Caller;
  readonly row: PreviewRow;
  readonly request: FastifyRequest;
}

function namesIn({ params }: FastifyRequest): MadeUpNames {
  const { language = 'en' } = params as { language?: string };
  const phrase = phrasesFor(language);
  return {
    person: phrase('portal-preview.madeUp.person'), colleague: phrase('portal-preview.madeUp.colleague'),
    company: phrase('portal-preview.madeUp.company'),
  };
}

interface Looking {
  readonly asking: Asking;
  readonly routes: readonly Route[];
}

async function visitIn(
  then: Shell, { seen, places, place }: Stage, { asking: { caller, row, request }, routes }: Looking,
): Promise<[Visit, PreviewShown]> {
  const visiting = visitingOf({ shell: then, request, caller: callerOf(seen.identity, null) }, routes);
  const looking = { ...visiting, places: async () => places };
  const { name, homeLocationId } = seen;
  const whole = lookingOnly(await visitOf(looking), looking);
  const isReal = name !== null && homeLocationId !== null && !seen.cannotSignIn;
  const hidden = isReal ? await hiddenOf(then, { seen, caller, homeLocationId }) : [];
  const visit = isReal ? without(whereReadable(whole, caller), hidden) : whole;
  return [visit, {
    under: `/preview/${row.id}`, placeId: place.id, as: row.persona, name, planName: seen.planName,
    at: row.looksAt, isDraft: row.levels === 'draft', cannotSignIn: seen.cannotSignIn, hidden,
    adminHref: await then.read(callerOf(system, null), (work) => adminHref(work, row)),
  }];
}

/** What the admin may not read of the customer: its teams neither where one of them is beyond its places. */
async function hiddenOf(
  then: Shell,
  { seen, caller, homeLocationId }: { seen: Stage['seen']; caller: Caller; homeLocationId: Id<'loc'> },
): Promise<readonly HiddenPart[]> {
  const hidden = hiddenFrom(caller, homeLocationId);
  const known = await then.read(caller, (work) =>
    Promise.all(seen.identity.teams.map(({ teamId }) => knowsTeam(work, teamId))));
  return known.every(Boolean) || hidden.includes('teams') ? hidden : [...hidden, 'teams'];
}

/** The page of the panel where it can be looked at beside another. */
async function adminHref(work: Work, { locationId }: PreviewRow): Promise<string> {
  const { slug } = locationOf(await loadLocations(work), locationId);
  return `/admin/${slug}/portal/preview`;
}
