import type {
  BilledContract,
  BillingFacts,
  BillingPlace,
  PayerFacts,
  WaitingCharge,
} from '../../domain/billing/facts.ts';
import type { Plan } from '../../domain/contracts/plan.ts';
import { addDays, type Day } from '../../domain/kernel/day.ts';
import type { Id } from '../../domain/kernel/id.ts';
import { type Instant, instant } from '../../domain/kernel/instant.ts';
import type { Interval } from '../../domain/kernel/interval.ts';
import { startOfDay } from '../../domain/kernel/zone.ts';
import { isAtOrBelow } from '../../domain/locations/location.ts';
import { type SettingName, type Settings, settingInForce } from '../../domain/locations/setting.ts';
import { loadContracts, plansOf } from '../contracts/load-contracts.ts';
import type { ContractRecord } from '../contracts/contract-record.ts';
import { type Locations, loadLocations, networkOf } from '../locations/load-locations.ts';
import type { Kept } from '../platform/work/kept.ts';
import type { Work } from '../platform/work/shell.ts';
import { type ChargeRow, listCharges } from './kept/charge-store.ts';
import {
  type EntityRow,
  insertFirstEntity,
  listBilled,
  listChanges,
  listEntities,
  listPayers,
  type PayerRow,
} from './kept/facts-store.ts';

/** What does not change while a run goes through its payers: places, their taxes, their legal entities. */
export interface BillingGround {
  readonly locations: Locations;
  readonly entities: ReadonlyMap<Id<'ent'>, EntityRow>;
  readonly placeOf: (locationId: Id<'loc'>) => BillingPlace;
}

export async function loadBillingGround(
  work: Pick<Work, 'kept' | 'now'>,
  known?: Locations,
): Promise<BillingGround> {
  const [locations, found] = await Promise.all([known ?? loadLocations(work), work.kept(legalEntities)]);
  const entities = found.length === 0 ? [unnamedEntity] : found;
  const kept = new Map<Id<'loc'>, BillingPlace>();
  const placeOf = (locationId: Id<'loc'>): BillingPlace => {
    const place = kept.get(locationId) ?? makePlace({ locations, entities, now: work.now }, locationId);
    kept.set(locationId, place);
    return place;
  };
  return { locations, entities: new Map(entities.map((entity) => [entity.id, entity])), placeOf };
}

const legalEntities: Kept<readonly EntityRow[]> = { part: 'places', load: listEntities };

/**
 * The same where something will be written: a network without a legal entity is given one in its own name.
 */
export async function groundToBill(work: Work): Promise<BillingGround> {
  const ground = await loadBillingGround(work);
  if (!lacksEntity(ground)) return ground;
  await insertFirstEntity(work.tx, {
    id: work.newId('ent'),
    name: networkOf(ground.locations)?.name ?? '',
    now: work.now,
  });
  return loadBillingGround(work);
}

/** True on a network whose first legal entity is made with its first invoice. */
export const lacksEntity = ({ entities }: BillingGround): boolean => entities.has(unnamedEntity.id);

const unnamedEntity: EntityRow = {
  id: 'ent_none' as Id<'ent'>,
  name: '',
  address: '',
  taxNumber: null,
  bankDetails: '',
  invoicePrefix: 'INV',
  createdAt: instant(0),
};

/** The locations that a run of one covers: itself and those below (RUN-1). */
export const coveredLocations = (
  { locations }: BillingGround,
  locationId: Id<'loc'>,
): readonly Id<'loc'>[] =>
  locations.rows.map(({ id }) => id).filter((id) => isAtOrBelow(locations.tree, id, locationId));

export interface PayersLoaded {
  readonly facts: BillingFacts;
  readonly payers: ReadonlyMap<Id<'cus'>, PayerRow>;
}

/** All that these payers may owe through a day, as it is now. */
export async function loadBillingFacts(
  work: Pick<Work, 'tx' | 'kept' | 'now'>,
  ground: BillingGround,
  of: { customerIds: readonly Id<'cus'>[]; throughDay: Day; covers?: ReadonlySet<Id<'loc'>> },
): Promise<PayersLoaded> {
  const { tx, now } = work;
  const [rows, contracts, charges] = await Promise.all([
    listPayers(tx, of.customerIds),
    loadContracts(tx, { customerIds: of.customerIds }),
    listCharges(tx, { customerIds: of.customerIds, state: 'waiting' }),
  ]);
  const [plans, billed] = await Promise.all([plansOf(work, contracts), billedOf(work, contracts)]);
  const byPayer = Map.groupBy(billed, ({ customerId }) => customerId);
  const chargesByPayer = Map.groupBy(charges, ({ customerId }) => customerId);
  const facts: BillingFacts = {
    payers: rows.map((row) => payerOf(row, byPayer.get(row.id) ?? [], chargesByPayer.get(row.id) ?? [])),
    planOf: (planId) => plans.get(planId) as Plan,
    placeOf: ground.placeOf,
    covers: (locationId) => of.covers?.has(locationId) ?? true,
    now,
    throughDay: of.throughDay,
  };
  return { facts, payers: new Map(rows.map((row) => [row.id, row])) };
}

