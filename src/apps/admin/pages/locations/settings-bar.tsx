import { Button, toast, useSpeech } from '../../../../kit/plain/index.ts';
import { Fault } from '../../pieces/region.tsx';
import { SettingsImpact } from './settings-impact.tsx';
import type { SettingsHere } from './use-settings.ts';

/** How much is unsaved, and the two ways on. */
export function SettingsBar({ settings }: { settings: SettingsHere }) {
  const { phrase } = useSpeech();
  if (settings.changed === 0) return null;
  const save = () => void settings.save().then(() => toast(phrase('kit.form.saved')), () => undefined);
  return (
    <div className="savebar wrap" role="region" aria-label={phrase('kit.form.save')}>
      <SettingsImpact settings={settings} />
      {settings.fault === null ? null : <Fault error={settings.fault} />}
      <span className="num">{phrase('kit.form.unsaved', { count: settings.changed })}</span>
      <span className="row push">
        <Button kind="quiet" onClick={settings.discard}>{phrase('kit.form.discard')}</Button>
        <Button kind="primary" busy={settings.busy} onClick={save}>{phrase('kit.form.save')}</Button>
      </span>
    </div>
  );
}
