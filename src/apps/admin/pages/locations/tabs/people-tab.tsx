import { FieldGroup, SelectField, Switch, useSpeech } from '../../../../../kit/plain/index.ts';
import { settingsAtFirst, type SuspensionSwitches } from '../../../../../domain/locations/setting.ts';
import {
  presetOf, type SuspensionPreset, suspensionPresets,
} from '../../../../../domain/locations/suspension-presets.ts';
import { ChoiceSetting, SwitchSetting } from '../controls.tsx';
import { Setting, SettingGroup } from '../setting.tsx';
import type { SettingsHere } from '../use-settings.ts';

const switches = Object.keys(settingsAtFirst.whileSuspended) as (keyof SuspensionSwitches)[];

/** Who counts as a member, what suspended customers may still do, who may open an account. */
export function PeopleTab({ settings }: { settings: SettingsHere }) {
  const { phrase } = useSpeech();
  if (!settings.mayRead) return null;
  const allowed = settings.value('whileSuspended');
  return (
    <div className="two-col">
      <SettingGroup title={phrase('admin-locations.groups.members')}>
        <ChoiceSetting settings={settings} name="membersAre" values={['anyOfNetwork', 'validHere']} />
        <SwitchSetting settings={settings} name="frozenMembersEnter" />
        <SwitchSetting settings={settings} name="accountsOpen" />
      </SettingGroup>
      <SettingGroup
        title={phrase('admin-locations.groups.suspended')}
        help={phrase('admin-locations.suspendedHelp')}>
        <Setting settings={settings} name="whileSuspended">
          <Preset settings={settings} />
          <FieldGroup label={phrase('admin-locations.settings.whileSuspended.label')}>
            {switches.map((name) => (
              <Switch
                key={name}
                name={`suspended-${name}`}
                checked={allowed[name]}
                onCheck={(on) =>
                  settings.mayChange && settings.set('whileSuspended', { ...allowed, [name]: on })
                }>
                {phrase(`admin-locations.switches.${name}`)}
              </Switch>
            ))}
          </FieldGroup>
        </Setting>
      </SettingGroup>
    </div>
  );
}

const presets = Object.keys(suspensionPresets) as SuspensionPreset[];

/** The usual choices by name; what was switched by hand is one's own. */
function Preset({ settings }: { readonly settings: SettingsHere }) {
  const { phrase } = useSpeech();
  const preset = presetOf(settings.value('whileSuspended'));
  const said = (value: string) => ({ value, label: phrase(`admin-locations.presets.${value}`) });
  const named = presets.map(said);
  return (
    <SelectField
      name="suspended-preset"
      label={phrase('admin-locations.presets.label')}
      value={preset ?? 'own'}
      options={preset === null ? [said('own'), ...named] : named}
      onValue={(value) => {
        const chosen = suspensionPresets[value as SuspensionPreset];
        if (settings.mayChange && chosen !== undefined) settings.set('whileSuspended', chosen);
      }}
    />
  );
}
