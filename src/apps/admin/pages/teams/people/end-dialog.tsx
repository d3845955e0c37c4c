import { SkeletonRows, useSpeech } from '../../../../../kit/plain/index.ts';
import { useSend } from '../../../data/answers.ts';
import { useHere } from '../../../data/here.tsx';
import { Effects } from '../../../pieces/effects.tsx';
import { FormDialog, useDialogForm } from '../../../pieces/form-dialog.tsx';
import {
  type Team, type TeamMember, type TeamSeat, useContractsOfTeam, useStandingWithout,
} from '../use-team.ts';

interface Given {
  readonly team: Pick<Team, 'id' | 'name'>;
  readonly member: Pick<TeamMember, 'customerId' | 'name' | 'seats'>;
  /** The one that ends; left out: the place in the team, with all of them. */
  readonly seat?: TeamSeat;
  readonly onClose: () => void;
}

/** TEM-4: what ends with a seat or with somebody's place in the team, before it does. */
export function EndDialog({ team, member, seat, onClose }: Given) {
  const { phrase } = useSpeech();
  const words = seat === undefined ? 'remove' : 'endSeat';
  const names = { name: member.name, team: team.name, plan: seat?.planName ?? '' };
  const remove = useSend('removeTeamMember');
  const end = useSend('endSeat');
  const form = useDialogForm({
    initial: {},
    onClose,
    done: phrase(`admin-teams.${words}.done`, names),
    send: (): Promise<unknown> =>
      seat === undefined
        ? remove.mutateAsync({ params: { teamId: team.id, customerId: member.customerId } })
        : end.mutateAsync({ params: { contractId: seat.contractId, seatId: seat.id }, body: {} }),
  });
  return (
    <FormDialog
      title={phrase(`admin-teams.${words}.title`, names)}
      form={form}
      wide
      danger
      verb={phrase(`admin-teams.${words}.verb`)}
      onClose={onClose}
      above={<Ending team={team} member={member} seat={seat} />}
    />
  );
}

function Ending({ team, member, seat }: Omit<Given, 'onClose' | 'seat'> & { seat: TeamSeat | undefined }) {
  const { phrase } = useSpeech();
  const { may } = useHere();
  const ending = seat === undefined ? member.seats : [seat];
  const contracts = useContractsOfTeam(team.id);
  const own = contracts.data?.data.filter(({ customerId }) => customerId === member.customerId) ?? [];
  const lost = ending.map(({ contractId }) => contractId).filter((id) => !own.some((one) => one.id === id));
  const stands = useStandingWithout(member.customerId, lost);
  const does = (key: string, plan = '') =>
    phrase(`admin-teams.does.${key}`, { name: member.name, team: team.name, plan });
  if (stands === undefined && may('customers.read')) return <SkeletonRows rows={2} round={false} />;
  return (
    <div className="does does--above">
      <Effects
        stops={[
          ...(seat === undefined ? [does('place')] : []),
          ...ending.map(({ planName }) => does('seat', planName)),
          ...(stands?.before === true && !stands.after ? [does('membership')] : []),
        ]}
        goesOn={[
          ...(stands?.after === true ? [does('staysMember')] : []),
          ...(seat === undefined ? [] : [does('stays')]),
          does('bookings'),
          does('account'),
        ]}
      />
    </div>
  );
}
