import '../../../css/roles.css';
import { useState } from 'react';
import {
  AtText, Button, ButtonLink, type Column, DayText, Dialog, icons, NameText, toast, ToneBadge, usePhrase,
} from '../../../../../kit/plain/index.ts';
import { useList, useSend } from '../../../data/answers.ts';
import type { AnswerTo } from '../../../data/client.ts';
import { useAddressValue } from '../../../data/filters.ts';
import { useHere } from '../../../data/here.tsx';
import { Page } from '../../../frame/page.tsx';
import { DataTable } from '../../../pieces/data-table.tsx';
import { permissionName } from '../../../pieces/roles/permission-text.ts';
import { roleText } from '../../../pieces/roles/role-text.ts';
import { NewKeyDialog } from './new-key.tsx';
import { RotateKey } from './rotate-key.tsx';

export type ApiKey = AnswerTo<'listApiKeys'>['data'][number];

/** Keys for machines: what each may where, when it was last used, and the way to revoke it. */
export function ApiKeys() {
  const phrase = usePhrase();
  const { may } = useHere();
  const [open, setOpen] = useAddressValue('open');
  const [asked, setAsked] = useState<ApiKey>();
  const [rotating, setRotating] = useState<ApiKey>();
  const list = useList('listApiKeys', { query: { ended: 'false' } });
  return (
    <Page
      title={phrase('admin-staff.keys.title')}
      acts={
        <>
          <ButtonLink href="/api/docs">{phrase('admin-staff.keys.reference')}</ButtonLink>
          {may('keys.write') ? (
            <Button kind="primary" icon={icons.plus} onClick={() => setOpen('new')}>
              {phrase('admin-staff.keys.create')}
            </Button>
          ) : null}
        </>
      }
    >
      <p className="muted">{phrase('admin-staff.keys.help')}</p>
      <DataTable
        caption={phrase('admin-staff.keys.title')}
        list={list}
        keyOf={({ id }) => id}
        columns={useColumns({ onRevoke: setAsked, onRotate: setRotating })}
        empty={{ icon: icons.key, text: phrase('admin-staff.keys.empty') }}
      />
      <NewKeyDialog open={open === 'new'} onClose={() => setOpen(undefined)} />
      {rotating === undefined ? null : <RotateKey of={rotating} onClose={() => setRotating(undefined)} />}
      <Revoke apiKey={asked} onClose={() => setAsked(undefined)} />
    </Page>
  );
}

interface KeyActs {
  readonly onRevoke: (key: ApiKey) => void;
  readonly onRotate: (key: ApiKey) => void;
}

function useColumns(acts: KeyActs): readonly Column<ApiKey>[] {
  const phrase = usePhrase();
  const { network } = useHere();
  const zone = network?.timeZone ?? 'UTC';
  return [
    {
      key: 'name',
      title: phrase('admin-accounts.name'),
      cell: (key) => (
        <span className="pair">
          <b>
            <NameText>{key.name}</NameText>
          </b>
          <code className="muted small" dir="ltr">
            {key.hint}…
          </code>
        </span>
      ),
    },
    { key: 'may', title: phrase('admin-staff.keys.may'), cell: (key) => <MayWhere of={key} /> },
    { key: 'maker', title: phrase('admin-staff.keys.maker'), cell: (key) => <Maker of={key} /> },
    {
      key: 'used',
      title: phrase('admin-staff.keys.lastUsed'),
      cell: (key) => <LastUsed of={key} zone={zone} />,
    },
    { key: 'expires', title: phrase('admin-keys.expires'), cell: (key) => <Expires of={key} /> },
    { key: 'acts', title: '', cell: (key) => <Acts of={key} {...acts} /> },
  ];
}

