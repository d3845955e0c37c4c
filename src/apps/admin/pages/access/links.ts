import type { LayerName } from '../../../../domain/access/decision.ts';
import type { SaidLayer } from '../../../../api/decision-text.ts';

/** Where the setting or record behind a layer stands in this panel, and what it is called (ACC-3). */
export interface Behind {
  readonly path: string;
  /** A key of `admin-explain.behind`. */
  readonly label: string;
}

interface Around {
  readonly customerId: string;
  readonly locationId: string;
  /** The resource or plan that is asked about. */
  readonly target: string;
}

export function behindLayer(layer: SaidLayer, around: Around): Behind | undefined {
  const facts = layer.facts as { contractId?: string | null; section?: string | null };
  const contract = facts.contractId
    ? { path: `customers/${around.customerId}/contracts`, label: 'contract' }
    : undefined;
  const customer = { path: `customers/${around.customerId}`, label: 'customer' };
  const thing = thingOf(around.target);
  switch (layer.layer as LayerName) {
    case 'portalAccess':
      return layer.code === 'archived' || layer.code === 'noPortalAccess'
        ? customer
        : { path: 'portal/access', label: 'accessRules' };
    case 'standing':
      return contract ?? (facts.section ? { path: 'portal/access', label: 'accessRules' } : undefined);
    case 'suspension':
      return layer.outcome === 'deny' ? customer : undefined;
    case 'freeze':
      return contract === undefined ? undefined : { ...contract, label: 'freeze' };
    case 'plan':
      return contract === undefined ? undefined : { ...contract, label: 'plan' };
    case 'thing':
      return layer.outcome === 'deny' ? thing : undefined;
    case 'schedule':
      return layer.code === 'occupied'
        ? { path: 'calendar', label: 'calendar' }
        : layer.outcome === 'deny'
          ? { path: `settings/locations/${around.locationId}`, label: 'hours' }
          : undefined;
    case 'rules':
      return layer.code === 'overdue' || layer.code === 'owesWithinLimit'
        ? { path: `customers/${around.customerId}/invoices`, label: 'invoices' }
        : layer.outcome === 'deny'
          ? thing
          : undefined;
    case 'time':
      return layer.outcome === 'deny' && layer.code !== 'inThePast' ? thing : undefined;
  }
}

/** The screen on which a fix is made; undefined where there is none yet. */
export function screenOfFix(code: string, around: Around): string | undefined {
  const thing = thingOf(around.target)?.path;
  const customer = `customers/${around.customerId}`;
  const screens: Readonly<Record<string, string | undefined>> = {
    givePortalAccess: customer,
    restoreCustomer: customer,
    liftSuspension: customer,
    resumeContract: `${customer}/contracts`,
    giveBenefit: `${customer}/benefits`,
    recordPayment: `${customer}/invoices`,
    takePlan: `money/contracts/new?customer=${around.customerId}`,
    changeSectionLevel: 'portal/access',
    includeInPlan: 'catalogue/plans',
    changePlan: 'catalogue/plans',
    openToAll: thing,
    activateThing: thing,
    showThing: thing,
    publishThing: thing,
    addNamedCustomer: thing,
    changeLimits: thing,
    setRate: thing,
    cancelBooking: 'calendar',
    allowWhileSuspended: `settings/locations/${around.locationId}`,
    changeMembersRule: `settings/locations/${around.locationId}`,
    letFrozenMembersIn: `settings/locations/${around.locationId}`,
    changeOpeningHours: `settings/locations/${around.locationId}`,
    removeClosure: `settings/locations/${around.locationId}`,
    changeOverdueLimit: `settings/locations/${around.locationId}`,
    changeScope: `settings/locations/${around.locationId}`,
  };
  return screens[code];
}

function thingOf(target: string): Behind | undefined {
  if (target.startsWith('res_')) return { path: `spaces/resources/${target}`, label: 'room' };
  return target.startsWith('pla_') ? { path: `catalogue/plans/${target}`, label: 'plan' } : undefined;
}
