import { expect, test } from 'vitest';
import { slugOf } from './choices.ts';

test('an address is proposed from the name', () => {
  expect(slugOf('Harbour Quay')).toBe('harbour-quay');
  expect(slugOf(' Café  Zürich – Nord! ')).toBe('cafe-zurich-nord');
  expect(slugOf('مكتب')).toBe('');
});
