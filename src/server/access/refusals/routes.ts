import type { AnsweredDecision, AnsweredLayer } from '../../../api/decision.ts';
import * as api from '../../../api/refusals.ts';
import { text } from '../../../api/schema.ts';
import type { Id } from '../../../domain/kernel/id.ts';
import { pageFrom, readCursor } from '../../platform/http/page.ts';
import { serve } from '../../platform/http/serve.ts';
import { placesToExplain } from '../who-reads.ts';
import type { FactSuppliers } from '../suppliers.ts';
import {
  countReasons, countResolving, listRefusals, type RefusalRow, type ResolvingRow,
} from './refusal-store.ts';
import { loadRefusal, replayRefusal } from './replay-refusal.ts';

const MOST_FIXES = 6;

export const refusalRoutes = (suppliers: FactSuppliers) => [
  serve(api.listRefusals, ({ query, caller, shell }) => shell.read(caller, async (work) => {
    const filter = { ...query, locationIds: await placesToExplain(work, query) };
    const after = readCursor(query.cursor, 2, 'number');
    const rows = await listRefusals(work.tx, filter, { after, limit: query.limit });
    return pageFrom(rows, query.limit, ({ at, id }) => [at, id], (row) => ({
      ...present(row), denial: denialIn(row.decision),
    }));
  })),
  serve(api.countRefusals, ({ query, caller, shell }) => shell.read(caller, async (work) => {
    const filter = { ...query, locationIds: await placesToExplain(work, query) };
    const reasons = await countReasons(work.tx, filter);
    const fixes = await countResolving(work.tx, filter, MOST_FIXES);
    return {
      refusals: reasons.reduce((sum, { refusals }) => sum + refusals, 0),
      reasons: reasons.map(({ code, lastAt, decision, ...of }) => ({
        ...of, reason: code, lastAt: text(lastAt), denial: denialIn(decision),
      })),
      fixes: fixes.map(presentFix),
    };
  })),
  serve(api.getRefusal, ({ params, caller, shell }) => shell.read(caller, async (work) => {
    const refusal = await loadRefusal(work, params.refusalId);
    return { ...present(refusal), decision: refusal.decision };
  })),
  serve(api.replayRefusal, ({ params, caller, shell }) =>
    shell.read(caller, (work) => replayRefusal(work, params.refusalId, suppliers))),
];

function present({ code, at, lastAt, ...row }: RefusalRow) {
  const { decision: _, ...shown } = row;
  return { ...shown, at: text(at), reason: code, lastAt: text(lastAt) };
}

const denialIn = ({ layers }: AnsweredDecision): AnsweredLayer =>
  layers.find(({ outcome }) => outcome === 'deny')!;

/** The layer that offers the fix gives it its text. */
function presentFix({ fix, decision, ...row }: ResolvingRow) {
  const [code = '', href = ''] = fix.split(' ');
  const offers = ({ fixes }: AnsweredLayer) => fixes.find((of) => of.code === code && of.href === href);
  const layer = decision.layers.find((of) => offers(of) !== undefined)!;
  const { customerId, customerName, refusals, customers } = row;
  return {
    code, href, permission: offers(layer)!.permission, refusals, customers, layer,
    customer: customerId === null ? null : { id: customerId, name: customerName ?? '' },
    action: decision.action, target: decision.target ?? null, locationId: decision.locationId as Id<'loc'>,
  };
}
