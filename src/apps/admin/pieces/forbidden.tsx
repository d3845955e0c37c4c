import { ForbiddenState, usePhrase, useSpeech } from '../../../kit/plain/index.ts';
import type { Permission } from '../../../domain/staff/permission.ts';
import { useAnswer } from '../data/answers.ts';
import { useHere } from '../data/here.tsx';
import { Page } from '../frame/page.tsx';
import { permissionName } from './roles/permission-text.ts';
import { roleText } from './roles/role-text.ts';

/** The page for an address that one may not open: it names what is missing and which roles can give it. */
export function Forbidden({ permission }: { permission: Permission }) {
  const phrase = usePhrase();
  const { hrefTo } = useHere();
  return (
    <Page title={phrase('kit.forbidden.title')} acts={<span />} head={(
      <ForbiddenState permission={permission} backHref={hrefTo('home')}>
        <WhatIsMissing permission={permission} />
      </ForbiddenState>
    )}>
      <span />
    </Page>
  );
}

/** Said at once; who could give it follows when it is known. */
function WhatIsMissing({ permission }: { permission: Permission }) {
  const { phrase, formats } = useSpeech();
  const { location } = useHere();
  const query = location === undefined ? {} : { locationId: location.id };
  const { data } = useAnswer('getPermission', { params: { permission }, query });
  const needs = permissionName(phrase, permission);
  const roles = (data?.givenBy ?? []).map(({ role, name }) => roleText(phrase, { role, roleName: name }));
  return roles.length === 0 ? phrase('problems.notPermitted.named', { needs })
    : phrase('problems.notPermitted.givenBy', { needs, roles: formats.list(roles) });
}
