import { expect, test } from 'vitest';
import { type Fix, fixCodes, type LayerOutcome } from '../domain/access/decision.ts';
import { decide } from '../domain/access/decide.ts';
import { freezeTable } from '../domain/access/tables/freeze.examples.ts';
import { planTable } from '../domain/access/tables/plan.examples.ts';
import { portalAccessTable } from '../domain/access/tables/portal-access.examples.ts';
import { at } from '../domain/access/tables/questions.examples.ts';
import { rulesTable } from '../domain/access/tables/rules.examples.ts';
import { scheduleTable } from '../domain/access/tables/schedule.examples.ts';
import { standingTable } from '../domain/access/tables/standing.examples.ts';
import { suspensionTable } from '../domain/access/tables/suspension.examples.ts';
import { thingTable } from '../domain/access/tables/thing.examples.ts';
import { timeTable } from '../domain/access/tables/time.examples.ts';
import { fixText } from './decision-text.ts';
import { formatsFor } from './texts/formats.ts';
import { dirOf } from './texts/language.ts';
import { languages, phrasesOf } from './texts/phrase.ts';

const tables = [
  portalAccessTable, standingTable, suspensionTable, freezeTable, planTable, thingTable, scheduleTable,
  rulesTable, timeTable,
];

/** Every fix that the tables of the layers offer, with the layer whose facts it is told by. */
const offered = tables.flatMap(({ rows }) => rows.flatMap(([story, { facts, layers }]) =>
  decide(layers, facts as never, { at }, {}).layers.flatMap((layer) =>
    layer.fixes.map((fix): [story: string, action: string, layer: LayerOutcome, fix: Fix] =>
      [story, facts.action, layer, fix]))));

test.each([...languages])('ACC-3 what would fix it is told by the facts of its layer, in %s', (language) => {
  const speaking = {
    phrase: phrasesOf(language).phrase, formats: formatsFor(language), zone: 'Europe/Berlin',
    rightToLeft: dirOf(language) === 'rtl',
  };
  const wrong = offered.flatMap(([story, action, layer, { code }]) => {
    try {
      const text = fixText(code, layer, action, speaking);
      const isWhole = text.trim() !== '' && !/⟦|\{|undefined|null|NaN/.test(text);
      return isWhole ? [] : [[code, layer.code, story, text]];
    } catch (error) {
      return [[code, layer.code, story, String(error)]];
    }
  });
  expect(wrong).toEqual([]);
});

test('ACC-1 what no layer offers is offered by screens, and is known here', () => {
  const known = new Set(offered.map(([, , , { code }]) => code));
  expect(fixCodes.filter((code) => !known.has(code))).toEqual(['chooseOtherTime', 'bookAnyway', 'contactUs']);
});
