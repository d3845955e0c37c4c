import { SelectField, useSpeech } from '../../../../../kit/plain/index.ts';
import { useSend } from '../../../data/answers.ts';
import { freshKey } from '../../../data/client.ts';
import { FormDialog, useDialogForm } from '../../../pieces/form-dialog.tsx';
import { type Team, type TeamMember, useContractsOfTeam } from '../use-team.ts';

interface Given {
  readonly team: Pick<Team, 'id' | 'name'>;
  readonly member: Pick<TeamMember, 'customerId' | 'name' | 'seats'>;
  readonly onClose: () => void;
}

/** TEM-2: a free place on one of the team's contracts; who has it is a member from then on. */
export function GiveSeat({ team, member, onClose }: Given) {
  const { phrase } = useSpeech();
  const contracts = useContractsOfTeam(team.id);
  const give = useSend('giveSeat');
  const held = new Set<string>(member.seats.map(({ contractId }) => contractId));
  const free = (contracts.data?.data ?? []).filter(
    ({ id, status, free: left }) => left > 0 && !held.has(id) && status !== 'ended' && status !== 'void',
  );
  const form = useDialogForm({
    initial: { contractId: '' },
    onClose,
    done: phrase('admin-teams.seat.given', { name: member.name }),
    send: ({ contractId }) =>
      give.mutateAsync({
        params: { contractId: (contractId || free[0]?.id) as never },
        body: { customerId: member.customerId },
        idempotencyKey: freshKey(),
      }),
  });
  const none = contracts.data !== undefined && free.length === 0;
  return (
    <FormDialog
      title={phrase('admin-teams.seat.title', { name: member.name })}
      form={form}
      verb={phrase('admin-teams.seat.give')}
      why={none ? phrase('admin-teams.noneFree') : undefined}
      onClose={onClose}
      above={<p className="muted">{phrase(none ? 'admin-teams.noneFree' : 'admin-teams.seat.gives')}</p>}
    >
      {none ? null : (
        <SelectField
          label={phrase('admin-teams.seat.on')}
          {...form.field('contractId')}
          value={form.values.contractId || (free[0]?.id ?? '')}
          options={free.map(({ id, planName, taken, total }) => ({
            value: id,
            label: phrase('admin-teams.seat.choice', { plan: planName, used: taken, all: total }),
          }))}
        />
      )}
    </FormDialog>
  );
}
