import { isolate } from '../parts/isolate.ts';
import { type Asked, go, type Outcome, route, show } from './route.ts';
import { emptyForm, failed, missingFields, safeNext } from './forms.ts';
import { linksAt, type Query } from '../urls.ts';
import type { Answer, SignedIn } from '../readers.ts';
import type { Facts, FormState } from '../pages/facts.ts';

export const accountRoutes = [
  route<'signIn'>({ page: 'signIn', section: null, signedIn: false, get: signInForm, post: signIn }),
  route<'signInLink'>({
    page: 'signInLink',
    section: null,
    signedIn: false,
    get: linkForm,
    post: sendLink,
  }),
  route<'useLink'>({ page: 'useLink', section: null, signedIn: false, get: linkPage, post: useLink }),
  route<'forgotPassword'>({
    page: 'forgotPassword',
    section: null,
    signedIn: false,
    get: forgotForm,
    post: forgot,
  }),
  route<'resetPassword'>({
    page: 'resetPassword',
    section: null,
    signedIn: false,
    get: resetForm,
    post: reset,
  }),
  route<'openAccount'>({
    page: 'openAccount',
    section: null,
    signedIn: false,
    get: accountForm,
    post: openAccount,
  }),
  route<'invitation'>({
    page: 'invitation',
    section: null,
    signedIn: false,
    get: invitationForm,
    post: acceptInvitation,
  }),
  route<'confirmEmail'>({
    page: 'confirmEmail',
    section: null,
    signedIn: false,
    get: emailPage,
    post: confirmEmail,
  }),
];

/** Where the visitor is at home, which the address without a location leads to. */
const ownHome = ({ language }: Pick<Asked, 'language'>, query: Query = {}): string =>
  linksAt({ language, slug: null })('home', query);

const typed = ({ form }: Pick<Asked, 'form'>, name: string): string => (form[name] ?? '').trim();

const nextOf = (asked: Pick<Asked, 'query' | 'form' | 'link'>): string =>
  safeNext(asked.form['next'] ?? asked.query['next']) ?? '';

async function signInForm(asked: Asked<'signIn'>): Promise<Outcome> {
  const { visit } = asked;
  if (visit.customer !== null) return go(nextOf(asked) || ownHome(asked));
  return showSignIn(asked, emptyForm, 200);
}

const showSignIn = (asked: Asked<'signIn'>, form: FormState, status: number): Outcome =>
  show(
    'signIn',
    asked.phrase('portal-account.signIn.title'),
    { next: nextOf(asked), form, accountsOpen: asked.place.accountsOpen },
    { status },
  );

async function signIn(asked: Asked<'signIn'>): Promise<Outcome> {
  const values = { email: typed(asked, 'email'), password: asked.form['password'] ?? '' };
  const errors = missingFields(asked, ['email', 'password'], values);
  if (errors !== null) return showSignIn(asked, { values, errors, problem: null }, 422);
  const answer = await asked.visit.signIn(values);
  if (answer.ok) return go(nextOf(asked) || ownHome(asked), answer.value.cookies);
  return showSignIn(asked, failed(answer.problem, { email: values.email }), answer.problem.status);
}

async function linkForm(asked: Asked<'signInLink'>): Promise<Outcome> {
  return showLink(asked, emptyForm, 200);
}
const showLink = (asked: Asked<'signInLink'>, form: FormState, status: number): Outcome =>
  show('signInLink', asked.phrase('portal-account.link.title'), { form }, { status });

async function sendLink(asked: Asked<'signInLink'>): Promise<Outcome> {
  const values = { email: typed(asked, 'email') };
  const errors = missingFields(asked, ['email'], values);
  if (errors !== null) return showLink(asked, { values, errors, problem: null }, 422);
  const answer = await asked.visit.sendLink({ ...values, language: asked.language });
  return answer.ok
    ? sent(asked, values.email, 'link')
    : showLink(asked, failed(answer.problem, values), answer.problem.status);
}

/** Says the same whether or not the address is known. */
function sent(asked: Asked, email: string, what: 'link' | 'forgot' | 'open'): Outcome {
  const { phrase, link } = asked;
  return show('message', phrase('portal-account.sent.title'), {
    icon: 'mail',
    heading: phrase('portal-account.sent.title'),
    text: phrase(`portal-account.sent.${what}`, { email: isolate(email) }),
    act: { label: phrase('portal-account.sent.back'), href: link('signIn') },
  });
}

/** A link opens a page with a button: what looks at letters before people do uses nothing up. */
function showEnter(asked: Asked, page: 'useLink' | 'confirmEmail'): Outcome {
  const token = asked.query['token'] ?? '';
  if (token === '') return deadLink(asked, 404);
  const { phrase, link } = asked;
  const title = phrase(`portal-account.enter.${page}`);
  const props = { action: link(page), token, label: phrase('portal-account.enter.act') };
  return show('enter', title, { heading: title, text: phrase('portal-account.enter.text'), island: props });
}

async function linkPage(asked: Asked<'useLink'>): Promise<Outcome> {
  return showEnter(asked, 'useLink');
}

async function useLink(asked: Asked<'useLink'>): Promise<Outcome> {
  return enter(asked, await asked.visit.useLink(typed(asked, 'token')), ownHome(asked));
}

async function emailPage(asked: Asked<'confirmEmail'>): Promise<Outcome> {
  return showEnter(asked, 'confirmEmail');
}

