import {
  calendar,
  file,
  mail,
  pencil,
  plus,
  user,
  users,
  x,
} from '../../../../kit/plain/icon/shapes.generated.ts';
import { ContractBadge } from '../../parts/contract-rows.tsx';
import { Empty } from '../../parts/empty.tsx';
import { FormProblem } from '../../parts/form.tsx';
import { Icon } from '../../../../kit/plain/icon/icon.tsx';
import { RowLink } from '../../parts/row-link.tsx';
import { RoleBadge, seatsText, standingText, TeamHead } from './team-parts.tsx';
import type { Facts } from '../facts.ts';
import type { Frame } from '../../frame/view.ts';
import type { OneTeamFacts } from './facts.ts';
import type { PageParts } from '../page-parts.ts';
import type { TeamView } from '../../readers.ts';

interface Given {
  readonly frame: Frame;
  readonly facts: OneTeamFacts;
}

/** The teams of somebody who is in several. */
export const Teams = ({ frame, facts }: { frame: Frame; facts: Facts['teams'] }): PageParts => ({
  airy: true,
  top: {
    back: { href: frame.link('me'), label: frame.phrase('portal-me.title') },
    title: frame.phrase('portal-teams.title'),
    isHeading: true,
  },
  main: facts.teams.length === 0 ? (
    <Empty text={frame.phrase('portal-teams.none')} act={null} />
  ) : (
    <ul className="p-list">
      {facts.teams.map((team) => (
        <RowLink
          key={team.id}
          shape={users}
          href={frame.link('team', { teamId: team.id })}
          title={<bdi>{team.name}</bdi>}
          text={frame.phrase(`portal-teams.roleAndPeople.${team.role}`, { count: team.people })}
        />
      ))}
    </ul>
  ),
});

/** Who is in it and what it shares; its managers run it from here. */
export function Team({ frame, facts }: Given): PageParts {
  const { phrase, link } = frame;
  const { team, problem } = facts;
  return {
    airy: true,
    top: {
      back: { href: link('me'), label: phrase('portal-me.title') },
      title: phrase('portal-teams.one'),
      isHeading: false,
    },
    main: (
      <>
        <FormProblem form={{ values: {}, errors: {}, problem }} />
        <TeamHead frame={frame} team={team} />
        <Invite frame={frame} team={team} />
        <People frame={frame} team={team} />
        <Invitations frame={frame} team={team} />
        <Contracts frame={frame} team={team} />
        <Ways frame={frame} facts={facts} />
      </>
    ),
  };
}

/** Who may not invite reads who may. */
function Invite({ frame, team }: { frame: Frame; team: TeamView }) {
  const { phrase, link } = frame;
  if (!team.may.invite) return <p className="small muted">{phrase('portal-teams.invite.managersOnly')}</p>;
  return (
    <p className="p-acts">
      <a className="btn btn--primary" href={link('inviteToTeam', { teamId: team.id })}>
        {phrase('portal-teams.invite.act')}
      </a>
    </p>
  );
}

function People({ frame, team }: { frame: Frame; team: TeamView }) {
  const { phrase, link } = frame;
  return (
    <section aria-labelledby="people">
      <h2 id="people" className="p-h2">
        {phrase('portal-teams.people', { count: team.persons.length })}
      </h2>
      <ul className="p-list">
        {team.persons.map((person) => (
          <RowLink
            key={person.id}
            shape={user}
            {...(team.may.remove && {
              href: link('teamPerson', { teamId: team.id, personId: person.id }),
            })}
            title={<bdi>{person.name}</bdi>}
            text={standingText(frame, person)}
            {...(person.role === 'manager' && !team.may.remove && {
              end: <RoleBadge frame={frame} role={person.role} />,
            })}
          />
        ))}
      </ul>
    </section>
  );
}

