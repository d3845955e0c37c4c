import '../../css/roles.css';
import { useId } from 'react';
import { Button, usePhrase } from '../../../../kit/plain/index.ts';
import type { Permission } from '../../../../domain/staff/permission.ts';
import { permissionGroups, permissionName, permissionSentence, wordText } from './permission-text.ts';

export interface PermissionGroupsProps {
  readonly value: ReadonlySet<string>;
  readonly onValue: (value: ReadonlySet<string>) => void;
  /** What one may put in and take out: what one holds oneself. */
  readonly mayGive: (permission: Permission) => boolean;
  /** Only to be read. */
  readonly fixed?: boolean;
}

/** All permissions by what they are about, each with its sentence, to be ticked one by one or by group. */
export function PermissionGroups(props: PermissionGroupsProps) {
  const shown = props.fixed === true
    ? permissionGroups.map(({ word, of }) => ({ word, of: of.filter((one) => props.value.has(one)) }))
    : permissionGroups;
  return (
    <div className="perms">
      {shown
        .filter(({ of }) => of.length > 0)
        .map((group) => (
          <Group key={group.word} {...props} {...group} />
        ))}
    </div>
  );
}

type GroupProps = PermissionGroupsProps & (typeof permissionGroups)[number];

function Group({ word, of, value, onValue, mayGive, fixed = false }: GroupProps) {
  const phrase = usePhrase();
  const open = of.filter(mayGive);
  const all = open.length > 0 && open.every((one) => value.has(one));
  const count = of.filter((one) => value.has(one)).length;
  const set = (changed: readonly Permission[], on: boolean) =>
    onValue(
      new Set([...value].filter((one) => !changed.includes(one as Permission)).concat(on ? changed : [])),
    );
  return (
    <fieldset className="perms__group">
      <legend>
        {wordText(phrase, word)}{' '}
        {fixed ? null : (
          <span className="count">{phrase('admin-roles.ofAll', { count, all: of.length })}</span>
        )}
      </legend>
      {fixed || open.length < 2 ? null : (
        <Button
          small
          kind="quiet"
          label={phrase(all ? 'admin-roles.noneOf' : 'admin-roles.allOf', { word: wordText(phrase, word) })}
          onClick={() => set(open, !all)}
        >
          {phrase(all ? 'admin-roles.nothing' : 'admin-roles.all')}
        </Button>
      )}
      {of.map((one) => (
        <One
          key={one}
          permission={one}
          on={value.has(one)}
          may={mayGive(one)}
          fixed={fixed}
          onChange={(on) => set([one], on)}
        />
      ))}
    </fieldset>
  );
}

function One({ permission, on, may, fixed, onChange }: {
  readonly permission: Permission;
  readonly on: boolean;
  readonly may: boolean;
  readonly fixed: boolean;
  readonly onChange: (on: boolean) => void;
}) {
  const phrase = usePhrase();
  const id = useId();
  const text = permissionSentence(phrase, permission);
  if (fixed)
    return (
      <p className="perms__held">
        <b>{permissionName(phrase, permission)}</b> <span>{text}</span>
      </p>
    );
  return (
    <label className="opt perms__one">
      <input className="check" type="checkbox" name={permission} checked={on} disabled={!may}
        aria-describedby={id} onChange={(event) => onChange(event.currentTarget.checked)} />
      <span>
        {permissionName(phrase, permission)}
        <span className="muted small" id={id}>{may ? text : `${text} ${phrase('admin-roles.notHeld')}`}</span>
      </span>
    </label>
  );
}
