import * as api from '../../api/reports.ts';
import { serve } from '../platform/http/serve.ts';
import { reportNow } from './report-now.ts';

export const analyticsRoutes = [
  serve(api.getNow, ({ query, caller, shell }) =>
    shell.read(caller, (work) => reportNow(work, query)),
  ),
];
