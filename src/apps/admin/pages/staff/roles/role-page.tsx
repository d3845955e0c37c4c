import '../../../css/roles.css';
import { useParams, useRouter } from '@tanstack/react-router';
import { Banner, ButtonLink, Card, icons, toast, useSpeech } from '../../../../../kit/plain/index.ts';
import { useAnswer, useSend } from '../../../data/answers.ts';
import { type AnswerTo, freshKey } from '../../../data/client.ts';
import { useAddressValue } from '../../../data/filters.ts';
import { useHere } from '../../../data/here.tsx';
import { Page } from '../../../frame/page.tsx';
import { Region } from '../../../pieces/region.tsx';
import { roleLabel } from '../role-fields.tsx';
import { ArchiveRole } from './archive-role.tsx';
import { ArchivedBadge, HolderList, HoldersText } from './holders.tsx';
import { RoleEditor } from './role-editor.tsx';
import { PermissionGroups } from '../../../pieces/roles/permission-groups.tsx';

export type RoleWithHolders = AnswerTo<'getRole'>;

/** One role: what it may, who has it, and what a change of it would mean for them. */
export function RolePage() {
  const { phrase } = useSpeech();
  const { hrefTo } = useHere();
  const { roleKey } = useParams({ strict: false }) as { roleKey: string };
  const answer = useAnswer('getRole', { params: { roleKey } });
  const role = answer.data;
  return (
    <Page
      title={role === undefined ? phrase('admin-staff.role') : roleLabel(phrase, role)}
      note={role?.archivedAt == null ? undefined : <ArchivedBadge />}
      crumbs={[{ label: phrase('admin-roles.title'), href: hrefTo('settings/team/roles') }]}
      acts={role === undefined ? <span /> : <Acts role={role} />}
    >
      <Region answer={answer} rows={8}>
        {(found) => (
          <div className="with-rail">
            {found.mayChange ? <Change key={`${found.id} ${found.version}`} role={found} />
              : <ToRead role={found} />}
            <WhoHasIt role={found} />
          </div>
        )}
      </Region>
    </Page>
  );
}

/** A role of one's own, from nothing or from another one. */
export function NewRole() {
  const { phrase } = useSpeech();
  const { hrefTo } = useHere();
  const [from] = useAddressValue('from');
  const answer = useAnswer('listRoles', {});
  return (
    <Page title={phrase('admin-roles.new')} acts={<span />}
      crumbs={[{ label: phrase('admin-roles.title'), href: hrefTo('settings/team/roles') }]}>
      <Region answer={answer} rows={8}>
        {({ data }) => <Make from={data.find(({ id }) => id === from)?.permissions ?? []} />}
      </Region>
    </Page>
  );
}

function Make({ from }: { readonly from: readonly string[] }) {
  const { phrase } = useSpeech();
  const { hrefTo, me, network } = useHere();
  const router = useRouter();
  const create = useSend('createRole', { refresh: ['listRoles'] });
  const mine = from.filter((one) => me.may(one as never, network?.id ?? null));
  return (
    <RoleEditor initial={{ name: '', description: '', permissions: mine }} verb={phrase('admin-roles.make')}
      send={async (body) => {
        const role = await create.mutateAsync({ body, idempotencyKey: freshKey() });
        toast(phrase('admin-roles.made', { name: role.name }));
        router.history.push(hrefTo(`settings/team/roles/${role.id}`));
      }} />
  );
}

function Change({ role }: { readonly role: RoleWithHolders }) {
  const { phrase } = useSpeech();
  const change = useSend('changeRole');
  return (
    <RoleEditor role={role} initial={role} verb={phrase('kit.form.save')}
      send={async (body) => {
        await change.mutateAsync({
          params: { roleKey: role.id }, body, version: role.version,
        });
        toast(phrase('admin-roles.changed', { name: body.name }));
      }} />
  );
}

function Acts({ role }: { readonly role: RoleWithHolders }) {
  const { phrase } = useSpeech();
  const { hrefTo, me, network } = useHere();
  const mayMake = network !== undefined && me.may('staff.write', network.id);
  return (
    <>
      {role.mayChange ? <ArchiveRole role={role} /> : null}
      {mayMake ? (
        <ButtonLink icon={icons.copy} href={hrefTo(`settings/team/roles/new?from=${role.id}`)}>
          {phrase('admin-roles.makeFrom')}
        </ButtonLink>
      ) : <span />}
    </>
  );
}

/** One that every network has, or one that may more than whoever looks at it. */
function ToRead({ role }: { readonly role: RoleWithHolders }) {
  const { phrase } = useSpeech();
  const why = role.isFixed ? 'admin-roles.isFixed'
    : role.archivedAt === null ? 'admin-roles.notYours' : 'admin-roles.isArchived';
  return (
    <div className="stack">
      <Banner tone="quiet">{phrase(why)}</Banner>
      <p>{role.isFixed ? phrase(`admin-staff.roleHelp.${role.id}`) : role.description}</p>
      <PermissionGroups fixed value={new Set(role.permissions)} onValue={() => undefined}
        mayGive={() => false} />
    </div>
  );
}

function WhoHasIt({ role }: { readonly role: RoleWithHolders }) {
  const { phrase } = useSpeech();
  const title = phrase('admin-roles.whoHasIt');
  return (
    <Card title={title}>
      <p className="card__body muted num"><HoldersText of={role.holders} /></p>
      {role.heldBy.length === 0 ? null : <HolderList holders={role.heldBy} label={title} />}
    </Card>
  );
}
