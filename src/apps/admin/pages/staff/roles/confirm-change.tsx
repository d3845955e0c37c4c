import { Banner, NameText, useSpeech } from '../../../../../kit/plain/index.ts';
import { useAnswer } from '../../../data/answers.ts';
import type { AnswerTo } from '../../../data/client.ts';
import { useForm } from '../../../data/form.ts';
import { FormDialog } from '../../../pieces/form-dialog.tsx';
import { permissionName } from '../../../pieces/roles/permission-text.ts';
import { Region } from '../../../pieces/region.tsx';
import { HoldersText } from './holders.tsx';
import type { RoleBody } from './role-editor.tsx';
import type { RoleWithHolders } from './role-page.tsx';

type Impact = AnswerTo<'previewRole'>;

/** What the change gives and takes, and from whom, before it is saved. */
export function ConfirmChange({ role, body, send, onClose }: {
  readonly role: RoleWithHolders;
  readonly body: RoleBody;
  readonly send: (body: RoleBody) => Promise<unknown>;
  readonly onClose: () => void;
}) {
  const { phrase } = useSpeech();
  const answer = useAnswer('previewRole', {
    params: { roleKey: role.id }, body: { permissions: body.permissions },
  });
  const form = useForm({ initial: {}, send: () => send(body), onDone: onClose });
  return (
    <FormDialog title={phrase('admin-roles.confirm', { name: role.name })} form={form} wide
      verb={phrase('kit.form.save')} onClose={onClose}
      above={<Region answer={answer} rows={3}>{(impact) => <Effects impact={impact} />}</Region>} />
  );
}

function Effects({ impact }: { readonly impact: Impact }) {
  const { phrase } = useSpeech();
  return (
    <div className="stack">
      <p>{phrase('admin-roles.fromNext')} <b><HoldersText of={impact.holders} /></b></p>
      <Permissions title={phrase('admin-roles.added')} of={impact.added} />
      <Permissions title={phrase('admin-roles.removed')} of={impact.removed} />
      {impact.affected.length === 0 ? <Banner tone="quiet">{phrase('admin-roles.nobodyFeels')}</Banner>
        : <Affected impact={impact} />}
    </div>
  );
}

function Permissions({ title, of }: { readonly title: string; readonly of: readonly string[] }) {
  const { phrase, formats } = useSpeech();
  if (of.length === 0) return null;
  return <p><b>{title}</b> {formats.list(of.map((one) => permissionName(phrase, one)))}</p>;
}

/** Each who feels it; what another role gives them anyway is no change for them. */
function Affected({ impact: { affected, added, removed } }: { readonly impact: Impact }) {
  const { phrase, formats } = useSpeech();
  const inWords = (some: readonly string[], all: readonly string[]) =>
    (some.length > 3 && some.length === all.length ? phrase('admin-roles.allOfIt')
      : formats.list(some.map((one) => permissionName(phrase, one))));
  return (
    <details>
      <summary>{phrase('admin-roles.affected', { count: affected.length })}</summary>
      <ul className="small roles__affected">
        {affected.map((one) => (
          <li key={`${one.id} ${one.locationId}`}>
            <NameText>{one.name}</NameText> · <bdi>{one.locationName}</bdi>
            {[
              ...one.added.length === 0 ? []
                : [phrase('admin-roles.gains', { what: inWords(one.added, added) })],
              ...one.removed.length === 0 ? []
                : [phrase('admin-roles.loses', { what: inWords(one.removed, removed) })],
            ].map((text) => <span key={text} className="muted"> · {text}</span>)}
          </li>
        ))}
      </ul>
    </details>
  );
}