function Invitations({ frame, team }: { frame: Frame; team: TeamView }) {
  const { phrase } = frame;
  if (team.invitations.length === 0 || !team.may.invite) return null;
  return (
    <section aria-labelledby="invited">
      <h2 id="invited" className="p-h2">
        {phrase('portal-teams.invitation.title')}
      </h2>
      <ul className="p-list">
        {team.invitations.map((invitation) => (
          <Invited key={invitation.id} frame={frame} team={team} invitation={invitation} />
        ))}
      </ul>
    </section>
  );
}

interface InvitedGiven {
  readonly frame: Frame;
  readonly team: TeamView;
  readonly invitation: TeamView['invitations'][number];
}

/** Who is still to answer; what can be done about it stands below, where there is room for it. */
function Invited({ frame, team, invitation }: InvitedGiven) {
  const { phrase, link, format } = frame;
  const { id: invitationId, email, untilDay, isOver } = invitation;
  const act = (verb: 'sendAgain' | 'withdraw') => (
    <button className="btn" type="submit" name="verb" value={verb}
      aria-label={phrase(`portal-teams.invitation.${verb}To`, { email })}>
      {phrase(`portal-teams.invitation.${verb}`)}
    </button>
  );
  return (
    <li className="p-invited">
      <div className="p-link">
        <span className="p-icon">
          <Icon of={mail} size={20} />
        </span>
        <span className="two">
          <b>
            <bdi>{email}</bdi>
          </b>
          <span>
            {phrase(`portal-teams.invitation.${isOver ? 'over' : 'until'}`, {
              day: format.shortDay(untilDay),
            })}
          </span>
        </span>
      </div>
      <form
        method="post"
        className="p-acts"
        action={link('teamInvitation', { teamId: team.id, invitationId })}
      >
        {act('sendAgain')}
        {team.may.remove && act('withdraw')}
      </form>
    </li>
  );
}

function Contracts({ frame, team }: { frame: Frame; team: TeamView }) {
  const { phrase } = frame;
  if (team.contracts.length === 0) return null;
  return (
    <section aria-labelledby="contracts">
      <h2 id="contracts" className="p-h2">
        {phrase('portal-teams.contracts')}
      </h2>
      <ul className="p-list">
        {team.contracts.map((contract) => (
          <RowLink
            key={contract.id}
            shape={file}
            title={<bdi>{contract.planName}</bdi>}
            text={seatsText(frame, contract.seats)}
            end={<ContractBadge frame={frame} contract={contract} />}
          />
        ))}
      </ul>
      {team.payerName !== null && (
        <p className="small muted">{phrase('portal-teams.paidBy', { name: team.payerName })}</p>
      )}
    </section>
  );
}

function Ways({ frame, facts }: Given) {
  const { phrase, link, visitor } = frame;
  const { team } = facts;
  const here = { teamId: team.id };
  const { may } = team;
  const other = team.persons.find(({ isYou }) => !isYou);
  return (
    <ul className="p-list">
      {may.book && facts.seesBookings && (
        <RowLink
          shape={calendar}
          href={link('teamBookings', here)}
          title={phrase('portal-teams.bookings.title')}
          text={phrase('portal-teams.bookings.text')}
        />
      )}
      {may.book && facts.seesBookings && other !== undefined && (
        <RowLink
          shape={plus}
          href={link('book', { for: other.id })}
          title={phrase('portal-teams.bookFor.title')}
          text={phrase('portal-teams.bookFor.text')}
        />
      )}
      {may.seeInvoices && facts.seesInvoices && (
        <RowLink
          shape={file}
          href={link('teamInvoices', here)}
          title={phrase('portal-teams.invoices.title')}
          text={phrase('portal-teams.invoices.text')}
        />
      )}
      {may.edit && (
        <RowLink
          shape={pencil}
          href={link('teamProfile', here)}
          title={phrase('portal-teams.profile.title')}
          text={phrase('portal-teams.profile.text')}
        />
      )}
      {may.leave && (
        <RowLink
          shape={x}
          href={link('removeFromTeam', { ...here, personId: visitor?.id ?? '' })}
          title={phrase('portal-teams.leave.title')}
          text={phrase('portal-teams.leave.text')}
        />
      )}
    </ul>
  );
}
