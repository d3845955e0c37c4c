import { nearestDenial, othersThan } from '../domain/access/decision.ts';
import { reasons, type ReasonCode } from '../domain/access/reason.ts';
import type { Formats, Moment } from './texts/formats.ts';
import type { Phrase, Values } from './texts/message.ts';

/**
 * Sentences from codes and facts, for customers and for staff (ACC-3). Reads decisions of the domain and of
 * the API alike: instants are numbers in the one and texts in the other. Customers read about themselves
 * only.
 */
export interface Speaking {
  readonly phrase: Phrase;
  readonly formats: Formats;
  /** The location's: all times are shown in it. */
  readonly zone: string;
  /** True for languages from right to left: names are then kept apart from the sentence. */
  readonly rightToLeft?: boolean;
}

export interface SaidLayer {
  readonly layer: string;
  readonly outcome: string;
  readonly code: string;
  readonly facts: object;
  readonly until?: Moment | undefined;
  readonly fixes?: readonly { readonly code: string }[];
}

export interface SaidDecision {
  readonly allowed: boolean;
  readonly at: Moment;
  readonly action: string;
  readonly target?: string | undefined;
  readonly layers: readonly SaidLayer[];
}

export type Reader = 'customer' | 'staff';

/** The whole sentence of a layer: why not, until when, what next. */
export const layerSentence = (of: SaidLayer, action: string, reader: Reader, speaking: Speaking): string =>
  speaking.phrase(`reasons.${of.code}.${reader}`, valuesOf(of, action, speaking));

/** The layer in a list of layers: shorter where there is something shorter to say. */
export function layerLine(of: SaidLayer, action: string, reader: Reader, speaking: Speaking): string {
  const denies = reasons[of.code as ReasonCode] === 'deny';
  const key =
    reader === 'customer' ? (denies ? 'line' : 'customer') : of.code === 'frozen' ? 'staffLine' : 'staff';
  return speaking.phrase(`reasons.${of.code}.${key}`, valuesOf(of, action, speaking));
}

/** What a layer is called for this action: the pass of a check-in, the settings of a room. */
export const layerName = (layer: string, action: string, { phrase }: Pick<Speaking, 'phrase'>): string =>
  phrase(`reasons.layer.${layer}`, { action });

/** The verdict: the reason to be shown first, or what is allowed. */
export function verdictSentence(decision: SaidDecision, reader: Reader, speaking: Speaking): string {
  const denied = reader === 'staff' ? firstDenied(decision) : denialForCustomer(decision);
  if (denied !== null) return layerSentence(denied, decision.action, reader, speaking);
  const key = reader === 'staff' ? 'reasons.say.allowed' : 'reasons.say.allowedYou';
  return speaking.phrase(key, { action: decision.action, thing: thingOf(decision, speaking) });
}

/** What one layer would have said, had the ones before it let pass: "Would pass: …". */
export const hypothetical = (of: SaidLayer, action: string, speaking: Speaking): string =>
  speaking.phrase(of.outcome === 'deny' ? 'reasons.say.wouldNot' : 'reasons.say.wouldPass',
    { why: layerLine(of, action, 'staff', speaking) });

/** How many more reasons there are besides the one shown; null where there is none. */
export function moreReasons(decision: SaidDecision, { phrase }: Speaking): string | null {
  const count = decision.layers.filter(({ outcome }) => outcome === 'deny').length - 1;
  return count < 1 ? null : phrase('reasons.say.more', { count });
}

export function fixText(code: string, layer: SaidLayer, action: string, speaking: Speaking): string {
  const ownPlan = (layer.facts as { ownPlan?: string }).ownPlan || speaking.phrase('reasons.say.unknownPlan');
  const values = valuesOf(layer, action, speaking);
  // Where a plan itself is asked about it is the thing.
  return speaking.phrase(`reasons.fix.${code}`, { plan: values.thing ?? '', ...values, ownPlan });
}

export const firstDenied = ({ layers }: SaidDecision): SaidLayer | null =>
  layers.find(({ outcome }) => outcome === 'deny') ?? null;

/** Of several reasons the customer sees the one nearest to change. */
export const denialForCustomer = <L extends SaidLayer>(
  { layers }: { readonly layers: readonly L[] },
): L | null => nearestDenial(layers, ms);

/**
 * What a customer reads besides the reason shown, a sentence each: a day told there must not be read as the
 * day on which everything is open.
 */
export function otherReasons(decision: SaidDecision, speaking: Speaking): { code: string; text: string }[] {
  const shown = denialForCustomer(decision);
  if (shown === null) return [];
  return othersThan(shown, decision.layers, ms).map(({ of, lastsLonger }) => {
    const why = layerLine(of, decision.action, 'customer', speaking);
    const key = lastsLonger ? 'reasons.say.evenThen' : 'reasons.say.also';
    return { code: of.code, text: speaking.phrase(key, { why }) };
  });
}

