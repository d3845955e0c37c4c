import { isolate } from '../parts/isolate.ts';
import { type Asked, go, missing, type Outcome, route, show } from './route.ts';
import { emptyForm, failed, missingFields } from './forms.ts';
import { linksAt } from '../urls.ts';
import type { Profile } from '../readers.ts';

export const meRoutes = [
  route<'me'>({ page: 'me', section: null, signedIn: true, get: me }),
  route<'profile'>({ page: 'profile', section: null, signedIn: true, get: profile, post: saveProfile }),
  route<'changeEmail'>({
    page: 'changeEmail',
    section: null,
    signedIn: true,
    get: emailForm,
    post: changeEmail,
  }),
  route<'signOut'>({ page: 'signOut', section: null, signedIn: false, get: leave, post: signOut }),
];

async function me({ visit, sections, phrase, query }: Asked<'me'>): Promise<Outcome> {
  const [contracts, teams, invoices] = await Promise.all([
    visit.contracts(),
    sections.entirePortal.allowed ? visit.teams() : [],
    sections.payments.allowed ? visit.invoices() : [],
  ]);
  const seats = teams.length === 0 ? [] : await visit.seats();
  const due = invoices
    .filter((invoice) => invoice.due.amount > 0 && invoice.state !== 'void')
    .toSorted((a, b) => a.dueDay.localeCompare(b.dueDay));
  return show(
    'me',
    phrase('portal-me.title'),
    {
      contracts,
      teams,
      seats,
      due,
      seesInvoices: sections.payments.allowed,
      seesBookings: sections.bookings.allowed,
    },
    {
      notice:
        query['done'] === 'saved'
          ? phrase('kit.form.saved')
          : query['done'] === 'email'
            ? phrase('portal-me.emailChanged')
            : null,
    },
  );
}

async function profile({ visit, phrase }: Asked<'profile'>): Promise<Outcome> {
  const found = await visit.profile();
  if (found === null) return missing;
  return show('profile', phrase('portal-me.profile'), {
    profile: found,
    form: { ...emptyForm, values: { ...found } },
  });
}

async function saveProfile(asked: Asked<'profile'>): Promise<Outcome> {
  const { visit, phrase, form, places, place } = asked;
  const found = await visit.profile();
  if (found === null) return missing;
  const text = (name: keyof Profile): string => (form[name] ?? found[name]).trim();
  const wish = {
    name: text('name'),
    phone: text('phone'),
    language: text('language'),
    billingName: text('billingName'),
    billingAddress: text('billingAddress'),
    billingTaxId: text('billingTaxId'),
  };
  const shown = (state: ReturnType<typeof failed>, status: number): Outcome =>
    show('profile', phrase('portal-me.profile'), { profile: found, form: state }, { status });
  const errors = missingFields(asked, ['name'], wish);
  if (errors !== null) return shown({ ...emptyForm, values: wish, errors }, 422);
  const answer = await visit.saveProfile(wish);
  if (!answer.ok) return shown(failed(answer.problem, wish), answer.problem.status);
  return go(
    linksAt({ language: wish.language, slug: places.length === 1 ? null : place.slug })('me', {
      done: 'saved',
    }),
  );
}

async function emailForm({ visit, phrase }: Asked<'changeEmail'>): Promise<Outcome> {
  return show('changeEmail', phrase('portal-me.email'), {
    email: visit.customer?.email ?? '',
    form: emptyForm,
  });
}

async function changeEmail(asked: Asked<'changeEmail'>): Promise<Outcome> {
  const { visit, phrase, form, language, link } = asked;
  const wish = { email: (form['email'] ?? '').trim() };
  const password = form['password'] ?? '';
  const shown = (state: ReturnType<typeof failed>, status: number): Outcome =>
    show(
      'changeEmail',
      phrase('portal-me.email'),
      { email: visit.customer?.email ?? '', form: state },
      { status },
    );
  const errors = missingFields(asked, ['email', 'password'], { ...wish, password });
  if (errors !== null) return shown({ ...emptyForm, values: wish, errors }, 422);
  const answer = await visit.changeEmail({ ...wish, password, language });
  if (!answer.ok) return shown(failed(answer.problem, { ...wish, password }), answer.problem.status);
  return show('message', phrase('portal-me.email'), {
    icon: 'mail',
    heading: phrase('portal-account.sent.title'),
    text: phrase('portal-me.confirmationSent', { email: isolate(wish.email) }),
    act: { label: phrase('portal-me.title'), href: link('me') },
  });
}

async function leave({ link }: Asked<'signOut'>): Promise<Outcome> {
  return go(link('home'));
}

async function signOut({ visit, link }: Asked<'signOut'>): Promise<Outcome> {
  const { cookies } = await visit.signOut();
  return go(link('home'), cookies);
}