async function confirmEmail(asked: Asked<'confirmEmail'>): Promise<Outcome> {
  return enter(
    asked,
    await asked.visit.confirmEmail(typed(asked, 'token')),
    asked.link('me', { done: 'email' }),
  );
}

/** A link from a letter either lets in, or says that it no longer does. */
function enter(asked: Asked, answer: Answer<SignedIn>, to: string): Outcome {
  if (answer.ok) return go(to, answer.value.cookies);
  return deadLink(asked, answer.problem.status);
}

function deadLink({ phrase, link }: Asked, status: number): Outcome {
  return show(
    'message',
    phrase('portal-account.dead.title'),
    {
      icon: 'alert',
      heading: phrase('portal-account.dead.title'),
      text: phrase('portal-account.dead.text'),
      act: { label: phrase('portal-account.dead.act'), href: link('signInLink') },
    },
    { status },
  );
}

async function forgotForm(asked: Asked<'forgotPassword'>): Promise<Outcome> {
  return showForgot(asked, emptyForm, 200);
}
const showForgot = ({ phrase }: Asked, form: FormState, status: number): Outcome =>
  show('forgotPassword', phrase('portal-account.forgot.title'), { form }, { status });

async function forgot(asked: Asked<'forgotPassword'>): Promise<Outcome> {
  const values = { email: typed(asked, 'email') };
  const errors = missingFields(asked, ['email'], values);
  if (errors !== null) return showForgot(asked, { values, errors, problem: null }, 422);
  const answer = await asked.visit.forgotPassword({ ...values, language: asked.language });
  return answer.ok
    ? sent(asked, values.email, 'forgot')
    : showForgot(asked, failed(answer.problem, values), answer.problem.status);
}

async function resetForm(asked: Asked<'resetPassword'>): Promise<Outcome> {
  const token = asked.query['token'] ?? '';
  return token === '' ? deadLink(asked, 404) : showReset(asked, { token, form: emptyForm }, 200);
}
const showReset = ({ phrase }: Asked, facts: Facts['resetPassword'], status: number): Outcome =>
  show('resetPassword', phrase('portal-account.reset.title'), facts, { status });

async function reset(asked: Asked<'resetPassword'>): Promise<Outcome> {
  const values = { token: typed(asked, 'token'), password: asked.form['password'] ?? '' };
  const errors = missingFields(asked, ['password'], values);
  if (errors !== null)
    return showReset(asked, { token: values.token, form: { values: {}, errors, problem: null } }, 422);
  const answer = await asked.visit.resetPassword(values);
  if (!answer.ok) {
    const form = failed(answer.problem, { password: '' });
    return form.problem === null
      ? showReset(asked, { token: values.token, form }, answer.problem.status)
      : deadLink(asked, answer.problem.status);
  }
  return go(ownHome(asked, { done: 'password' }), answer.value.cookies);
}

async function accountForm(asked: Asked<'openAccount'>): Promise<Outcome> {
  if (asked.visit.customer !== null) return go(ownHome(asked));
  return showAccount(asked, emptyForm, asked.place.accountsOpen ? 200 : 403);
}
const showAccount = ({ phrase, place }: Asked, form: FormState, status: number): Outcome =>
  show('openAccount', phrase('portal-account.open.title'), { open: place.accountsOpen, form }, { status });

async function openAccount(asked: Asked<'openAccount'>): Promise<Outcome> {
  const { place, visit, language } = asked;
  if (!place.accountsOpen) return showAccount(asked, emptyForm, 403);
  const values = {
    name: typed(asked, 'name'),
    email: typed(asked, 'email'),
    password: asked.form['password'] ?? '',
  };
  const errors = missingFields(asked, ['name', 'email', 'password'], values);
  if (errors !== null) return showAccount(asked, { values, errors, problem: null }, 422);
  const answer = await visit.openAccount({ ...values, language, locationId: place.id });
  if (!answer.ok) return showAccount(asked, failed(answer.problem, values), answer.problem.status);
  return sent(asked, values.email, 'open');
}

async function invitationForm(asked: Asked<'invitation'>): Promise<Outcome> {
  const found = await asked.visit.invitation(asked.params.token);
  if (found === null) return deadLink(asked, 404);
  return showInvitation(asked, { token: asked.params.token, ...found, form: emptyForm }, 200);
}
function showInvitation({ phrase, place }: Asked, facts: Facts['invitation'], status: number): Outcome {
  const title =
    facts.team === null
      ? phrase('portal-account.invitation.title', { place: place.name })
      : phrase('portal-teams.join.title', { team: facts.team });
  return show('invitation', title, facts, { status });
}

async function acceptInvitation(asked: Asked<'invitation'>): Promise<Outcome> {
  const { visit, params } = asked;
  const found = await visit.invitation(params.token);
  if (found === null) return deadLink(asked, 404);
  const values = { password: asked.form['password'] ?? '' };
  const errors = found.needsPassword ? missingFields(asked, ['password'], values) : null;
  const facts = { token: params.token, ...found };
  if (errors !== null)
    return showInvitation(asked, { ...facts, form: { values: {}, errors, problem: null } }, 422);
  const answer = await visit.acceptInvitation({
    token: params.token,
    password: found.needsPassword ? values.password : null,
  });
  if (answer.ok) {
    const to = found.team === null ? ownHome(asked) : asked.link('teams', { done: 'joined' });
    return go(to, answer.value.cookies);
  }
  return showInvitation(asked, { ...facts, form: failed(answer.problem, values) }, answer.problem.status);
}
