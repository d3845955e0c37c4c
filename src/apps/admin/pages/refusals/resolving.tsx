import { fixText } from '../../../../api/decision-text.ts';
import type { Permission } from '../../../../domain/staff/permission.ts';
import type { Zone } from '../../../../domain/kernel/zone.ts';
import { ButtonLink, type Fix, Fixes, Rail, RailPart, usePhrase } from '../../../../kit/plain/index.ts';
import type { AnswerTo } from '../../data/client.ts';
import { useHere } from '../../data/here.tsx';
import { screenOfFix } from '../access/links.ts';
import { useSpeaking } from '../access/use-explain.ts';

type Counted = AnswerTo<'countRefusals'>['fixes'];

/** The single acts that would have resolved most refusals, with how many, each with the screen for it. */
export function Resolving({ fixes }: { readonly fixes: Counted }) {
  const phrase = usePhrase();
  const { hrefTo, me, location, network } = useHere();
  const speaking = useSpeaking((location?.timeZone ?? network?.timeZone ?? 'UTC') as Zone);
  const offered = fixes.map((fix): Fix => {
    const { refusals, customers, customer, locationId, target } = fix;
    const around = { customerId: customer?.id ?? '', locationId, target: target ?? '' };
    const path = screenOfFix(fix.code, around);
    const may = me.may(fix.permission as Permission, locationId);
    const leads = path !== undefined && may && (customer !== null || !path.includes('customer'));
    return {
      key: `${fix.code} ${fix.href}`,
      title: fixText(fix.code, fix.layer, fix.action, speaking),
      effect: customer === null ? phrase('admin-refusals.resolves', { refusals, customers })
        : phrase('admin-refusals.resolvesOne', { refusals, name: customer.name }),
      act: leads ? <ButtonLink small href={hrefTo(path)}>{phrase('admin-refusals.open')}</ButtonLink>
        : undefined,
    };
  });
  return (
    <Rail label={phrase('admin-refusals.resolve')}>
      <RailPart title={phrase('admin-refusals.resolve')}>
        {offered.length === 0 ? <p className="small muted">{phrase('admin-refusals.noneResolves')}</p>
          : <Fixes of={offered} />}
      </RailPart>
    </Rail>
  );
}
