import * as api from '../../api/access.ts';
import { presentDecision } from '../../api/decision.ts';
import { text } from '../../api/schema.ts';
import type { Id } from '../../domain/kernel/id.ts';
import type { Caller } from '../platform/http/caller.ts';
import { serve } from '../platform/http/serve.ts';
import type { Work } from '../platform/work/shell.ts';
import { changesOf } from './changes.ts';
import { customerState, customerTimeline, homeOf } from './customer-state.ts';
import { decideAccess } from './decide-access.ts';
import { decideSections } from './decide-sections.ts';
import type { FactSuppliers } from './suppliers.ts';
import { isStaffFor } from './who-reads.ts';

/** Tied to what check-ins supply, because that word stands right of this one. */
export const accessRoutes = (suppliers: FactSuppliers) => [
  serve(api.askDecision, ({ body, caller, shell }) => shell.read(caller, async (work) => {
    mayAsk(caller, body);
    const decision = await decideAccess(work, { ...body, at: body.at ?? work.now }, suppliers);
    return presentDecision(decision, { toCustomer: !isStaffFor(caller, body.locationId) });
  })),
  serve(api.askChanges, ({ body, caller, shell }) => shell.read(caller, async (work) => {
    mayAsk(caller, body);
    return { data: await changesOf(work, { ...body, at: body.at ?? work.now }, suppliers) };
  })),
  serve(api.listSectionDecisions, ({ query, caller, shell }) => shell.read(caller, async (work) => {
    const { customerId = null, locationId } = query;
    mayAsk(caller, { customerId, locationId });
    const decisions = await decideSections(work, { customerId, locationId, at: query.at ?? work.now });
    const toCustomer = !isStaffFor(caller, locationId);
    const data = Object.values(decisions).map((decision) => presentDecision(decision, { toCustomer }));
    return { data, nextCursor: null };
  })),
  serve(api.getCustomerState, ({ params, query, caller, shell }) => shell.read(caller, async (work) => {
    await mayRead(work, params.customerId);
    const asked = { customerId: params.customerId, locationId: query.locationId ?? null };
    const state = await customerState(work, asked, query.at ?? work.now);
    return isOwn(caller, params.customerId) ? { ...state, because: state.because.map(withoutCause) } : state;
  })),
  serve(api.getCustomerTimeline, ({ params, query, caller, shell }) => shell.read(caller, async (work) => {
    await mayRead(work, params.customerId);
    const asked = { customerId: params.customerId, locationId: query.locationId ?? null };
    const changes = await customerTimeline(work, asked, { from: query.from, to: query.to });
    const own = isOwn(caller, params.customerId);
    return {
      data: changes.map(({ at, from, to, causes, ...change }) => ({
        at: text(at),
        ...change,
        from: plain(from),
        to: plain(to),
        causes: causes.map((cause) =>
          own && cause.kind.startsWith('suspen') ? { ...cause, name: '' } : { ...cause },
        ),
      })),
      nextCursor: null,
    };
  })),
];

/** Staff who may explain access there; a customer about itself; about nobody, whoever is signed in. */
function mayAsk(
  caller: Caller,
  { customerId, locationId }: { customerId: Id<'cus'> | null; locationId: Id<'loc'> },
): void {
  if (customerId !== null) caller.mustActFor(customerId, 'access.explain', locationId);
}

async function mayRead(work: Work, customerId: Id<'cus'>): Promise<void> {
  if (work.caller.customerId === customerId) return;
  work.caller.mustActFor(customerId, 'customers.read', await homeOf(work, customerId));
}

const isOwn = (caller: Caller, customerId: Id<'cus'>): boolean =>
  caller.customerId === customerId && !caller.may('customers.read', null);

/** Why an account was suspended is for staff. */
const withoutCause = <B extends { kind: string; name: string }>(because: B): B =>
  (because.kind === 'suspension' ? { ...because, name: '' } : because);

const plain = (value: string | boolean | readonly string[]): string | boolean | string[] =>
  (typeof value === 'object' ? [...value] : value);