/** One line for each place; chosen permissions are unfolded by their names. */
function MayWhere({ of: { grants } }: { readonly of: ApiKey }) {
  const phrase = usePhrase();
  return (
    <ul className="plainlist">
      {grants.map(({ role, roleName, permissions, locationId, locationName }) => (
        <li key={`${locationId} ${role}`}>
          {role === null ? (
            <details>
              <summary>{phrase('admin-staff.roleAt', {
                role: phrase('admin-staff.keys.permissions', { count: permissions.length }),
                location: locationName,
              })}</summary>
              <ul className="small muted">
                {permissions.map((one) => <li key={one}>{permissionName(phrase, one)}</li>)}
              </ul>
            </details>
          ) : phrase('admin-staff.roleAt', {
            role: roleText(phrase, { role, roleName: roleName ?? role }), location: locationName,
          })}
        </li>
      ))}
    </ul>
  );
}

function Maker({ of: { madeBy } }: { readonly of: ApiKey }) {
  const phrase = usePhrase();
  if (madeBy === null) return <span className="muted">{phrase('admin-staff.keys.commandLine')}</span>;
  return (
    <span className="pair">
      <NameText>{madeBy.name}</NameText>
      {madeBy.isGone ? <span className="muted small">{phrase('admin-staff.keys.gone')}</span> : null}
    </span>
  );
}

/** The old secret too, while it is exchanged: when nothing uses it any more it can end. */
function LastUsed({ of: { lastUsedAt, older }, zone }: { readonly of: ApiKey; readonly zone: string }) {
  const phrase = usePhrase();
  return (
    <span className="pair">
      {lastUsedAt === null ? (
        <ToneBadge tone="quiet" icon={icons.circle}>{phrase('admin-staff.keys.unused')}</ToneBadge>
      ) : <AtText at={lastUsedAt} zone={zone} />}
      {older.map(({ hint, endsAt }) => (
        <span key={hint} className="muted small">
          {phrase('admin-keys.oldUntil')} <AtText at={endsAt} zone={zone} style="short" />
        </span>
      ))}
    </span>
  );
}

function Expires({ of: { expiresDay, isOver } }: { readonly of: ApiKey }) {
  const phrase = usePhrase();
  if (expiresDay === null) return <span className="muted">{phrase('admin-keys.never')}</span>;
  if (isOver) return <ToneBadge tone="alert" icon={icons.clock}>{phrase('admin-keys.over')}</ToneBadge>;
  return <DayText of={expiresDay} style="dated" />;
}

function Acts({ of: key, onRevoke, onRotate }: KeyActs & { readonly of: ApiKey }) {
  const phrase = usePhrase();
  const notYours = key.mayEnd ? undefined : phrase('admin-staff.keys.notYours');
  return (
    <span className="row">
      {key.isOver ? null : (
        <Button small onClick={() => onRotate(key)} why={notYours}>{phrase('admin-keys.rotate')}</Button>
      )}
      <Button small onClick={() => onRevoke(key)} why={notYours}>{phrase('admin-staff.keys.revoke')}</Button>
    </span>
  );
}

function Revoke({ apiKey, onClose }: { readonly apiKey: ApiKey | undefined; readonly onClose: () => void }) {
  const phrase = usePhrase();
  const end = useSend('endApiKey', { refresh: ['listApiKeys'] });
  const confirm = async () => {
    if (apiKey === undefined) return;
    await end.mutateAsync({ params: { keyId: apiKey.id } });
    toast(phrase('admin-staff.keys.revoked', { name: apiKey.name }));
    onClose();
  };
  return (
    <Dialog
      open={apiKey !== undefined}
      title={phrase('admin-staff.keys.revokeTitle')}
      onClose={onClose}
      acts={
        <>
          <Button kind="quiet" onClick={onClose}>
            {phrase('kit.cancel')}
          </Button>
          <Button kind="danger" busy={end.isPending} onClick={() => void confirm()}>
            {phrase('admin-staff.keys.revoke')}
          </Button>
        </>
      }
    >
      <p>{phrase('admin-staff.keys.revokeEffect', { name: apiKey?.name ?? '' })}</p>
    </Dialog>
  );
}

