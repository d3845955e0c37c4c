import { FieldGroup, Switch, useSpeech } from '../../../../../kit/plain/index.ts';
import { settingsAtFirst, type SuspensionSwitches } from '../../../../../domain/locations/setting.ts';
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
