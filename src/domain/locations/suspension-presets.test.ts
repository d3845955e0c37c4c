import { expect, test } from 'vitest';
import { settingsAtFirst } from './setting.ts';
import { presetOf, suspensionPresets } from './suspension-presets.ts';

test('SUS-3 a preset is known by its switches; read only looks and pays, all else is one’s own', () => {
  expect(presetOf(settingsAtFirst.whileSuspended)).toBe('payOnly');
  for (const [name, switches] of Object.entries(suspensionPresets)) expect(presetOf(switches)).toBe(name);
  const { readOnly, full } = suspensionPresets;
  expect(Object.entries(readOnly).filter(([, on]) => on).map(([name]) => name))
    .toEqual(['signIn', 'payInvoices']);
  expect(Object.values(full)).not.toContain(false);
  expect(presetOf({ ...readOnly, post: true })).toBeNull();
});