/** CHG-2: where a location names no legal entity, the network's first one bills. */
function legalEntityAt(
  locations: Locations,
  entities: Iterable<EntityRow>,
  where: { locationId: Id<'loc'>; at: Instant },
): EntityRow {
  const all = [...entities];
  const named = settingInForce(locations.tree, locations.changes, where, 'legalEntityId').value;
  const entity = all.find(({ id }) => id === named) ?? all[0];
  if (entity === undefined) throw new RangeError('there is no legal entity');
  return entity;
}

function makePlace(
  from: { locations: Locations; entities: readonly EntityRow[]; now: Instant },
  locationId: Id<'loc'>,
): BillingPlace {
  const { locations, now } = from;
  const location = locations.rows.find(({ id }) => id === locationId);
  if (location === undefined) throw new RangeError(`location ${locationId} was not loaded`);
  const setting = <N extends SettingName>(name: N, at: Instant): Settings[N] =>
    settingInForce(locations.tree, locations.changes, { locationId, at }, name).value;
  const settingOn = <N extends SettingName>(name: N, day: Day): Settings[N] => {
    const at = startOfDay(addDays(day, 1), location.zone) - 1;
    const then = settingInForce(locations.tree, locations.changes, { locationId, at: instant(at) }, name);
    // A day before this location existed, or before anybody set anything: what holds now.
    return at < location.createdAt || then.setAt === null ? setting(name, now) : then.value;
  };
  return {
    zone: location.zone,
    legalEntityId: legalEntityAt(locations, from.entities, { locationId, at: now }).id,
    dueDays: setting('dueDays', now),
    taxOn: (day) => ({ rate: settingOn('taxRate', day), includesTax: settingOn('pricesIncludeTax', day) }),
  };
}

async function billedOf(
  { tx }: Pick<Work, 'tx'>,
  contracts: readonly ContractRecord[],
): Promise<readonly BilledContract[]> {
  const ids = contracts.map(({ id }) => id);
  const [changes, billed] = await Promise.all([listChanges(tx, ids), listBilled(tx, ids)]);
  const changesOf = new Map(changes.map((change) => [change.contractId, change]));
  const billedBy = Map.groupBy(billed, ({ contractId }) => contractId);
  return contracts.map((contract): BilledContract => {
    const changed = changesOf.get(contract.id);
    return {
      ...contract,
      terms: contract.terms.map((terms) => ({
        ...terms,
        madeAt: changed?.terms[terms.fromDay] ?? contract.createdAt,
      })),
      freezes: contract.freezes.map((freeze) => ({
        ...freeze,
        changedAt: changed?.freezes[freeze.id] ?? contract.createdAt,
      })),
      imported: contract.importId !== null,
      billed: (billedBy.get(contract.id) ?? []).map(({ taxRate, includesTax, ...one }) => ({
        ...one,
        tax: { rate: taxRate, includesTax },
      })),
    };
  });
}

const payerOf = (
  row: PayerRow,
  contracts: readonly BilledContract[],
  charges: readonly ChargeRow[],
): PayerFacts => ({
  customerId: row.id,
  dueDays: row.dueDays,
  suspensions: row.suspensions.map(({ start, end, missed }) => ({
    during: intervalOf({ start, end }),
    missedCycles: missed,
  })),
  archivings: row.archivings.map(intervalOf),
  contracts,
  charges: charges.map(waitingCharge),
});

const intervalOf = ({ start, end }: { start: number; end: number | null }): Interval => ({
  start: instant(start),
  end: end === null ? null : instant(end),
});

export const waitingCharge = (row: ChargeRow): WaitingCharge => ({
  id: row.id,
  locationId: row.locationId,
  legalEntityId: row.legalEntityId,
  currency: row.currency,
  text: row.text,
  source: { kind: row.sourceKind, id: row.sourceId },
  quantity: row.quantity,
  unitPrice: row.unitPrice,
  amount: row.amount,
  tax: { rate: row.taxRate, includesTax: row.includesTax },
  invoicing: row.invoicing,
  ripeDay: row.ripeDay,
  arisenAt: row.arisenAt,
  startDay: row.startDay,
  endDay: row.endDay,
});
