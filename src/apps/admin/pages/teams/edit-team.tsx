import { Dialog, TextField, toast, useSpeech } from '../../../../kit/plain/index.ts';
import { useSend } from '../../data/answers.ts';
import { type Form, useForm } from '../../data/form.ts';
import { FormFrame } from '../../pieces/form-parts.tsx';
import {
  fieldOf, InviteSwitch, PayerFields, PlaceFields, ProfileFields, type TeamValues,
} from './team-fields.tsx';
import type { Team } from './use-team.ts';

interface Given {
  readonly team: Team;
  readonly onClose: () => void;
}

/** What a team says of itself, and how it is run. */
export function EditTeam({ team, onClose }: Given) {
  const { phrase } = useSpeech();
  const form = useEdited(team, onClose);
  return (
    <Dialog open title={phrase('admin-teams.edit.title')} onClose={onClose}>
      <FormFrame form={form} verb={phrase('kit.form.save')} onCancel={onClose}>
        <TextField label={phrase('admin-teams.columns.name')} autoComplete="off" {...form.field('name')} />
        <ProfileFields form={form} />
        <PlaceFields form={form} />
        <PayerFields form={form} />
        <InviteSwitch form={form} />
      </FormFrame>
    </Dialog>
  );
}

function useEdited(team: Team, onClose: () => void): Form<TeamValues> {
  const { phrase } = useSpeech();
  const change = useSend('changeTeam');
  return useForm<TeamValues>({
    initial: {
      name: team.name,
      locationId: team.locationId,
      ...team.profile,
      sizeMax: team.sizeMax === null ? '' : String(team.sizeMax),
      payingCustomerId: team.payingCustomerId ?? '',
      billing: team.billing ?? 'individual',
      membersMayInvite: team.membersMayInvite ? 'yes' : 'no',
    },
    fieldOf,
    check: ({ name }) => ({ name: name.trim() === '' ? phrase('kit.form.required') : undefined }),
    send: async ({ name, locationId, sizeMax, payingCustomerId, billing, membersMayInvite, ...profile }) => {
      await change.mutateAsync({
        params: { teamId: team.id },
        version: team.version,
        body: {
          name,
          profile,
          locationId: locationId as never,
          sizeMax: sizeMax === '' ? null : Number(sizeMax),
          payingCustomerId: payingCustomerId === '' ? null : (payingCustomerId as never),
          billing: billing as 'merged',
          membersMayInvite: membersMayInvite === 'yes',
        },
      });
      toast(phrase('kit.form.saved'));
      onClose();
    },
  });
}
