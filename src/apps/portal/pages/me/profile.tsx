import { isolate } from '../../parts/isolate.ts';
import { Field, FormProblem, SelectField, Submit } from '../../parts/form.tsx';
import { nameOf } from '../../../../api/texts/language.ts';
import type { Facts } from '../facts.ts';
import type { Frame } from '../../frame/view.ts';
import type { PageParts } from '../page-parts.ts';

/** Name, phone, language, and what stands on invoices. */
export function Profile({ frame, facts }: { frame: Frame; facts: Facts['profile'] }): PageParts {
  const { phrase, link } = frame;
  const { form } = facts;
  const optional = phrase('kit.optional');
  return {
    airy: true,
    top: {
      back: { href: link('me'), label: phrase('portal-me.title') },
      title: phrase('portal-me.profile'),
      isHeading: true,
    },
    main: (
      <form method="post" action={link('profile')} className="p-form" noValidate>
        <FormProblem form={form} />
        <Field name="name" label={phrase('portal-me.name')} form={form} required autoComplete="name" />
        <Field
          name="phone"
          label={phrase('portal-me.phone')}
          form={form}
          optional={optional}
          type="tel"
          inputMode="tel"
          autoComplete="tel"
          help={phrase('portal-me.phoneHelp')}
        />
        <SelectField
          name="language"
          label={phrase('kit.language')}
          value={form.values['language'] ?? frame.language}
          autoComplete="language"
          options={frame.languages.map(({ code }) => ({ value: code, label: nameOf(code), lang: code }))}
        />
        <fieldset className="p-form">
          <legend className="p-h2">{phrase('portal-me.billing')}</legend>
          <Field
            name="billingName"
            label={phrase('portal-me.billingName')}
            form={form}
            optional={optional}
            autoComplete="organization"
            help={phrase('portal-me.billingHelp')}
          />
          <Field
            name="billingAddress"
            label={phrase('portal-me.billingAddress')}
            form={form}
            optional={optional}
            autoComplete="street-address"
            lines={3}
          />
          <Field name="billingTaxId" label={phrase('portal-me.taxId')} form={form} optional={optional} />
        </fieldset>
        <Submit>{phrase('kit.form.save')}</Submit>
      </form>
    ),
  };
}

/** The new address is used once it has been confirmed. */
export function ChangeEmail({ frame, facts }: { frame: Frame; facts: Facts['changeEmail'] }): PageParts {
  const { phrase, link } = frame;
  return {
    airy: true,
    top: {
      back: { href: link('me'), label: phrase('portal-me.title') },
      title: phrase('portal-me.email'),
      isHeading: true,
    },
    main: (
      <form method="post" action={link('changeEmail')} className="p-form" noValidate>
        <FormProblem form={facts.form} />
        <p>{phrase('portal-me.emailNow', { email: isolate(facts.email) })}</p>
        <Field
          name="email"
          label={phrase('portal-me.newEmail')}
          form={facts.form}
          required
          type="email"
          inputMode="email"
          autoComplete="email"
          help={phrase('portal-me.newEmailHelp')}
        />
        <Field
          name="password"
          label={phrase('portal-me.currentPassword')}
          form={facts.form}
          required
          type="password"
          autoComplete="current-password"
        />
        <Submit>{phrase('portal-me.sendConfirmation')}</Submit>
      </form>
    ),
  };
}
