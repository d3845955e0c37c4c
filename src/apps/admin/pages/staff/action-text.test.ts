import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { languages, phrasesFor } from '../../../../api/texts/phrase.ts';
import { actionText } from './action-text.ts';

const root = join(import.meta.dirname, '../../../../server');

test('SAF-3 every action that the server writes to the audit log is shown in words', () => {
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter(
    (path) => path.endsWith('.ts') && !path.endsWith('.test.ts'),
  );
  const actions = new Set(
    files.flatMap((path) =>
      [...readFileSync(join(root, path), 'utf8').matchAll(/\baction: '(\w+\.\w+)'/g)].map(
        ([, action]) => action ?? '',
      ),
    ),
  );
  expect(actions.size).toBeGreaterThan(40);
  const wordless = languages.flatMap((language) =>
    [...actions]
      .filter((action) => actionText(phrasesFor(language), action) === null)
      .map((one) => `${language} ${one}`),
  );
  expect(wordless).toEqual([]);
  expect(actionText(phrasesFor('en'), 'nothing.known')).toBeNull();
});
