import { useState } from 'react';
import {
  AtText,
  Button,
  icons,
  ListRow,
  NameText,
  ToneBadge,
  toast,
  useSpeech,
} from '../../../../../kit/plain/index.ts';
import { useAnswer, useSend } from '../../../data/answers.ts';
import { type AnswerTo, freshKey } from '../../../data/client.ts';
import { useZone } from '../../../data/today.ts';
import { FormDialog, useDialogForm } from '../../../pieces/form-dialog.tsx';
import { ListCard } from '../../../pieces/list-card.tsx';
import type { Team } from '../use-team.ts';

type Invitation = AnswerTo<'listTeamInvitations'>['data'][number];

/** Who is still to answer: it can be sent again, or withdrawn. */
export function InvitationsCard({ team }: { readonly team: Team }) {
  const { phrase } = useSpeech();
  const answer = useAnswer('listTeamInvitations', { params: { teamId: team.id } });
  const [asked, setAsked] = useState<Invitation>();
  const rows = answer.data?.data ?? [];
  return (
    <>
      <ListCard
        title={phrase('admin-teams.invitations.title')}
        count={rows.length}
        answer={answer}
        rows={rows}
        skeletons={2}
        empty={{ icon: icons.mail, text: phrase('admin-teams.invitations.none') }}
      >
        {(one) => (
          <Row key={one.id} team={team} of={one} onWithdraw={() => setAsked(one)} />
        )}
      </ListCard>
      {asked === undefined ? null : (
        <Withdraw team={team} of={asked} onClose={() => setAsked(undefined)} />
      )}
    </>
  );
}

interface RowProps {
  readonly team: Team;
  readonly of: Invitation;
  readonly onWithdraw: () => void;
}

function Row({ team, of, onWithdraw }: RowProps) {
  const { phrase } = useSpeech();
  const zone = useZone();
  const invite = useSend('inviteToTeam');
  const { email, name, role } = of;
  const sendAgain = async () => {
    await invite.mutateAsync({
      params: { teamId: team.id }, body: { email, name, role }, idempotencyKey: freshKey(),
    });
    toast(phrase('admin-teams.invite.done', { email }));
  };
  return (
    <ListRow
      title={<bdi>{email}</bdi>}
      note={
        <>
          <NameText>{name}</NameText> · {phrase(`admin-teams.roles.${role}`)}
        </>
      }
    >
      {of.isOver ? (
        <ToneBadge tone="quiet" icon={icons.circle}>
          {phrase('admin-staff.invitation.over')}
        </ToneBadge>
      ) : (
        <ToneBadge tone="scheduled" icon={icons.clock}>
          {phrase('admin-staff.invitation.until')} <AtText at={of.expiresAt} zone={zone} />
        </ToneBadge>
      )}
      {team.may.invite ? (
        <>
          <Button small busy={invite.isPending} onClick={() => void sendAgain()}>
            {phrase('admin-teams.invitations.sendAgain')}
          </Button>
          <Button small onClick={onWithdraw}>
            {phrase('admin-staff.invitation.withdraw')}
          </Button>
        </>
      ) : null}
    </ListRow>
  );
}

function Withdraw({
  team,
  of,
  onClose,
}: {
  readonly team: Team;
  readonly of: Invitation;
  readonly onClose: () => void;
}) {
  const { phrase } = useSpeech();
  const withdraw = useSend('withdrawTeamInvitation');
  const { email } = of;
  const form = useDialogForm({
    initial: {},
    onClose,
    done: phrase('admin-staff.invitation.withdrawn', { email }),
    send: () => withdraw.mutateAsync({ params: { teamId: team.id, invitationId: of.id } }),
  });
  return (
    <FormDialog
      title={phrase('admin-staff.invitation.withdrawTitle')}
      form={form}
      danger
      verb={phrase('admin-staff.invitation.withdraw')}
      onClose={onClose}
      above={<p>{phrase('admin-staff.invitation.withdrawEffect', { email })}</p>}
    />
  );
}
