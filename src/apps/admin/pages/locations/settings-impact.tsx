import type { SettingName } from '../../../../domain/locations/setting.ts';
import { useAnswer } from '../../data/answers.ts';
import { client, type Sent } from '../../data/client.ts';
import { useRested } from '../../data/rested.ts';
import { ImpactPanel } from '../../pieces/impact.tsx';
import type { SettingsHere } from './use-settings.ts';

/** The settings that decide who may do what. */
const decide: readonly SettingName[] =
  ['whileSuspended', 'membersAre', 'frozenMembersEnter', 'resourcesScope'];

/** Who would gain and lose what by the settings as they stand here, before they are saved. */
export function SettingsImpact({ settings }: { readonly settings: SettingsHere }) {
  const changed = decide.filter((name) => settings.isChanged(name));
  const own = changed.filter((name) => settings.source(name).own);
  const inherit = changed.filter((name) => !settings.source(name).own);
  const wished = useRested({
    ...Object.fromEntries(own.map((name) => [name, settings.value(name)])), inherit,
  });
  const sent = {
    params: { locationId: settings.location.id },
    body: { settings: wished } as Sent<'previewSettings'>['body'],
  };
  const answer = useAnswer('previewSettings', sent, { when: changed.length > 0 });
  if (changed.length === 0) return null;
  return (
    <ImpactPanel
      answer={{ data: answer.isPlaceholderData ? undefined : answer.data, error: answer.error }}
      onWho={(of, who, cursor) => client.call('previewSettings', {
        ...sent, query: { of, who, ...(cursor !== undefined && { cursor }) },
      })}
    />
  );
}
