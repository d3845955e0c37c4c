import type { ReactNode } from 'react';
import { Button, icons, useSpeech } from '../../../../kit/plain/index.ts';
import type { SettingName } from '../../../../domain/locations/setting.ts';
import type { SettingsHere } from './use-settings.ts';

/** A setting with where its value comes from, and the way back to the parent's. */
export function Setting({
  settings,
  name,
  wide = false,
  children,
}: {
  readonly settings: SettingsHere;
  readonly name: SettingName;
  /** Needs the whole line: where it comes from stands below. */
  readonly wide?: boolean;
  readonly children: ReactNode;
}) {
  const names = ['setting', settings.isChanged(name) ? 'setting--changed' : '', wide ? 'setting--wide' : ''];
  return (
    <div className={names.filter(Boolean).join(' ')} data-setting={name}>
      <div className="setting__control">{children}</div>
      <Source settings={settings} name={name} />
    </div>
  );
}

function Source({ settings, name }: { settings: SettingsHere; name: SettingName }) {
  const { phrase } = useSpeech();
  const { own, from } = settings.source(name);
  if (settings.isRoot)
    return <p className="setting__source muted tiny">{phrase('admin-locations.forAll')}</p>;
  if (!own) {
    return (
      <p className="setting__source muted tiny">
        {from === null
          ? phrase('admin-locations.fromNobody')
          : phrase('admin-locations.from', { name: from })}
      </p>
    );
  }
  return (
    <p className="setting__source tiny row">
      <b>{phrase('admin-locations.ownValue')}</b>
      {settings.mayChange ? (
        <Button small kind="quiet" icon={icons.undo} onClick={() => settings.reset(name)}>
          {phrase('admin-locations.reset')}
        </Button>
      ) : null}
    </p>
  );
}

/** Settings that belong together. */
export function SettingGroup({
  title,
  help,
  children,
}: {
  readonly title: string;
  readonly help?: string;
  readonly children: ReactNode;
}) {
  return (
    <section className="card" aria-label={title}>
      <div className="card__head">
        <h2>{title}</h2>
      </div>
      {help === undefined ? null : <p className="setting__help muted small">{help}</p>}
      {children}
    </section>
  );
}