/** The day where it begins at midnight, else day and time; with the year where that is another one. */
export function momentText(of: Moment, { formats, zone }: Speaking, now: Moment = of): string {
  const year = (at: Moment): string => formats.dayAt(at, zone, 'dated').replace(/^.*?(\d{4})$/, '$1');
  const style = year(of) === year(now) ? 'short' : 'dated';
  const midnight = formats.time(of, zone) === formats.time(MIDNIGHT, 'UTC');
  return midnight
    ? formats.dayAt(of, zone, style)
    : formats.at(of, zone, style === 'short' ? 'weekday' : 'dated');
}

const MIDNIGHT = '2026-01-01T00:00:00Z';
const suffixes = ['At', 'Minutes', 'Day'] as const;

function valuesOf(of: SaidLayer, action: string, speaking: Speaking): Values {
  const facts = of.facts as Readonly<Record<string, unknown>>;
  const values: Record<string, string | number> = { action, isSection: facts.section ? 'yes' : 'no' };
  if (of.until !== undefined) Object.assign(values, dated('until', of.until, speaking));
  else Object.assign(values, { until: '', hasUntil: 'no' });
  for (const [name, value] of Object.entries(facts))
    Object.assign(values, valueOf(name, value, facts, speaking));
  if (values.thing === '' && typeof facts.section === 'string') values.thing = values.section ?? '';
  if (typeof facts.planName === 'string') values.plan = isolated(facts.planName, speaking);
  values.hasOwnPlan = facts.ownPlan ? 'yes' : 'no';
  return values;
}

function valueOf(
  name: string, value: unknown, facts: Readonly<Record<string, unknown>>, speaking: Speaking,
): Record<string, string | number> {
  const { phrase, formats } = speaking;
  const suffix = suffixes.find((ending) => name.endsWith(ending) && name !== ending);
  const short = suffix === undefined ? name : name.slice(0, -suffix.length);
  if (suffix === 'At') return dated(short, value as Moment | null, speaking);
  if (suffix === 'Minutes' || name === 'minutes') return { [short]: formats.minutes(value as number) };
  if (suffix === 'Day') return { [short]: formats.day(value as string) };
  if (name === 'amount') return { amount: formats.money(moneyIn(facts, value)) };
  if (name === 'limitAmount') return { limit: formats.money(moneyIn(facts, value)) };
  if (name === 'section')
    return { section: value === null ? '' : phrase(`reasons.section.${String(value)}`) };
  if (name === 'level') return { level: phrase(`reasons.level.${String(value)}`) };
  if (name === 'cause') return { cause: phrase(`reasons.cause.${String(value)}`) };
  if (name === 'plans') return plansIn(value as readonly { planName: string }[], speaking);
  if (typeof value === 'number') return { [name]: value };
  if (typeof value === 'boolean') return { [name]: value ? 'yes' : 'no' };
  return typeof value === 'string' ? { [name]: isName.has(name) ? isolated(value, speaking) : value } : {};
}

const isName: ReadonlySet<string> = new Set([
  'thing',
  'planName',
  'ownPlan',
  'otherPlan',
  'passName',
  'reason',
]);

const moneyIn = (facts: Readonly<Record<string, unknown>>, amount: unknown) =>
  ({ amount: amount as number, currency: String(facts.currency) });

function plansIn(
  plans: readonly { planName: string }[],
  speaking: Speaking,
): Record<string, string | number> {
  const names = plans.map(({ planName }) => isolated(planName, speaking));
  return { plans: speaking.formats.list(names), planCount: names.length };
}

function dated(name: string, at: Moment | null, speaking: Speaking): Record<string, string> {
  const has = `has${name.charAt(0).toUpperCase()}${name.slice(1)}`;
  if (at === null) return { [name]: '', [`${name}Day`]: '', [has]: 'no' };
  const day = speaking.formats.dayAt(at, speaking.zone, 'short');
  return { [name]: momentText(at, speaking), [`${name}Day`]: day, [has]: 'yes' };
}

/** Names keep their own direction inside a sentence that runs the other way. */
const isolated = (name: string, { rightToLeft }: Speaking): string =>
  (rightToLeft && name !== '' ? `\u2068${name}\u2069` : name);

function thingOf({ layers, target, action }: SaidDecision, speaking: Speaking): string {
  if (action === 'viewSection' && target !== undefined) return speaking.phrase(`reasons.section.${target}`);
  for (const { facts } of layers) {
    const { thing } = facts as { thing?: string };
    if (thing) return isolated(thing, speaking);
  }
  return '';
}

const ms = (at: Moment): number => (typeof at === 'string' ? Date.parse(at) : at);
