import { availableParallelism, cpus, release } from 'node:os';

/** One figure beside its limit, both measured in this run. */
export interface Measured {
  readonly name: string;
  readonly ours: number;
  readonly limit: number;
  readonly unit: string;
  /** Ours divided by the limit must be at most, or at least, this. */
  readonly goal: { readonly atMost: number } | { readonly atLeast: number };
}

export const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

/** Prints our figure, the limit, the ratio and the goal; a goal that is missed makes the exit code 1. */
export function report(title: string, rows: readonly Measured[]): void {
  const machine = `${cpus()[0]?.model ?? 'unknown'}, ${availableParallelism()} cores`;
  console.log(`\n${title}\n${machine}, Node ${process.versions.node}, ${release()}`);
  console.table(Object.fromEntries(rows.map(({ name, ours, limit, unit, goal }) => {
    const ratio = ours / limit;
    const met = 'atMost' in goal ? ratio <= goal.atMost : ratio >= goal.atLeast;
    if (!met) process.exitCode = 1;
    return [name, {
      ours: `${round(ours)} ${unit}`, limit: `${round(limit)} ${unit}`, ratio: `${round(ratio)} x`,
      goal: 'atMost' in goal ? `<= ${goal.atMost} x` : `>= ${goal.atLeast} x`, met: met ? 'yes' : 'NO',
    }];
  })));
}

const round = (value: number): number => Number(value.toPrecision(3));
