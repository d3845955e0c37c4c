import '../../../css/roles.css';
import {
  ButtonLink,
  Card,
  icons,
  List,
  ListRow,
  NameText,
  useSpeech,
} from '../../../../../kit/plain/index.ts';
import { useAnswer } from '../../../data/answers.ts';
import type { AnswerTo } from '../../../data/client.ts';
import { useHere } from '../../../data/here.tsx';
import { Page } from '../../../frame/page.tsx';
import { Region } from '../../../pieces/region.tsx';
import { roleLabel } from '../role-fields.tsx';
import { TeamTabs } from '../team-tabs.tsx';
import { HoldersText } from './holders.tsx';
import { PrivilegeTable } from './privilege-table.tsx';

export type Role = AnswerTo<'listRoles'>['data'][number];

/** The roles there are: who has them, and what each may beside the others. */
export function Roles() {
  const { phrase } = useSpeech();
  const { hrefTo, me, network } = useHere();
  const answer = useAnswer('listRoles', {});
  const mayMake = network !== undefined && me.may('staff.write', network.id);
  return (
    <Page title={phrase('admin-staff.team.title')} acts={mayMake ? (
      <ButtonLink kind="primary" icon={icons.plus} href={hrefTo('settings/team/roles/new')}>
        {phrase('admin-roles.new')}
      </ButtonLink>
    ) : <span />}>
      <TeamTabs current="roles" />
      <Region answer={answer} rows={9}>
        {({ data }) => (
          <>
            <RoleList roles={data.filter(({ isFixed }) => !isFixed)} title={phrase('admin-roles.own')}
              empty={phrase(mayMake ? 'admin-roles.none' : 'admin-roles.noneForYou')} />
            <RoleList roles={data.filter(({ isFixed }) => isFixed)} title={phrase('admin-roles.fixed')} />
            <PrivilegeTable roles={data} />
          </>
        )}
      </Region>
    </Page>
  );
}

function RoleList({ roles, title, empty }: {
  readonly roles: readonly Role[];
  readonly title: string;
  readonly empty?: string;
}) {
  const { phrase } = useSpeech();
  return (
    <Card title={title} count={roles.length}>
      {roles.length === 0 ? (
        <p className="muted card__body">{empty}</p>
      ) : (
        <List label={title}>
          {roles.map((role) => (
            <RoleRow key={role.id} role={role} phrase={phrase} />
          ))}
        </List>
      )}
    </Card>
  );
}

function RoleRow({ role, phrase }: {
  readonly role: Role;
  readonly phrase: ReturnType<typeof useSpeech>['phrase'];
}) {
  const { hrefTo } = useHere();
  const about = role.isFixed ? phrase(`admin-staff.roleHelp.${role.id}`) : role.description;
  return (
    <ListRow
      title={(
        <a className="link" href={hrefTo(`settings/team/roles/${role.id}`)}>
          <NameText>{roleLabel(phrase, role)}</NameText>
        </a>
      )}
      note={<>{about}{about === '' ? '' : ' · '}
        {phrase('admin-staff.keys.permissions', { count: role.permissions.length })}</>}>
      <span className="muted small num role__held"><HoldersText of={role.holders} /></span>
    </ListRow>
  );
}
