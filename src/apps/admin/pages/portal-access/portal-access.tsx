import { useState } from 'react';
import { Button, icons, Icon, Menu, toast, useSpeech } from '../../../../kit/plain/index.ts';
import { useAddressValues } from '../../data/filters.ts';
import { type LocationHere, useHere } from '../../data/here.tsx';
import { Page } from '../../frame/page.tsx';
import { Region } from '../../pieces/region.tsx';
import { PreviewAs } from '../preview/preview-as.tsx';
import { BeforePublishing } from './before-publishing.tsx';
import { Matrix } from './matrix.tsx';
import { PublishDialog } from './publish-dialog.tsx';
import { type AccessHere, useAccess } from './use-access.ts';
import { VersionsDialog } from './versions-dialog.tsx';
import { isToCome } from './when-field.tsx';
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
  const [of, setAddress] = useAddressValues();
  const when = timeIn(of('at'));
  const setWhen = (at: string | undefined) => setAddress({ at });
  const access = useAccess(place, isToCome(when) ? when : undefined);
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
      note={<Inheritance place={place} access={access} onVersions={() => setAddress({ open: 'versions' })} />}
      acts={mayPublish ? (
        <>
          <PreviewAs draft={count > 0} />
          {count === 0 ? null : (
            <Button kind="quiet" onClick={() => void access.discard()}>
              {phrase('admin-access.discard')}
            </Button>
          )}
          <Button
            kind="primary"
            onClick={() => setAsking(true)}
            why={count === 0 ? phrase('admin-access.nothingChanged')
              : isToCome(when) ? undefined : phrase('admin-access.past')}>
            {phrase('admin-access.publish', { count })}
          </Button>
        </>
      ) : <PreviewAs />}>
      <div className="with-rail with-rail--matrix">
        <div>
          <div className="card">
            <Region answer={access.published} rows={16}>
              {() => <Matrix access={access} isRoot={place.parentId === null} mayChange={mayPublish} />}
            </Region>
          </div>
          <p className="note muted small">
            <Icon of={icons.info} size={14} />
            <span>
              {phrase('admin-access.onlyMeansOnly')}{' '}
              {here.may('access.explain') ? (
                <span className="by-key">{phrase('admin-access.askKey')}</span>
              ) : null}
            </span>
          </p>
        </div>
        <BeforePublishing access={access} place={place} when={when} onWhen={setWhen} />
      </div>
      <PublishDialog open={asking} access={access} when={when} onClose={() => setAsking(false)}
        onPublish={publish} />
      {of('open') === 'versions' ? (
        <VersionsDialog access={access} place={place} onClose={() => setAddress({ open: undefined })} />
      ) : null}
    </Page>
  );
}

/** A time in the address that is none is no time. */
const timeIn = (text: string | undefined): string | undefined =>
  (text === undefined || Number.isNaN(Date.parse(text)) ? undefined : text);

interface InheritanceProps {
  readonly place: LocationHere;
  readonly access: AccessHere;
  readonly onVersions: () => void;
}

/** Where the rest comes from, with the way there, and the versions there were. */
function Inheritance({ place, access, onVersions }: InheritanceProps) {
  const { phrase } = useSpeech();
  const { locations, hrefTo, network } = useHere();
  const parent = locations.find((one) => one.id === place.parentId);
  const count = countSet(access.own);
  const text =
    parent === undefined
      ? phrase('admin-access.atRoot', { name: place.name })
      : phrase('admin-access.inherits', { parent: parent.name, count });
  const versions = access.access?.versions.length ?? 0;
  return (
    <Menu
      name={phrase('admin-access.comesFrom')}
      openerClass="pick"
      button={{
        children: (
          <>
            <Icon of={icons.layers} />
            <span className="clip">{text}</span> <Icon of={icons.down} size={14} />
          </>
        ),
      }}
      items={[
        ...parent === undefined ? [] : [{
          key: 'parent', icon: icons.building, label: phrase('admin-access.rulesOf', { name: parent.name }),
          href: hrefTo('portal/access', parent.id === network?.id ? 'all' : parent.slug),
        }],
        {
          key: 'versions', icon: icons.log, label: phrase('admin-access.history'),
          note: phrase('admin-access.versionCount', { count: versions }), onChoose: onVersions,
        },
      ]}
    />
  );
}
