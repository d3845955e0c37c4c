import { useState } from 'react';
import {
  AtText, Button, ButtonLink, type Column, Dialog, icons, NameText, toast, ToneBadge, usePhrase,
} from '../../../../kit/plain/index.ts';
import { useList, useSend } from '../../data/answers.ts';
import type { AnswerTo } from '../../data/client.ts';
import { useAddressValue } from '../../data/filters.ts';
import { useHere } from '../../data/here.tsx';
import { Page } from '../../frame/page.tsx';
import { DataTable } from '../../pieces/data-table.tsx';
import { NewKeyDialog } from './new-key.tsx';

type ApiKey = AnswerTo<'listApiKeys'>['data'][number];

/** Keys for machines: what each may where, when it was last used, and the way to revoke it. */
export function ApiKeys() {
  const phrase = usePhrase();
  const { may } = useHere();
  const [open, setOpen] = useAddressValue('open');
  const [asked, setAsked] = useState<ApiKey>();
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
        columns={useColumns(setAsked)}
        empty={{ icon: icons.key, text: phrase('admin-staff.keys.empty') }}
      />
      <NewKeyDialog open={open === 'new'} onClose={() => setOpen(undefined)} />
      <Revoke apiKey={asked} onClose={() => setAsked(undefined)} />
    </Page>
  );
}

function useColumns(onRevoke: (key: ApiKey) => void): readonly Column<ApiKey>[] {
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
    {
      key: 'may',
      title: phrase('admin-staff.keys.may'),
      cell: (key) =>
        key.role === null
          ? phrase('admin-staff.keys.permissions', { count: key.permissions.length })
          : phrase(`admin-staff.roles.${key.role}`),
    },
    {
      key: 'at',
      title: phrase('admin-staff.location'),
      cell: ({ locationName }) => <bdi>{locationName}</bdi>,
    },
    {
      key: 'maker',
      title: phrase('admin-staff.keys.maker'),
      cell: ({ madeBy }) =>
        madeBy === null ? <span className="muted">{phrase('admin-staff.keys.commandLine')}</span> : (
          <span className="pair">
            <NameText>{madeBy.name}</NameText>
            {madeBy.isGone ? <span className="muted small">{phrase('admin-staff.keys.gone')}</span> : null}
          </span>
        ),
    },
    {
      key: 'used',
      title: phrase('admin-staff.keys.lastUsed'),
      cell: ({ lastUsedAt }) =>
        lastUsedAt === null ? (
          <ToneBadge tone="quiet" icon={icons.circle}>
            {phrase('admin-staff.keys.unused')}
          </ToneBadge>
        ) : (
          <AtText at={lastUsedAt} zone={zone} />
        ),
    },
    {
      key: 'acts',
      title: '',
      cell: (key) => (
        <Button
          small
          onClick={() => onRevoke(key)}
          why={key.mayEnd ? undefined : phrase('admin-staff.keys.notYours')}
        >
          {phrase('admin-staff.keys.revoke')}
        </Button>
      ),
    },
  ];
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

