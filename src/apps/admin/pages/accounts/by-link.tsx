import { Button, usePhrase } from '../../../../kit/plain/index.ts';
import { client } from '../../data/client.ts';
import { useForm } from '../../data/form.ts';
import { FormSummary } from '../../pieces/form-parts.tsx';
import { goInside, Outside, secretOfLink } from './outside.tsx';

/** Letters are opened by machines too, so the link signs nobody in by itself: a person presses the button. */
export const SignInByLink = () => <ByLink of="byLink" name="useMagicLink" />;

export const ConfirmEmail = () => <ByLink of="confirmEmail" name="confirmEmail" />;

function ByLink({ of, name }: { readonly of: string; readonly name: 'useMagicLink' | 'confirmEmail' }) {
  const phrase = usePhrase();
  const form = useForm({
    initial: {},
    send: () => client.call(name, { body: { token: secretOfLink() } }),
    onDone: goInside,
  });
  return (
    <Outside title={phrase(`admin-accounts.${of}.title`)}>
      <form className="form" noValidate onSubmit={form.onSubmit}>
        <FormSummary form={form} />
        <p className="muted">{phrase(`admin-accounts.${of}.help`)}</p>
        <Button kind="primary" type="submit" block busy={form.busy} autoFocus>
          {phrase(`admin-accounts.${of}.verb`)}
        </Button>
        <div className="outside__ways">
          <a className="btn btn--quiet btn--sm" href="/admin/sign-in">
            {phrase('admin-accounts.backToSignIn')}
          </a>
        </div>
      </form>
    </Outside>
  );
}
