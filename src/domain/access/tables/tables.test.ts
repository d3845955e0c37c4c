import { describe, expect, test } from 'vitest';
import { when } from '../access.examples.ts';
import { actions, layerNames } from '../decision.ts';
import { decide } from '../decide.ts';
import { reasons, type ReasonCode } from '../reason.ts';
import { freezeTable } from './freeze.examples.ts';
import { planTable } from './plan.examples.ts';
import { portalAccessTable } from './portal-access.examples.ts';
import { at, type LayerTable, type Question } from './questions.examples.ts';
import { rulesTable } from './rules.examples.ts';
import { scheduleTable } from './schedule.examples.ts';
import { standingTable } from './standing.examples.ts';
import { suspensionTable } from './suspension.examples.ts';
import { thingTable } from './thing.examples.ts';
import { timeTable } from './time.examples.ts';

/** One table for each layer, in order. Each row is a question and what that layer says to it. */
const tables: readonly LayerTable[] = [
  portalAccessTable, standingTable, suspensionTable, freezeTable, planTable, thingTable, scheduleTable,
  rulesTable, timeTable,
];

const decided = ({ layers, facts }: Question) => decide(layers, facts as never, { at }, {});

describe.each(tables)('ACC-6 BKA-1 what the layer $layer says', ({ layer, rows }) => {
  const named = rows.map(([story, asked, says, known = {}]) => ({ story, asked, says, known }));
  test.each(named)('$story: $says', ({ asked, says, known }) => {
    const { layers } = decided(asked);
    expect(layers.map((of) => of.layer)).toEqual(layerNames);
    const said = layers.find((of) => of.layer === layer)!;
    expect({ code: said.code, outcome: said.outcome }).toEqual({ code: says, outcome: reasons[says] });
    if (known.until !== undefined) expect(said.until).toBe(when(known.until));
    if (known.since !== undefined) expect(said.since).toBe(when(known.since));
  });
});

/** No layer says it: it stands before others in place of what one owes. */
const saidInstead: readonly ReasonCode[] = ['othersAccount'];

test('ACC-1 every reason there is stands in a table', () => {
  const inTables = tables.flatMap(({ rows }) => rows.map(([, , says]) => says));
  const said = new Set<ReasonCode>([...saidInstead, ...inTables]);
  expect((Object.keys(reasons) as ReasonCode[]).filter((code) => !said.has(code))).toEqual([]);
});

test('ACC-6 every layer is asked by every action', () => {
  for (const { layer, rows } of tables) {
    const asked = new Set(rows.map(([, { facts }]) => facts.action));
    expect([layer, actions.filter((action) => !asked.has(action))]).toEqual([layer, []]);
  }
});

test('ACC-1 since lies before the asking and until after it, wherever a layer knows them', () => {
  for (const { rows } of tables) {
    for (const [story, asked] of rows) {
      for (const { since, until, code } of decided(asked).layers) {
        if (until !== undefined) expect([story, code, until > at]).toEqual([story, code, true]);
        const { during } = asked.facts as { during?: { end: number } };
        const last = Math.max(at, during?.end ?? at);
        if (since !== undefined) expect([story, code, since <= last]).toEqual([story, code, true]);
      }
    }
  }
});
