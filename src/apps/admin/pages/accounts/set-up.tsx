import { useEffect } from 'react';
import { Button, SelectField, TextField, usePhrase } from '../../../../kit/plain/index.ts';
import { nameOf } from '../../../../api/texts/browser.ts';
import { useAnswer } from '../../data/answers.ts';
import { client } from '../../data/client.ts';
import { type Form, useForm } from '../../data/form.ts';
import { useShell } from '../../data/shell.tsx';
import { FormSummary } from '../../pieces/form-parts.tsx';
import { Outside } from './outside.tsx';
import { shortOf } from './password.tsx';

/**
 * The first visit: who owns this, what it is called, where the first place is. Nine inputs, five of them
 * filled.
 */
export function SetUp() {
  const phrase = usePhrase();
  const { data } = useAnswer('getSetUp', {});
  const isDone = data?.needed === false;
  useEffect(() => {
    if (isDone) location.replace('/admin/sign-in');
  }, [isDone]);
  return (
    <Outside title={phrase('admin-accounts.setUp.title')} wide>
      <p className="muted">{phrase('admin-accounts.setUp.help')}</p>
      <SetUpForm />
    </Outside>
  );
}

const zones = Intl.supportedValuesOf('timeZone');
const currencies = Intl.supportedValuesOf('currency');

type Values = Record<'code' | 'name' | 'email' | 'password' | 'network' | 'language' | 'location' | 'timeZone'
  | 'currency', string>;

function SetUpForm() {
  const phrase = usePhrase();
  const { language } = useShell();
  const form = useForm<Values>({
    initial: {
      code: '',
      name: '',
      email: '',
      password: '',
      network: '',
      language,
      location: '',
      timeZone: ownZone(),
      currency: currencyOf(ownZone()),
    },
    check: (values) => ({
      ...Object.fromEntries(
        (['code', 'name', 'network', 'location'] as const).map((one) => [
          one,
          values[one].trim() === '' ? phrase(`admin-accounts.need.${one}`) : undefined,
        ]),
      ),
      email: values.email.includes('@') ? undefined : phrase('admin-accounts.need.email'),
      password: shortOf(values.password) ? phrase('admin-accounts.need.longer') : undefined,
    }),
    fieldOf: {
      'owner.name': 'name',
      'owner.email': 'email',
      'owner.password': 'password',
      'network.name': 'network',
      'location.name': 'location',
      'location.timeZone': 'timeZone',
      'location.currency': 'currency',
    },
    send: (values) =>
      client
        .call('setUp', { body: bodyOf(values) })
        .then(({ locationSlug }) => location.assign(`/admin/${locationSlug ?? 'all'}/home`)),
  });
  return (
    <form className="form" noValidate onSubmit={form.onSubmit}>
      <FormSummary form={form} />
      <TextField
        {...form.field('code')}
        label={phrase('admin-accounts.setUp.code')}
        autoComplete="off"
        autoFocus
        spellCheck={false}
        dir="ltr"
        help={phrase('admin-accounts.setUp.codeHelp')}
      />
      <You form={form} />
      <Place form={form} />
      <Button kind="primary" type="submit" block busy={form.busy}>
        {phrase('admin-accounts.setUp.verb')}
      </Button>
    </form>
  );
}

function You({ form }: { readonly form: Form<Values> }) {
  const phrase = usePhrase();
  return (
    <fieldset className="outside__part">
      <legend>{phrase('admin-accounts.setUp.you')}</legend>
      <TextField {...form.field('name')} label={phrase('admin-accounts.name')} autoComplete="name" />
      <div className="outside__pair">
        <TextField {...form.field('email')} label={phrase('admin-accounts.email')} type="email"
          autoComplete="username" />
        <TextField {...form.field('password')} label={phrase('admin-accounts.choosePassword')} type="password"
          autoComplete="new-password" help={phrase('admin-accounts.passwordHelp')} />
      </div>
    </fieldset>
  );
}

function Place({ form }: { readonly form: Form<Values> }) {
  const phrase = usePhrase();
  const { languages } = useShell();
  const same = (values: readonly string[]) =>
    values.map((value) => ({ value, label: value.replaceAll('_', ' ') }));
  return (
    <fieldset className="outside__part">
      <legend>{phrase('admin-accounts.setUp.place')}</legend>
      <div className="outside__pair">
        <TextField {...form.field('network')} label={phrase('admin-accounts.setUp.network')}
          autoComplete="organization" help={phrase('admin-accounts.setUp.networkHelp')} />
        <TextField {...form.field('location')} label={phrase('admin-accounts.setUp.location')}
          help={phrase('admin-accounts.setUp.locationHelp')} />
        <SelectField {...form.field('timeZone')} label={phrase('admin-accounts.setUp.timeZone')}
          options={same(zones)} />
        <SelectField {...form.field('currency')} label={phrase('admin-accounts.setUp.currency')}
          options={same(currencies)} />
        <SelectField {...form.field('language')} label={phrase('admin-accounts.setUp.language')}
          options={languages.map((one) => ({ value: one, label: nameOf(one) }))} />
      </div>
    </fieldset>
  );
}

const bodyOf = (values: Values) => ({
  code: values.code,
  owner: { name: values.name, email: values.email, password: values.password },
  network: { name: values.network, language: values.language },
  location: { name: values.location, timeZone: values.timeZone, currency: values.currency },
});

function ownZone(): string {
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
  return zones.includes(timeZone)
    ? timeZone
    : (zones.find((zone) => zone === 'Europe/Berlin') ?? zones[0] ?? '');
}

const outsideEuro: Readonly<Record<string, string>> = {
  'Europe/London': 'GBP',
  'Europe/Zurich': 'CHF',
  'Europe/Copenhagen': 'DKK',
  'Europe/Stockholm': 'SEK',
  'Europe/Oslo': 'NOK',
  'Europe/Warsaw': 'PLN',
  'Europe/Prague': 'CZK',
  'Europe/Budapest': 'HUF',
  'Asia/Dubai': 'AED',
  'Asia/Riyadh': 'SAR',
  'Africa/Cairo': 'EGP',
  'Asia/Tokyo': 'JPY',
  'Asia/Singapore': 'SGD',
  'Australia/Sydney': 'AUD',
  'America/Toronto': 'CAD',
  'America/Sao_Paulo': 'BRL',
  'America/Mexico_City': 'MXN',
};

/** A first guess that saves a choice: the euro in Europe, the dollar in America, else the euro. */
const currencyOf = (zone: string): string =>
  outsideEuro[zone] ?? (zone.startsWith('America/') ? 'USD' : 'EUR');
