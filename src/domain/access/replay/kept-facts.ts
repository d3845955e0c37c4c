import type { ChangeFacts } from '../change-decision.ts';
import type { Action } from '../decision.ts';
import type {
  AskFacts, BookingFacts, CheckInFacts, ItemFacts, PayFacts, PlanFacts, SectionFacts,
} from '../facts.ts';

/** What any question is decided on. */
export type DecidedFacts =
  | SectionFacts | ItemFacts | BookingFacts | ChangeFacts | CheckInFacts | PlanFacts | PayFacts
  | (AskFacts & { readonly action: Extract<Action, 'signIn' | 'buy' | 'post'> });

/** Facts as they are kept: plain JSON that reads back to the same decision (R18). */
export type KeptFacts = Readonly<Record<string, unknown>>;

export const factsToKeep = (facts: AskFacts): KeptFacts => packed(facts) as KeptFacts;

export const factsFrom = (kept: KeptFacts): DecidedFacts => unpacked(kept) as DecidedFacts;

/** Maps and long rows of instants, such as the midnights of a year, stand under a name of their own. */
function packed(value: unknown): unknown {
  if (value instanceof Map) return { $map: [...value].map(packed) };
  if (value instanceof Set) return { $set: [...value].map(packed) };
  if (Array.isArray(value)) {
    const all: readonly unknown[] = value;
    return isRow(all) ? { $row: runsOf(all) } : all.map(packed);
  }
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).filter(([, of]) => of !== undefined).map(([name, of]) => [name, packed(of)]),
  );
}

function unpacked(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(unpacked);
  if (typeof value !== 'object' || value === null) return value;
  const { $map, $set, $row } = value as { $map?: unknown[]; $set?: unknown[]; $row?: Runs };
  if ($map !== undefined) return new Map($map.map(unpacked) as [unknown, unknown][]);
  if ($set !== undefined) return new Set($set.map(unpacked));
  if ($row !== undefined) return rowFrom($row);
  return Object.fromEntries(Object.entries(value).map(([name, of]) => [name, unpacked(of)]));
}

/** The first number, then how much is added how many times. */
type Runs = readonly [first: number, ...runs: readonly (readonly [step: number, times: number])[]];

const isRow = (values: readonly unknown[]): values is readonly number[] =>
  values.length > 8 && values.every((of) => Number.isSafeInteger(of));

function runsOf(row: readonly number[]): Runs {
  const runs: [number, number][] = [];
  for (let index = 1; index < row.length; index += 1) {
    const step = row[index]! - row[index - 1]!;
    const last = runs.at(-1);
    if (last?.[0] === step) last[1] += 1;
    else runs.push([step, 1]);
  }
  return [row[0]!, ...runs];
}

function rowFrom([first, ...runs]: Runs): number[] {
  const row = [first];
  for (const [step, times] of runs) {
    for (let left = times; left > 0; left -= 1) row.push(row.at(-1)! + step);
  }
  return row;
}
