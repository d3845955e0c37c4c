import { expect, test } from 'vitest';
import { z } from 'zod';
import { Problem } from './problem.ts';
import { validated } from './validate.ts';

const shape = z.strictObject({
  name: z.string().min(1), price: z.object({ amount: z.int() }).optional(),
  hours: z.strictObject({ from: z.int() }).optional(),
});
const errorsOf = (body: unknown): unknown[] => {
  try {
    validated(shape, body, 'body');
    return [];
  } catch (problem) {
    if (!(problem instanceof Problem)) throw problem;
    return (problem.more.errors ?? []).map(({ field, code }) => `${field} ${code}`);
  }
};

test.each<[string, unknown, string[]]>([
  ['a field that is not there', {}, ['name missing']],
  ['nothing at all', undefined, ['name missing']],
  ['a wrong type', { name: 7 }, ['name notValid']],
  ['null', { name: null }, ['name notValid']],
  ['part of a minor unit', { name: 'A', price: { amount: 1.5 } }, ['price.amount notValid']],
  ['a part that is not there', { name: 'A', price: {} }, ['price.amount missing']],
  ['too short', { name: '' }, ['name tooSmall']],
  ['unknown names', { name: 'A', colour: 'red', size: 2 }, ['colour unknown', 'size unknown']],
  ['an unknown name inside', { name: 'A', hours: { from: 1, to: 2 } }, ['hours.to unknown']],
  ['a list instead of fields', [], [' notValid']],
  ['null instead of fields', null, [' notValid']],
])('API-1 what is not valid is named by field and reason: %s', (_what, body, errors) => {
  expect(errorsOf(body)).toEqual(errors);
});
