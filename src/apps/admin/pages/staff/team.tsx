import { useState } from 'react';
import {
  AtText,
  Avatar,
  Button,
  Card,
  type Column,
  Dialog,
  EmptyState,
  icons,
  List,
  ListRow,
  NameText,
  ToneBadge,
  toast,
  usePhrase,
} from '../../../../kit/plain/index.ts';
import { useAnswer, useList, useSend } from '../../data/answers.ts';
import type { AnswerTo } from '../../data/client.ts';
import { useAddressValue } from '../../data/filters.ts';
import { useHere } from '../../data/here.tsx';
import { Page } from '../../frame/page.tsx';
import { DataTable } from '../../pieces/data-table.tsx';
import { Region } from '../../pieces/region.tsx';
import { roleText } from '../../pieces/roles/role-text.ts';
import { InviteDialog } from './invite.tsx';
import { ColleagueDialog } from './colleague.tsx';
import { TeamTabs } from './team-tabs.tsx';

type Admin = AnswerTo<'listStaff'>['data'][number];
type Invitation = AnswerTo<'listInvitations'>['data'][number];

/** Who works here, with which role where, and who is still to answer. */
export function Team() {
  const phrase = usePhrase();
  const { location, may } = useHere();
  const [open, setOpen] = useAddressValue('open');
  const list = useList('listStaff', { query: location === undefined ? {} : { locationId: location.id } });
  const chosen = list.rows?.find(({ id }) => id === open);
  const close = () => setOpen(undefined);
  return (
    <Page title={phrase('admin-staff.team.title')} acts={may('staff.write') ? (
      <Button kind="primary" icon={icons.plus} onClick={() => setOpen('invite')}>
        {phrase('admin-staff.team.invite')}
      </Button>
    ) : <span />}>
      <TeamTabs current="people" />
      <DataTable caption={phrase('admin-staff.team.title')} list={list} columns={useColumns(setOpen)}
        keyOf={({ id }) => id} isSelected={({ id }) => id === open}
        empty={{ icon: icons.users, text: phrase('admin-staff.team.empty') }} />
      <Waiting />
      <InviteDialog open={open === 'invite'} onClose={close} />
      {chosen === undefined ? null : <ColleagueDialog admin={chosen} onClose={close} />}
    </Page>
  );
}

function useColumns(onOpen: (id: string) => void): readonly Column<Admin>[] {
  const phrase = usePhrase();
  const { location } = useHere();
  const zone = location?.timeZone ?? 'UTC';
  return [
    {
      key: 'name',
      title: phrase('admin-accounts.name'),
      cell: (admin) => (
        <span className="row">
          <Avatar name={admin.name} />
          <span className="pair">
            <b>
              <NameText>{admin.name}</NameText>
            </b>
            <span className="muted small">
              <bdi>{admin.email}</bdi>
            </span>
          </span>
        </span>
      ),
    },
    {
      key: 'roles',
      title: phrase('admin-staff.role'),
      cell: (admin) => (
        <ul className="plainlist">
          {admin.roles.map((held) => (
            <li key={held.id}>
              {phrase('admin-staff.roleAt', {
                role: roleText(phrase, held),
                location: held.locationName,
              })}
            </li>
          ))}
        </ul>
      ),
    },
    {
      key: 'seen',
      title: phrase('admin-staff.team.lastSeen'),
      wideOnly: true,
      cell: ({ lastSeenAt }) =>
        lastSeenAt === null ? (
          <span className="muted">{phrase('admin-staff.team.never')}</span>
        ) : (
          <AtText at={lastSeenAt} zone={zone} />
        ),
    },
    {
      key: 'acts',
      title: '',
      cell: (admin) => (
        <span className="row">
          {admin.isYou ? (
            <ToneBadge tone="quiet" icon={icons.user}>
              {phrase('admin-staff.team.you')}
            </ToneBadge>
          ) : null}
          <Button small onClick={() => onOpen(admin.id)}>
            {phrase('admin-staff.team.change')}
          </Button>
        </span>
      ),
    },
  ];
}

/** Invitations without an answer: they can be withdrawn, and sent anew by inviting again. */
function Waiting() {
  const phrase = usePhrase();
  const answer = useAnswer('listInvitations', {});
  const withdraw = useSend('withdrawInvitation', { refresh: ['listInvitations'] });
  const [asked, setAsked] = useState<Invitation>();
  const end = async () => {
    if (asked === undefined) return;
    await withdraw.mutateAsync({ params: { invitationId: asked.id } });
    toast(phrase('admin-staff.invitation.withdrawn', { email: asked.email }));
    setAsked(undefined);
  };
  if (answer.data?.data.length === 0) return null;
  return (
    <Card title={phrase('admin-staff.invitation.title')} count={answer.data?.data.length}>
      <Region answer={answer}>
        {({ data }) =>
          data.length === 0 ? (
            <EmptyState icon={icons.send}>{phrase('admin-staff.invitation.empty')}</EmptyState>
          ) : (
            <List>
              {data.map((one) => (
                <InvitationRow key={one.id} of={one} onWithdraw={() => setAsked(one)} />
              ))}
            </List>
          )
        }
      </Region>
      <Dialog
        open={asked !== undefined}
        title={phrase('admin-staff.invitation.withdrawTitle')}
        onClose={() => setAsked(undefined)}
        acts={
          <>
            <Button kind="quiet" onClick={() => setAsked(undefined)}>
              {phrase('kit.cancel')}
            </Button>
            <Button kind="danger" busy={withdraw.isPending} onClick={() => void end()}>
              {phrase('admin-staff.invitation.withdraw')}
            </Button>
          </>
        }
      >
        <p>{phrase('admin-staff.invitation.withdrawEffect', { email: asked?.email ?? '' })}</p>
      </Dialog>
    </Card>
  );
}

function InvitationRow({
  of: one,
  onWithdraw,
}: {
  readonly of: Invitation;
  readonly onWithdraw: () => void;
}) {
  const phrase = usePhrase();
  const { may, network } = useHere();
  return (
    <ListRow
      title={<NameText>{one.name}</NameText>}
      note={
        <>
          <bdi>{one.email}</bdi> ·{' '}
          {phrase('admin-staff.roleAt', {
            role: roleText(phrase, one),
            location: one.locationName,
          })}
        </>
      }
    >
      {one.isOver ? (
        <ToneBadge tone="quiet" icon={icons.circle}>
          {phrase('admin-staff.invitation.over')}
        </ToneBadge>
      ) : (
        <ToneBadge tone="scheduled" icon={icons.clock}>
          {phrase('admin-staff.invitation.until')}{' '}
          <AtText at={one.expiresAt} zone={network?.timeZone ?? 'UTC'} />
        </ToneBadge>
      )}
      {may('staff.write') ? (
        <Button small onClick={onWithdraw}>
          {phrase('admin-staff.invitation.withdraw')}
        </Button>
      ) : null}
    </ListRow>
  );
}
