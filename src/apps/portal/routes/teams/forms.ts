import { type Asked, go, missing, type Outcome, route, show } from '../route.ts';
import { emptyForm, failed, missingFields } from '../forms.ts';
import type { FormState } from '../../pages/facts.ts';
import { showTeam } from './teams.ts';
import type { TeamView } from '../../readers.ts';

export const teamFormRoutes = [
  route<'inviteToTeam'>({
    page: 'inviteToTeam',
    section: 'entirePortal',
    signedIn: true,
    get: inviteForm,
    post: invite,
  }),
  route<'teamInvitation'>({
    page: 'teamInvitation',
    section: 'entirePortal',
    signedIn: true,
    get: back,
    post: changeInvitation,
  }),
  route<'teamProfile'>({
    page: 'teamProfile',
    section: 'entirePortal',
    signedIn: true,
    get: profileForm,
    post: saveProfile,
  }),
];

const typed = ({ form }: Pick<Asked, 'form'>, name: string): string => (form[name] ?? '').trim();

async function inviteForm(asked: Asked<'inviteToTeam'>): Promise<Outcome> {
  const team = await asked.visit.team(asked.params.teamId);
  return team === null ? missing : showInvite(asked, team, emptyForm, team.may.invite ? 200 : 403);
}

const showInvite = ({ phrase }: Asked, team: TeamView, form: FormState, status: number): Outcome =>
  show('inviteToTeam', phrase('portal-teams.invite.title'), { team, form }, { status });

async function invite(asked: Asked<'inviteToTeam'>): Promise<Outcome> {
  const { visit, params, link } = asked;
  const team = await visit.team(params.teamId);
  if (team === null) return missing;
  const values = { email: typed(asked, 'email') };
  const errors = missingFields(asked, ['email'], values);
  if (errors !== null) return showInvite(asked, team, { values, errors, problem: null }, 422);
  const answer = await visit.changeTeam({ teamId: team.id, verb: 'invite', ...values });
  if (!answer.ok) return showInvite(asked, team, failed(answer.problem, values), answer.problem.status);
  return go(link('team', { teamId: team.id }, { done: 'invited' }));
}

async function back({ link, params }: Asked<'teamInvitation'>): Promise<Outcome> {
  return go(link('team', { teamId: params.teamId }));
}

/** Sends it again, or takes it back. */
async function changeInvitation(asked: Asked<'teamInvitation'>): Promise<Outcome> {
  const { visit, params, form, link } = asked;
  const team = await visit.team(params.teamId);
  const { verb } = form;
  if (team === null || (verb !== 'withdraw' && verb !== 'sendAgain')) return missing;
  const answer = await visit.changeTeam({ ...params, verb });
  if (!answer.ok) return showTeam(asked, team, answer.problem);
  const done = verb === 'withdraw' ? 'withdrawn' : 'sentAgain';
  return go(link('team', { teamId: team.id }, { done }));
}

async function profileForm(asked: Asked<'teamProfile'>): Promise<Outcome> {
  const team = await asked.visit.team(asked.params.teamId);
  if (team === null || !team.may.edit) return missing;
  const values = {
    name: team.name,
    ...team.profile,
    membersMayInvite: team.membersMayInvite ? 'yes' : 'no',
  };
  return showProfile(asked, team, { ...emptyForm, values }, 200);
}

const showProfile = ({ phrase }: Asked, team: TeamView, form: FormState, status: number): Outcome =>
  show('teamProfile', phrase('portal-teams.profile.title'), { team, form }, { status });

async function saveProfile(asked: Asked<'teamProfile'>): Promise<Outcome> {
  const { visit, params, link } = asked;
  const team = await visit.team(params.teamId);
  if (team === null || !team.may.edit) return missing;
  const wish = {
    name: typed(asked, 'name'),
    about: typed(asked, 'about'),
    website: addressOf(typed(asked, 'website')),
    email: typed(asked, 'email'),
    phone: typed(asked, 'phone'),
  };
  const values = { ...wish, membersMayInvite: typed(asked, 'membersMayInvite') };
  const errors = missingFields(asked, ['name'], values);
  if (errors !== null) return showProfile(asked, team, { values, errors, problem: null }, 422);
  const membersMayInvite = values.membersMayInvite === 'yes';
  const answer = await visit.changeTeam({ teamId: team.id, verb: 'profile', ...wish, membersMayInvite });
  if (!answer.ok) {
    const form = profileFailed(answer.problem, values);
    return showProfile(asked, team, form, answer.problem.status);
  }
  return go(link('team', { teamId: team.id }, { done: 'saved' }));
}

/** The fields of the profile have no names of their own in the form. */
const profileFailed = (...[problem, values]: Parameters<typeof failed>): FormState =>
  failed(
    {
      ...problem,
      errors: problem.errors.map((error) => ({ ...error, field: error.field.replace('profile.', '') })),
    },
    values,
  );

/** People leave out what browsers put before an address. */
const addressOf = (text: string): string =>
  text === '' || /^https?:\/\//i.test(text) ? text : `https://${text}`;
