import * as api from '../../api/portal-access.ts';
import { serve } from '../platform/http/serve.ts';
import { presentLevels } from './present-levels.ts';
import { previewLevels } from './preview-levels.ts';
import { discardDraft, draftLevels, publishDraft, publishLevels, revertLevels } from './publish-levels.ts';
import { rescheduleLevels, withdrawLevels } from './schedule-levels.ts';
import { readVisibility, setVisibility } from './visibility.ts';

export const portalAccessRoutes = [
  serve(api.getPortalAccess, ({ params, caller, shell }) => shell.read(caller, (work) =>
    presentLevels(work, params.locationId))),
  serve(api.putPortalAccess, ({ params, body, caller, shell }) => shell.write(caller, async (work) => {
    await publishLevels(work, params.locationId, body.sections);
    return presentLevels(work, params.locationId);
  })),
  serve(api.putPortalAccessDraft, ({ params, body, caller, shell }) => shell.write(caller, async (work) => {
    await draftLevels(work, params.locationId, body.sections);
    return presentLevels(work, params.locationId);
  })),
  serve(api.discardPortalAccessDraft, ({ params, caller, shell }) => shell.write(caller, async (work) => {
    await discardDraft(work, params.locationId);
    return undefined;
  })),
  serve(api.publishPortalAccess, ({ params, body, caller, shell }) => shell.write(caller, async (work) => {
    await publishDraft(work, params.locationId, body.at);
    return presentLevels(work, params.locationId);
  })),
  serve(api.revertPortalAccess, ({ params, body, caller, shell }) => shell.write(caller, async (work) => {
    await revertLevels(work, params.locationId, body.version);
    return presentLevels(work, params.locationId);
  })),
  serve(api.withdrawPortalAccess, ({ params, body, caller, shell }) => shell.write(caller, async (work) => {
    await withdrawLevels(work, params.locationId, body.version);
    return presentLevels(work, params.locationId);
  })),
  serve(api.reschedulePortalAccess, ({ params, body, caller, shell }) => shell.write(caller, async (work) => {
    await rescheduleLevels(work, params.locationId, body);
    return presentLevels(work, params.locationId);
  })),
  serve(api.previewPortalAccess, ({ params, query: who, body, caller, shell }) =>
    shell.read(caller, (work) =>
      previewLevels(work, params.locationId, { ...body, who }))),
  serve(api.getVisibility, ({ params, caller, shell }) => shell.read(caller, (work) =>
    readVisibility(work, params.locationId))),
  serve(api.putVisibility, ({ params, body, caller, shell }) => shell.write(caller, (work) =>
    setVisibility(work, params.locationId, body))),
];
