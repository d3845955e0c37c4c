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

/** Name, label and help of a setting's control, by the setting's name. */
function useWords(name: SettingName) {
  const { phrase, has } = useSpeech();
  const key = `admin-locations.settings.${name}`;
  const help = has(`${key}.help`) ? phrase(`${key}.help`) : undefined;
  return { name, label: phrase(`${key}.label`), help };
}

/** A line of text. */
export function TextSetting({
  settings,
  name,
  type = 'text',
}: ControlProps<Of<string>> & { type?: 'text' | 'email' | 'tel' }) {
  const words = useWords(name);
  return (
    <Setting settings={settings} name={name}>
      <TextField
        {...words}
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
  const words = useWords(name);
  const value = settings.value(name);
  return (
    <Setting settings={settings} name={name}>
      <TextField
        {...words}
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
  const { label, help } = useWords(name);
  const helpId = `${name}-help`;
  return (
    <Setting settings={settings} name={name}>
      <Switch
        name={name}
        checked={settings.value(name)}
        describedBy={helpId}
        onCheck={(checked) => settings.mayChange && settings.set(name, checked)}>
        {label}
      </Switch>
      <p className="muted tiny" id={helpId}>
        {help}
      </p>
    </Setting>
  );
}

/** One of a few. */
export function ChoiceSetting<
  N extends 'membersAre' | 'timePassRunsOut' | 'bookingCredits' | `${string}Scope` & SettingName,
>({
  settings,
  name,
  values,
  texts = `settings.${name}.values`,
}: ControlProps<N> & {
  readonly values: readonly Settings[N][];
  /** Where the texts of the values stand, for settings that share theirs. */
  readonly texts?: string;
}) {
  const { phrase } = useSpeech();
  const words = useWords(name);
  return (
    <Setting settings={settings} name={name}>
      <SelectField
        {...words}
        value={settings.value(name)}
        onValue={(value) => settings.mayChange && settings.set(name, value as Settings[N])}
        options={values.map((value) => ({
          value,
          label: phrase(`admin-locations.${texts}.${value}`),
        }))}
      />
    </Setting>
  );
}
