import { Fragment, useState, useSyncExternalStore } from 'react';
import { Card, Icon, icons, NameText, SelectField, usePhrase } from '../../../../../kit/plain/index.ts';
import {
  permissionGroups, permissionName, permissionSentence, wordText,
} from '../../../pieces/roles/permission-text.ts';
import { roleLabel } from '../role-fields.tsx';
import type { Role } from './roles.tsx';

/** What each role may beside the others: a table, and on a phone one role at a time. */
export function PrivilegeTable({ roles }: { readonly roles: readonly Role[] }) {
  const phrase = usePhrase();
  const isNarrow = useIsNarrow();
  return (
    <Card title={phrase('admin-roles.table')}>
      {isNarrow ? <OneRole roles={roles} /> : <AllRoles roles={roles} />}
    </Card>
  );
}

function AllRoles({ roles }: { readonly roles: readonly Role[] }) {
  const phrase = usePhrase();
  return (
    <div className="tablewrap privileges" role="region" aria-label={phrase('admin-roles.title')} tabIndex={0}>
      <table className="table table--compact">
        <thead>
          <tr>
            <th scope="col">{phrase('admin-roles.permission')}</th>
            {roles.map((role) => (
              <th key={role.id} scope="col"><NameText>{roleLabel(phrase, role)}</NameText></th>
            ))}
          </tr>
        </thead>
        {permissionGroups.map(({ word, of }) => (
          <tbody key={word}>
            <tr>
              <th className="privileges__word" scope="rowgroup" colSpan={roles.length + 1}>
                <span>{wordText(phrase, word)}</span>
              </th>
            </tr>
            {of.map((permission) => (
              <tr key={permission}>
                <th scope="row" title={permissionSentence(phrase, permission)}>
                  {permissionName(phrase, permission)}
                </th>
                {roles.map((role) => (
                  <td key={role.id}><Held is={role.permissions.includes(permission)} /></td>
                ))}
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </div>
  );
}

function Held({ is }: { readonly is: boolean }) {
  const phrase = usePhrase();
  return is ? (
    <span className="privileges__yes">
      <Icon of={icons.check} size={16} />
      <span className="sr">{phrase('admin-roles.yes')}</span>
    </span>
  ) : (
    <span className="muted">
      <span aria-hidden="true">·</span>
      <span className="sr">{phrase('admin-roles.no')}</span>
    </span>
  );
}

function OneRole({ roles }: { readonly roles: readonly Role[] }) {
  const phrase = usePhrase();
  const [chosen, setChosen] = useState(roles[0]?.id ?? '');
  const held = roles.find(({ id }) => id === chosen)?.permissions ?? [];
  return (
    <div className="card__body">
      <SelectField label={phrase('admin-staff.role')} name="role" value={chosen} onValue={setChosen}
        options={roles.map((role) => ({ value: role.id, label: roleLabel(phrase, role) }))} />
      <dl className="privileges__one">
        {permissionGroups.map(({ word, of }) => ({ word, of: of.filter((one) => held.includes(one)) }))
          .filter(({ of }) => of.length > 0)
          .map(({ word, of }) => (
            <Fragment key={word}>
              <dt>{wordText(phrase, word)}</dt>
              {of.map((one) => <dd key={one}>{permissionName(phrase, one)}</dd>)}
            </Fragment>
          ))}
      </dl>
    </div>
  );
}

const narrow = matchMedia('(max-width: 48rem)');

const useIsNarrow = (): boolean => useSyncExternalStore(
  (listener) => {
    narrow.addEventListener('change', listener);
    return () => narrow.removeEventListener('change', listener);
  },
  () => narrow.matches,
);
