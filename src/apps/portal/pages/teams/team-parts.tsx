import { check, circle, user, users } from '../../../../kit/plain/icon/shapes.generated.ts';
import { Icon } from '../../../../kit/plain/icon/icon.tsx';
import { isolate } from '../../parts/isolate.ts';
import type { Frame } from '../../frame/view.ts';
import type { Seats, TeamPerson, TeamRole, TeamView } from '../../readers.ts';

export function TeamHead({ frame, team }: { frame: Frame; team: TeamView }) {
  return (
    <div className="hello">
      <h1>
        <bdi>{team.name}</bdi>
      </h1>
      {team.profile.about !== '' && (
        <p className="muted">
          <bdi>{team.profile.about}</bdi>
        </p>
      )}
      <Reach profile={team.profile} />
      <p className="p-acts">
        <RoleBadge frame={frame} role={team.role} />
        {team.seats.all > 0 && (
          <span className="badge badge--quiet num">
            <Icon of={users} />
            {seatsText(frame, team.seats)}
          </span>
        )}
      </p>
    </div>
  );
}

/** Where others find it. */
function Reach({ profile: { website, email, phone } }: Pick<TeamView, 'profile'>) {
  const ways = [
    [website, website, website.replace(/^https?:\/\//, '')],
    [email, `mailto:${email}`, email],
    [phone, `tel:${phone.replaceAll(/[^+\d]/g, '')}`, phone],
  ].filter(([said]) => said !== '');
  if (ways.length === 0) return null;
  return (
    <ul className="p-ways">
      {ways.map(([, href, text]) => (
        <li key={href}>
          <a className="link" href={href} rel="noreferrer">
            <bdi>{text}</bdi>
          </a>
        </li>
      ))}
    </ul>
  );
}

export const RoleBadge = ({ frame, role }: { frame: Frame; role: TeamRole }) => (
  <span className={role === 'manager' ? 'badge badge--active' : 'badge badge--quiet'}>
    <Icon of={user} />
    {frame.phrase(`portal-teams.role.${role}`)}
  </span>
);

export const StandingBadge = ({ frame, standing }: { frame: Frame; standing: 'member' | 'contact' }) => (
  <span className={standing === 'member' ? 'badge badge--scheduled' : 'badge badge--quiet'}>
    <Icon of={standing === 'member' ? check : circle} />
    {frame.phrase(`portal-me.standing.${standing}`)}
  </span>
);

export const seatsText = ({ phrase }: Frame, { used, all }: Seats): string =>
  phrase(all === 0 ? 'portal-teams.noSeats' : 'portal-teams.seatsUsed', { used, all });

/** What a person is in the team, and what gives them a seat. */
export function standingText({ phrase }: Frame, { role, seats, isYou }: TeamPerson): string {
  const parts = [
    ...(isYou ? [phrase('portal-teams.you')] : []),
    phrase(`portal-teams.role.${role}`),
    ...seats.map(({ planName }) => phrase('portal-teams.seatOn', { plan: isolate(planName) })),
  ];
  return parts.join(' · ');
}
