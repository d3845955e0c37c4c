import { settingsAtFirst, type SuspensionSwitches } from './setting.ts';

/** SUS-3: full goes on with everything; pay only is what a network has at first; read only looks and pays. */
export const suspensionPresets = {
  full: everySwitch(true),
  payOnly: settingsAtFirst.whileSuspended,
  readOnly: { ...everySwitch(false), signIn: true, payInvoices: true },
} as const satisfies Record<string, SuspensionSwitches>;

export type SuspensionPreset = keyof typeof suspensionPresets;

/** Which of them the switches are; null: the operator's own choice. */
export function presetOf(switches: SuspensionSwitches): SuspensionPreset | null {
  const names = Object.keys(switches) as (keyof SuspensionSwitches)[];
  return (Object.keys(suspensionPresets) as SuspensionPreset[])
    .find((preset) => names.every((name) => suspensionPresets[preset][name] === switches[name])) ?? null;
}

function everySwitch(on: boolean): SuspensionSwitches {
  return Object.fromEntries(Object.keys(settingsAtFirst.whileSuspended).map((name) => [name, on])) as
    unknown as SuspensionSwitches;
}
