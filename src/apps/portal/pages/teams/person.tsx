import { calendar, check, lock, ticket, undo, user, x } from '../../../../kit/plain/icon/shapes.generated.ts';
import { FormProblem } from '../../parts/form.tsx';
import { isolate } from '../../parts/isolate.ts';
import { RowLink } from '../../parts/row-link.tsx';
import { RoleBadge, StandingBadge } from './team-parts.tsx';
import type { Facts } from '../facts.ts';
import type { Frame } from '../../frame/view.ts';
import type { PageParts } from '../page-parts.ts';
import type { TeamPerson, TeamView } from '../../readers.ts';

interface Given {
  readonly frame: Frame;
  readonly team: TeamView;
  readonly person: TeamPerson;
}

/** One person of a team, and what its managers may do for them. */
export function TeamPersonPage({ frame, facts }: { frame: Frame; facts: Facts['teamPerson'] }): PageParts {
  const { phrase, link } = frame;
  const { team, person, problem } = facts;
  const given = { frame, team, person };
  return {
    airy: true,
    top: {
      back: { href: link('team', { teamId: team.id }), label: team.name },
      title: team.name,
      isHeading: false,
    },
    main: (
      <>
        <FormProblem form={{ values: {}, errors: {}, problem }} />
        <div className="hello">
          <h1>
            <bdi>{person.name}</bdi>
          </h1>
          {person.email !== null && (
            <p className="muted">
              <bdi>{person.email}</bdi>
            </p>
          )}
          <p className="p-acts">
            <RoleBadge frame={frame} role={person.role} />
            {person.standing !== null && <StandingBadge frame={frame} standing={person.standing} />}
          </p>
          <p className="small muted">
            {phrase('portal-teams.since', { day: frame.format.fullDay(person.sinceDay) })}
          </p>
        </div>
        <Seats {...given} />
        <section aria-labelledby="acts">
          <h2 id="acts" className="p-h2">
            {phrase('portal-teams.acts')}
          </h2>
          <Acts {...given} />
        </section>
      </>
    ),
  };
}

/** The seats somebody has, and those that could be theirs. */
function Seats({ frame, team, person }: Given) {
  const { phrase, link } = frame;
  const held = new Set(person.seats.map(({ contractId }) => contractId));
  const others = team.contracts.filter(
    ({ id, status, seats }) => !held.has(id) && !['ended', 'void'].includes(status) && seats.all > 0,
  );
  if (person.seats.length + others.length === 0) return null;
  const here = { teamId: team.id, personId: person.id };
  return (
    <section aria-labelledby="seats">
      <h2 id="seats" className="p-h2">
        {phrase('portal-teams.seats')}
      </h2>
      <ul className="p-list">
        {person.seats.map(({ id, planName }) => (
          <RowLink
            key={id}
            shape={ticket}
            title={phrase('portal-teams.seatOn', { plan: isolate(planName) })}
            text={phrase('portal-teams.seatGives')}
            end={
              <a className="btn" href={link('endSeat', { ...here, seatId: id })}>
                {phrase('portal-teams.endSeat.act')}
              </a>
            }
          />
        ))}
        {others.map((contract) => (
          <FreeSeat key={contract.id} frame={frame} team={team} person={person} contract={contract} />
        ))}
      </ul>
    </section>
  );
}

function FreeSeat({
  frame,
  team,
  person,
  contract,
}: Given & { readonly contract: TeamView['contracts'][number] }) {
  const { phrase, link } = frame;
  const free = contract.seats.all - contract.seats.used;
  const title = phrase('portal-teams.seatOn', { plan: isolate(contract.planName) });
  if (free <= 0) {
    return (
      <RowLink
        shape={lock}
        title={title}
        text={phrase('portal-teams.seatsTaken', { all: contract.seats.all })}
      />
    );
  }
  return (
    <RowLink
      shape={ticket}
      title={title}
      text={phrase('portal-teams.seatsFree', { count: free })}
      end={
        <form method="post" action={link('teamPerson', { teamId: team.id, personId: person.id })}>
          <input type="hidden" name="contractId" value={contract.id} />
          <button className="btn" type="submit" name="verb" value="giveSeat">
            {phrase('portal-teams.giveSeat')}
          </button>
        </form>
      }
    />
  );
}

function Acts({ frame, team, person }: Given) {
  const { phrase, link } = frame;
  const here = { teamId: team.id, personId: person.id };
  const becomes = person.role === 'manager' ? 'member' : 'manager';
  const seesBookings = frame.menu.some(({ page }) => page === 'book');
  return (
    <ul className="p-list">
      {!person.isYou && seesBookings && (
        <RowLink
          shape={calendar}
          href={link('book', { for: person.id })}
          title={phrase('portal-teams.bookFor.one', { name: isolate(person.name) })}
          text={phrase('portal-teams.bookFor.text')}
        />
      )}
      <RowLink
        shape={becomes === 'manager' ? check : undo}
        title={phrase(`portal-teams.becomes.${becomes}.title`)}
        text={phrase(`portal-teams.becomes.${becomes}.text`)}
        end={
          <form method="post" action={link('teamPerson', here)}>
            <input type="hidden" name="role" value={becomes} />
            <button className="btn" type="submit" name="verb" value="setRole">
              {phrase(`portal-teams.becomes.${becomes}.act`)}
            </button>
          </form>
        }
      />
      <RowLink
        shape={person.isYou ? user : x}
        href={link('removeFromTeam', here)}
        title={phrase(person.isYou ? 'portal-teams.leave.title' : 'portal-teams.remove.title')}
        text={phrase(person.isYou ? 'portal-teams.leave.text' : 'portal-teams.remove.text')}
      />
    </ul>
  );
}
