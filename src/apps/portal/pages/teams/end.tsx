import { FormProblem } from '../../parts/form.tsx';
import { DoesList } from '../../parts/effects.tsx';
import { check, pause } from '../../../../kit/plain/icon/shapes.generated.ts';
import { isolate } from '../../parts/isolate.ts';
import type { Frame } from '../../frame/view.ts';
import type { PageParts } from '../page-parts.ts';
import type { TeamEffects } from '../../readers.ts';
import type { TeamEndFacts } from './facts.ts';

interface Given {
  readonly frame: Frame;
  readonly facts: TeamEndFacts;
}

/** What leaving or being removed would do, before it is done. */
export function RemoveFromTeam({ frame, facts }: Given): PageParts {
  return endPage(frame, facts, facts.person.isYou ? 'leave' : 'remove');
}

export const EndSeat = ({ frame, facts }: Given): PageParts => endPage(frame, facts, 'endSeat');

function endPage(frame: Frame, facts: TeamEndFacts, words: 'leave' | 'remove' | 'endSeat'): PageParts {
  const { phrase, link } = frame;
  const { team, person, seat, effects, problem } = facts;
  const manages = team.may.remove;
  const here = { teamId: team.id, personId: person.id };
  const back = manages ? link('teamPerson', here) : link('team', { teamId: team.id });
  const action =
    seat === null
      ? link('removeFromTeam', here)
      : link('endSeat', { ...here, seatId: seat.id });
  return {
    airy: true,
    top: {
      back: { href: back, label: manages ? person.name : team.name },
      title: phrase(`portal-teams.${words}.title`),
      isHeading: false,
    },
    main: (
      <>
        <FormProblem form={{ values: {}, errors: {}, problem }} />
        <div className="hello">
          <h1>
            {phrase(`portal-teams.${words}.question`, {
              name: isolate(person.name),
              team: isolate(team.name),
              plan: isolate(seat?.planName ?? ''),
            })}
          </h1>
        </div>
        {effects !== null && <Does frame={frame} effects={effects} />}
        <form method="post" className="p-acts" action={action}>
          {effects !== null && (
            <button className="btn btn--danger" type="submit">
              {phrase(`portal-teams.${words}.confirm`)}
            </button>
          )}
          <a className="btn btn--quiet" href={back}>
            {phrase('portal-teams.leaveAsIs')}
          </a>
        </form>
      </>
    ),
  };
}

function Does({ frame, effects }: { frame: Frame; effects: TeamEffects }) {
  const { phrase } = frame;
  return (
    <section className="p-card does" aria-label={phrase('portal-bookings.effect')}>
      <DoesList title={phrase('portal-contracts.effects.stops')} shape={pause} texts={effects.stops} />
      <DoesList title={phrase('portal-contracts.effects.goesOn')} shape={check} texts={effects.goesOn} />
    </section>
  );
}
