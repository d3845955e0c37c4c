import { NameText, useSpeech } from '../../../../../kit/plain/index.ts';
import { useAnswer } from '../../../data/answers.ts';
import { useHere } from '../../../data/here.tsx';

/** Under a contract: how many places it has, and for which team. */
export function SeatsNote({ teamId, seats }: { readonly teamId: string; readonly seats: number }) {
  const { phrase } = useSpeech();
  const { hrefTo, may } = useHere();
  const params = { teamId: teamId as never };
  const team = useAnswer('getTeam', { params }, { when: may('teams.read') }).data;
  return (
    <span className="muted small">
      {phrase('admin-teams.seats.many', { count: seats })}
      {team === undefined ? null : (
        <>
          {' · '}
          <a className="link" href={hrefTo(`teams/${teamId}`)}>
            <NameText>{team.name}</NameText>
          </a>
        </>
      )}
    </span>
  );
}
