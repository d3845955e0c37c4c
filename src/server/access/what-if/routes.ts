import * as api from '../../../api/impact.ts';
import { serve } from '../../platform/http/serve.ts';
import { previewPlan } from './preview-plan.ts';
import { previewResource } from './preview-resource.ts';
import { previewSettings } from './preview-settings.ts';
import { whoSees } from './who-sees.ts';

export const whatIfRoutes = [
  serve(api.previewSettings, ({ params, query: who, body, caller, shell }) => shell.read(caller, (work) =>
    previewSettings(work, params.locationId, { body, who }))),
  serve(api.previewPlan, ({ params, query: who, body: change, caller, shell }) => shell.read(caller, (work) =>
    previewPlan(work, params.planId, { change, who }))),
  serve(api.previewResource, ({ params, query: who, body: change, caller, shell }) =>
    shell.read(caller, (work) => previewResource(work, params.resourceId, { change, who }))),
  serve(api.whoSeesResource, ({ params, query, caller, shell }) => shell.read(caller, (work) =>
    whoSees(work, params.resourceId, query.at ?? work.now))),
];
