import { SelectField, Switch, TextField, useSpeech } from '../../../../kit/plain/index.ts';
import type { SettingName, Settings } from '../../../../domain/locations/setting.ts';
import { Setting } from './setting.tsx';
import type { SettingsHere } from './use-settings.ts';

/** Names of the settings whose value is of a kind. */
type Of<Kind> = { [N in SettingName]: Settings[N] extends Kind ? N : never }[SettingName];

interface ControlProps<Name extends SettingName> {
  readonly settings: SettingsHere;
  readonly name: Name;
}

const labelOf = (name: SettingName) => `admin-locations.settings.${name}.label`;
const helpOf = (name: SettingName) => `admin-locations.settings.${name}.help`;

/** A line of text. */
export function TextSetting({
  settings,
  name,
  type = 'text',
}: ControlProps<Of<string>> & { type?: 'text' | 'email' | 'tel' }) {
  const { phrase, has } = useSpeech();
  return (
    <Setting settings={settings} name={name}>
      <TextField
        label={phrase(labelOf(name))}
        help={has(helpOf(name)) ? phrase(helpOf(name)) : undefined}
        name={name}
        type={type}
        value={settings.value(name)}
        readOnly={!settings.mayChange}
        onValue={(value) => settings.set(name, value)}
      />
    </Setting>
  );
}

/** A number, shown in a larger unit than it is kept in where `scale` says so: 1900 hundredths are 19. */
export function NumberSetting({
  settings,
  name,
  scale = 1,
  unit,
  empty,
}: ControlProps<Of<number | null>> & {
  readonly scale?: number;
  readonly unit?: string;
  /** The setting may be left empty, which means null. */
  readonly empty?: true;
}) {
  const { phrase, has } = useSpeech();
  const value = settings.value(name);
  return (
    <Setting settings={settings} name={name}>
      <TextField
        label={phrase(labelOf(name))}
        help={has(helpOf(name)) ? phrase(helpOf(name)) : undefined}
        name={name}
        type="number"
        inputMode="decimal"
        min={0}
        step={1 / scale}
        after={unit}
        optional={empty}
        readOnly={!settings.mayChange}
        value={value === null ? '' : String(value / scale)}
        onValue={(text) => {
          if (text === '' && empty === true) settings.set(name, null as never);
          else if (text !== '' && Number.isFinite(Number(text))) {
            settings.set(name, Math.round(Number(text) * scale) as never);
          }
        }}
      />
    </Setting>
  );
}

/** On or off. */
export function SwitchSetting({ settings, name }: ControlProps<Of<boolean>>) {
  const { phrase, has } = useSpeech();
  const helpId = `${name}-help`;
  return (
    <Setting settings={settings} name={name}>
      <Switch
        name={name}
        checked={settings.value(name)}
        describedBy={helpId}
        onCheck={(checked) => settings.mayChange && settings.set(name, checked)}>
        {phrase(labelOf(name))}
      </Switch>
      <p className="muted tiny" id={helpId}>
        {has(helpOf(name)) ? phrase(helpOf(name)) : null}
      </p>
    </Setting>
  );
}

/** One of a few. */
export function ChoiceSetting<
  N extends 'membersAre' | 'timePassRunsOut' | 'resourcesScope' | 'bookingCredits',
>({ settings, name, values }: ControlProps<N> & { readonly values: readonly Settings[N][] }) {
  const { phrase, has } = useSpeech();
  return (
    <Setting settings={settings} name={name}>
      <SelectField
        label={phrase(labelOf(name))}
        help={has(helpOf(name)) ? phrase(helpOf(name)) : undefined}
        name={name}
        value={settings.value(name)}
        onValue={(value) => settings.mayChange && settings.set(name, value as Settings[N])}
        options={values.map((value) => ({
          value,
          label: phrase(`admin-locations.settings.${name}.values.${value}`),
        }))}
      />
    </Setting>
  );
}
