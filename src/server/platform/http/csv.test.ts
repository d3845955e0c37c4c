import { expect, test } from 'vitest';
import { csvFile, everyRow } from './csv.ts';

const write = (cell: string | number | null) =>
  csvFile('x.csv', [{ name: 'a', cell: () => cell }], [0]).content.toString().slice(1);

test.each([
  ['a name', 'Zoë نور', 'Zoë نور'],
  ['a quote and a comma', 'Kade "K", Sons', '"Kade ""K"", Sons"'],
  ['a line break', 'one\ntwo', '"one\ntwo"'],
  ['an amount below nothing', '-35.70', '-35.70'],
  ['a formula', '=HYPERLINK("http://x")', '"\'=HYPERLINK(""http://x"")"'],
  ['a phone number', '+49 30 5550 142', "'+49 30 5550 142"],
  ['nothing', null, ''],
])('%s stays what it is', (_, cell, text) => {
  expect(write(cell)).toBe(`a\r\n${text}\r\n`);
});

test('all pages come in one file', async () => {
  const rows = await everyRow(async ({ cursor }) =>
    cursor === undefined ? { data: [1, 2], nextCursor: 'c' } : { data: [3], nextCursor: null },
  );
  expect(rows).toEqual([1, 2, 3]);
});
