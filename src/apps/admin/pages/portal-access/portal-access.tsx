import { useState } from 'react';
import { Button, icons, Icon, Menu, toast, useSpeech } from '../../../../kit/plain/index.ts';
import { type LocationHere, useHere } from '../../data/here.tsx';
import { Page } from '../../frame/page.tsx';
import { Region } from '../../pieces/region.tsx';
import { BeforePublishing } from './before-publishing.tsx';
import { Matrix } from './matrix.tsx';
import { PublishDialog } from './publish-dialog.tsx';
import { type AccessHere, useAccess } from './use-access.ts';
import { countSet } from './wished.ts';

/** Who may open each of the sixteen sections at this place, what a change would do, and publishing it. */
export function PortalAccess() {
  const { location, network } = useHere();
  const place = location ?? network;
  return place === undefined ? null : <AtPlace key={place.id} place={place} />;
}

function AtPlace({ place }: { place: LocationHere }) {
  const { phrase } = useSpeech();
  const here = useHere();
  const access = useAccess(place);
  const [when, setWhen] = useState<string>();
  const [asking, setAsking] = useState(false);
  const mayPublish = here.me.may('portal.publish', place.id);
  const count = access.changed.length;
  const publish = async () => {
    await access.publish(when);
    setAsking(false);
    setWhen(undefined);
    toast(phrase(when === undefined ? 'admin-access.published' : 'admin-access.scheduled', { count }));
  };
  return (
    <Page
      title={phrase('admin-access.title')}
      tight
      note={<Inheritance place={place} access={access} />}
      acts={
        mayPublish ? (
          <>
            {count === 0 ? null : (
              <Button kind="quiet" onClick={() => void access.discard()}>
                {phrase('admin-access.discard')}
              </Button>
            )}
            <Button
              kind="primary"
              onClick={() => setAsking(true)}
              why={count === 0 ? phrase('admin-access.nothingChanged') : undefined}>
              {phrase('admin-access.publish', { count })}
            </Button>
          </>
        ) : (
          <span />
        )
      }>
      <div className="with-rail with-rail--matrix">
        <div>
          <div className="card">
            <Region answer={access.published} rows={16}>
              {() => <Matrix access={access} isRoot={place.parentId === null} mayChange={mayPublish} />}
            </Region>
          </div>
          <p className="note muted small">
            <Icon of={icons.info} size={14} />
            {phrase('admin-access.onlyMeansOnly')}
          </p>
        </div>
        <BeforePublishing access={access} place={place} when={when} onWhen={setWhen} />
      </div>
      <PublishDialog
        open={asking}
        access={access}
        when={when}
        zone={place.timeZone}
        onClose={() => setAsking(false)}
        onPublish={publish}
      />
    </Page>
  );
}

/** Where the rest comes from, and the versions there were, each with a way back to it. */
function Inheritance({ place, access }: { place: LocationHere; access: AccessHere }) {
  const { phrase, formats } = useSpeech();
  const { locations, me } = useHere();
  const parent = locations.find((one) => one.id === place.parentId);
  const count = countSet(access.own);
  const text =
    parent === undefined
      ? phrase('admin-access.atRoot', { name: place.name })
      : phrase('admin-access.inherits', { parent: parent.name, count });
  const versions = access.access?.versions ?? [];
  if (versions.length < 2 || !me.may('portal.publish', place.id))
    return <span className="plain">{text}</span>;
  return (
    <Menu
      name={phrase('admin-access.history')}
      openerClass="pick"
      button={{
        children: (
          <>
            <Icon of={icons.layers} />
            {text} <Icon of={icons.down} size={14} />
          </>
        ),
      }}
      items={versions.map((version, at) => ({
        key: String(version.version),
        label: phrase('admin-access.version', { version: version.version }),
        note: formats.at(version.inForceFrom, place.timeZone, 'dated'),
        checked: at === 0,
        onChoose: () => {
          void access
            .revert(version.version)
            .then(() => toast(phrase('admin-access.broughtBack', { version: version.version })));
        },
      }))}
    />
  );
}
