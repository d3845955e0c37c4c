import * as api from '../../api/legal-entities.ts';
import { text } from '../../api/schema.ts';
import type { Caller } from '../platform/http/caller.ts';
import { refusal } from '../platform/http/caller.ts';
import { serve } from '../platform/http/serve.ts';
import { type LegalEntity, listLegalEntities } from './legal-entity-store.ts';
import { changeLegalEntity, createLegalEntity } from './save-legal-entity.ts';

export const legalEntityRoutes = [
  serve(api.createLegalEntity, ({ body, caller, shell }) => shell.write(caller, async (work) => {
    mustBeForAll(caller);
    return shown(await createLegalEntity(work, body));
  })),
  serve(api.listLegalEntities, ({ caller, shell }) => shell.read(caller, async ({ tx }) =>
    ({ data: (await listLegalEntities(tx)).map(shown), nextCursor: null }))),
  serve(api.changeLegalEntity, ({ params, body, caller, shell }) => shell.write(caller, async (work) => {
    mustBeForAll(caller);
    return shown(await changeLegalEntity(work, params.legalEntityId, body));
  })),
];

/** Legal entities belong to no location, so they need the right over the whole network. */
function mustBeForAll(caller: Caller): void {
  if (caller.locationsWith('settings.write') !== 'all') throw refusal(caller, 'settings.write');
}

const shown = ({ createdAt, ...entity }: LegalEntity) => ({ ...entity, createdAt: text(createdAt) });
