import { useAnswer } from '../../../data/answers.ts';
import { SeatsDialog, type SeatsOf } from './seats-dialog.tsx';

interface Given extends Omit<SeatsOf, 'team'> {
  readonly teamId: string;
}

/** The seats of a contract, from wherever the contract stands. */
export function ContractSeats({ contract, teamId, onClose }: Given) {
  const team = useAnswer('getTeam', { params: { teamId: teamId as never } });
  if (team.data === undefined) return null;
  return <SeatsDialog contract={contract} team={team.data} onClose={onClose} />;
}
