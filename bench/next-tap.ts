// P10: two server processes on one database. Somebody is let in by the second; through the first they are
// suspended, frozen, their pass is spent, their key revoked or their role taken; the very next request to the
// second must refuse: 1,000 of 1,000. node bench/next-tap.ts; TRIALS=200 for fewer.
import { changes, tapsOn } from '../test/process/taps.ts';
import { startFoyer } from '../test/process/foyer-process.ts';
import { serve } from './support/served.ts';

const trials = Number(process.env.TRIALS ?? 1000);
const served = await serve();
const other = await startFoyer({ DATABASE_URL: served.databaseUrl, FOYER_LOG: 'fatal' });
const taps = await tapsOn({
  one: served.address, other: other.address, key: served.key, databaseUrl: served.databaseUrl,
});
const counted = changes.map((change) => ({ change, trials: 0, violations: [] as string[] }));

try {
  for (let n = 0; n < trials; n += 1) {
    const row = counted[n % counted.length]!;
    row.trials += 1;
    const violation = await taps.trial(row.change);
    if (violation !== null) row.violations.push(violation);
  }
} finally {
  await taps.stop();
  await other.stop();
  await served.stop();
}

console.table(Object.fromEntries(counted.map(({ change, violations, ...row }) =>
  [change, { ...row, violations: violations.length }])));
const violations = counted.flatMap((row) => row.violations);
for (const violation of new Set(violations)) console.log(violation);
console.log(`P10 the next tap, two processes: ${trials} trials, ${violations.length} violations (goal 0)`);
if (violations.length > 0) process.exitCode = 1;
