import { z } from 'zod';
import {
  actions, type Decision, type Fix, layerNames, type LayerOutcome, nearestDenial, vias,
} from '../domain/access/decision.ts';
import { formatInstant, type Instant } from '../domain/kernel/instant.ts';
import { moneySchema } from './schema.ts';

/** A decision as the API answers it: the record of chapter 10, instants as texts. */

const instantAnswered = z.string().meta({ type: 'string', format: 'date-time' });

const fixSchema = z.object({ code: z.string(), permission: z.string(), href: z.string() });

export const layerSchema = z.object({
  layer: z.enum(layerNames),
  outcome: z.enum(['pass', 'deny', 'notApplicable']),
  /** Stable: texts, statistics and integrators rely on it. */
  code: z.string(),
  /** Ids, days, settings, amounts in minor units; names that end in `At` are times. */
  facts: z.record(z.string(), z.unknown()),
  since: instantAnswered.optional(),
  until: instantAnswered.optional(),
  fixes: z.array(fixSchema),
});

export const decisionSchema = z.object({
  allowed: z.boolean(),
  at: instantAnswered,
  during: z.object({ startAt: instantAnswered, endAt: instantAnswered }).optional(),
  via: z.enum(vias),
  subject: z.string().nullable(),
  action: z.enum(actions),
  target: z.string().optional(),
  locationId: z.string(),
  layers: z.array(layerSchema),
  firstDenial: z.enum(layerNames).nullable(),
  /** Of several denials the one nearest to change: what a customer is told. */
  nearestDenial: z.enum(layerNames).nullable(),
  nextChange: instantAnswered.nullable(),
  allowedFrom: instantAnswered.nullable().optional(),
  price: moneySchema.optional(),
});

export type AnsweredDecision = z.input<typeof decisionSchema>;
export type AnsweredLayer = z.input<typeof layerSchema>;

/**
 * `toCustomer`: without what concerns others or only staff can do: fixes that need a permission, why an
 * account was suspended, which booking is in the way. `ofAnother`: to a customer who acts for a member of its
 * team, without what that one owes.
 */
export function presentDecision(
  decision: Decision, { toCustomer = false, ofAnother = false } = {},
): AnsweredDecision {
  const { during, allowedFrom, price, target } = decision;
  return {
    allowed: decision.allowed,
    at: formatInstant(decision.at),
    ...(during && { during: { startAt: formatInstant(during.start), endAt: formatInstant(during.end) } }),
    via: decision.via,
    subject: decision.subject,
    action: decision.action,
    ...(target !== undefined && { target }),
    locationId: decision.locationId,
    layers: decision.layers.map((layer) => presentLayer(ofAnother ? discreet(layer) : layer, toCustomer)),
    firstDenial: decision.firstDenial,
    nearestDenial: nearestDenial(decision.layers, Number)?.layer ?? null,
    nextChange: textOr(decision.nextChange),
    ...(allowedFrom !== undefined && { allowedFrom: textOr(allowedFrom) }),
    ...(price && { price: price as AnsweredDecision['price'] }),
  };
}

function presentLayer(layer: LayerOutcome, toCustomer: boolean): AnsweredLayer {
  const { since, until } = layer;
  return {
    layer: layer.layer,
    outcome: layer.outcome,
    code: layer.code,
    facts: presentFacts(layer.facts, toCustomer),
    ...(since !== undefined && { since: formatInstant(since) }),
    ...(until !== undefined && { until: formatInstant(until) }),
    fixes: layer.fixes.filter((fix) => !toCustomer || isForCustomers(fix)).map((fix) => ({ ...fix })),
  };
}

function discreet(layer: LayerOutcome): LayerOutcome {
  if (layer.code !== 'overdue' && layer.code !== 'owesWithinLimit') return layer;
  const code = layer.code === 'overdue' ? 'othersAccount' : 'withinRules';
  return { layer: layer.layer, outcome: layer.outcome, code, facts: {}, fixes: [] };
}

const isForCustomers = ({ permission }: Fix): boolean =>
  permission === 'public' || permission === 'ownCustomer';
const onlyForStaff: ReadonlySet<string> = new Set(['cause']);

/** Facts named `…At` are instants; the others are as they are. */
function presentFacts(facts: object, toCustomer: boolean): Record<string, unknown> {
  const entries = Object.entries(facts).filter(([name]) => !toCustomer || !onlyForStaff.has(name));
  return Object.fromEntries(entries.map(([name, value]) =>
    [name, name.endsWith('At') && typeof value === 'number' ? formatInstant(value as Instant) : value]));
}

const textOr = (at: Instant | null): string | null => (at === null ? null : formatInstant(at));
