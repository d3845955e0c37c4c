import { Field, FormProblem, SelectField, Submit } from '../../parts/form.tsx';
import { isolate } from '../../parts/isolate.ts';
import type { Facts } from '../facts.ts';
import type { Frame } from '../../frame/view.ts';
import type { PageParts } from '../page-parts.ts';

/** An address, and what happens then. */
export function InviteToTeam({ frame, facts }: { frame: Frame; facts: Facts['inviteToTeam'] }): PageParts {
  const { phrase, link } = frame;
  const { team, form } = facts;
  const promised = team.invitations.filter(({ isOver }) => !isOver).length;
  const isFull = team.seats.all > 0 && team.seats.used + promised >= team.seats.all;
  const closed = !team.may.invite
    ? phrase('portal-teams.invite.managersOnly')
    : isFull
      ? phrase('portal-teams.invite.noSeat')
      : null;
  return {
    airy: true,
    top: {
      back: { href: link('team', { teamId: team.id }), label: team.name },
      title: phrase('portal-teams.invite.title'),
      isHeading: false,
    },
    main: (
      <>
        <div className="hello">
          <h1>{phrase('portal-teams.invite.question', { team: isolate(team.name) })}</h1>
          <p className="muted">{phrase('portal-teams.invite.what')}</p>
          {team.seats.all > 0 && closed === null && (
            <p className="small muted num">
              {phrase('portal-teams.invite.takesSeat', { used: team.seats.used, all: team.seats.all })}
            </p>
          )}
        </div>
        {closed === null ? (
          <form method="post" action={link('inviteToTeam', { teamId: team.id })} className="p-form"
            noValidate>
            <FormProblem form={form} />
            <Field name="email" label={phrase('portal-account.email')} form={form} required type="email"
              inputMode="email" autoComplete="off" />
            <Submit>{phrase('portal-teams.invite.send')}</Submit>
          </form>
        ) : (
          <>
            <FormProblem form={{ ...form, problem: closed }} />
            <a className="btn" href={link('team', { teamId: team.id })}>
              {phrase('portal-teams.leaveAsIs')}
            </a>
          </>
        )}
      </>
    ),
  };
}

/** What a team says of itself. */
export function TeamProfile({ frame, facts }: { frame: Frame; facts: Facts['teamProfile'] }): PageParts {
  const { phrase, link } = frame;
  const { team, form } = facts;
  const optional = phrase('kit.optional');
  return {
    airy: true,
    top: {
      back: { href: link('team', { teamId: team.id }), label: team.name },
      title: phrase('portal-teams.profile.title'),
      isHeading: true,
    },
    main: (
      <form method="post" action={link('teamProfile', { teamId: team.id })} className="p-form" noValidate>
        <FormProblem form={form} />
        <Field name="name" label={phrase('portal-teams.profile.name')} form={form} required
          autoComplete="organization" />
        <Field name="about" label={phrase('portal-teams.profile.about')} form={form}
          optional={optional} lines={4} help={phrase('portal-teams.profile.aboutHelp')} />
        <Field name="website" label={phrase('portal-teams.profile.website')} form={form}
          optional={optional} type="url" autoComplete="url" />
        <Field name="email" label={phrase('portal-account.email')} form={form}
          optional={optional} type="email" inputMode="email" autoComplete="off" />
        <Field name="phone" label={phrase('portal-me.phone')} form={form}
          optional={optional} type="tel" inputMode="tel" autoComplete="off" />
        <SelectField
          name="membersMayInvite"
          label={phrase('portal-teams.profile.whoInvites')}
          value={form.values['membersMayInvite'] ?? 'no'}
          options={['no', 'yes'].map((value) => ({
            value,
            label: phrase(`portal-teams.profile.invites.${value}`),
          }))}
        />
        <Submit>{phrase('kit.form.save')}</Submit>
      </form>
    ),
  };
}
