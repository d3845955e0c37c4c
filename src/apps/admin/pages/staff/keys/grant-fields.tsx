import { Button, icons, SelectField, usePhrase } from '../../../../../kit/plain/index.ts';
import { useAnswer } from '../../../data/answers.ts';
import type { AnswerTo } from '../../../data/client.ts';
import { useHere } from '../../../data/here.tsx';
import { inTreeOrder } from '../../../frame/location-switcher.tsx';
import { PermissionGroups } from '../../../pieces/roles/permission-groups.tsx';
import { roleLabel } from '../role-fields.tsx';

/** What a key may at one place, while it is filled in: a role, or `chosen` permissions. */
export interface Grant {
  readonly locationId: string;
  readonly role: string;
  readonly permissions: readonly string[];
}

export const newGrant = (locationId: string): Grant => ({ locationId, role: '', permissions: [] });
export const writeGrants = (grants: readonly Grant[]): string => JSON.stringify(grants);
export const readGrants = (text: string): readonly Grant[] => JSON.parse(text) as Grant[];

interface GrantFieldsProps {
  readonly at: number;
  readonly grant: Grant;
  readonly onChange: (grant: Grant) => void;
  readonly onRemove?: (() => void) | undefined;
}

/** A place, and what the key may there and below: only what the person may give there. */
export function GrantFields({ at, grant, onChange, onRemove }: GrantFieldsProps) {
  const phrase = usePhrase();
  const { locations, me } = useHere();
  const mayAt = (id: string) => me.may('keys.write', id);
  const offered = useOffered(grant.locationId);
  return (
    <fieldset className="grant">
      <legend className="sr">{phrase('admin-keys.place', { number: at + 1 })}</legend>
      <SelectField name={`place-${at}`} label={phrase('admin-staff.location')} value={grant.locationId}
        onValue={(locationId) => onChange({ ...grant, locationId, role: '', permissions: [] })}
        options={[
          { value: '', label: phrase('kit.choose') },
          ...inTreeOrder(locations).filter(({ id }) => mayAt(id))
            .map(({ id, name }) => ({ value: id, label: name })),
        ]} />
      <SelectField name={`role-${at}`} label={phrase('admin-staff.keys.may')} value={grant.role}
        help={phrase('admin-keys.grantHelp')}
        onValue={(role) => onChange({ ...grant, role })}
        options={[
          { value: '', label: phrase('kit.choose') },
          ...offered.map((one) => ({ value: one.id, label: roleLabel(phrase, one) })),
          { value: 'chosen', label: phrase('admin-keys.chosen') },
        ]} />
      {onRemove === undefined ? null : (
        <Button small kind="quiet" icon={icons.x} label={phrase('admin-keys.removePlace', { number: at + 1 })}
          onClick={onRemove} />
      )}
      {grant.role === 'chosen' ? (
        <div className="grant__chosen">
          <PermissionGroups value={new Set(grant.permissions)}
            mayGive={(one) => grant.locationId !== '' && me.may(one, grant.locationId)}
            onValue={(value) => onChange({ ...grant, permissions: [...value] })} />
        </div>
      ) : null}
    </fieldset>
  );
}

type Role = AnswerTo<'listRoles'>['data'][number];

/** Who may not look at roles chooses permissions. */
function useOffered(locationId: string): readonly Role[] {
  const { me } = useHere();
  const { data } = useAnswer('listRoles', {}, { when: me.may('staff.read') });
  if (locationId === '') return [];
  return (data?.data ?? []).filter(({ permissions }) =>
    permissions.every((one) => me.may(one as never, locationId)));
}
