import * as api from '../../../api/portal-previews.ts';
import { serve } from '../../platform/http/serve.ts';
import { endPreview, openPreview, openPreviews, presentPreview } from './open-preview.ts';

export const previewRoutes = [
  serve(api.openPreview, async ({ params, body, caller, shell }) =>
    presentPreview(await openPreview(shell, caller, { locationId: params.locationId, wished: body }))),
  serve(api.listPreviews, ({ params, caller, shell }) => shell.read(caller, async (work) => ({
    data: (await openPreviews(work, params.locationId)).map(presentPreview), nextCursor: null,
  }))),
  serve(api.endPreview, ({ params, caller, shell }) => shell.write(caller, async (work) => {
    await endPreview(work, params.previewId, params.locationId);
    return undefined;
  })),
];
