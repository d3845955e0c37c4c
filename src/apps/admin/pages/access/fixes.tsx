import { useQueries } from '@tanstack/react-query';
import {
  firstDenied,
  fixText,
  layerLine,
  type SaidLayer,
  type Speaking,
} from '../../../../api/decision-text.ts';
import { Button, ButtonLink, type Fix, Fixes, Rail, RailPart } from '../../../../kit/plain/index.ts';
import type { Permission } from '../../../../domain/staff/permission.ts';
import { client } from '../../data/client.ts';
import { useHere } from '../../data/here.tsx';
import type { AnswerProps } from './answer-panel.tsx';
import { assumptionFor } from './as-if.ts';
import { screenOfFix } from './links.ts';
import { bodyOf } from './question.ts';
import type { Decision } from './use-explain.ts';

interface Offered {
  readonly key: string;
  readonly code: string;
  readonly permission: string;
  readonly layer: SaidLayer;
}

export interface FixesProps extends AnswerProps {
  /** Books anyway from here; undefined: on the calendar. */
  readonly onAnyway?: (() => void) | undefined;
}

/** What would fix it, each with what would then be answered, asked as if it were done already (ACC-5). */
export function FixesRail({ decision, question, place, speaking, onAnyway }: FixesProps) {
  const { hrefTo, me } = useHere();
  const { phrase } = speaking;
  const offered = offeredBy(decision);
  const body = bodyOf(question, place);
  const asIf = useQueries({
    queries: offered.map(({ code, layer }) => {
      const assume = assumptionFor(code, layer);
      return {
        queryKey: ['askDecision', body, assume], enabled: assume !== undefined,
        queryFn: () => client.call('askDecision', {
          body: { ...body, ...(assume && { assume: { ...body.assume, ...assume } }) },
        }),
      };
    }),
  });
  if (decision.allowed || offered.length === 0) return null;
  const fixes = offered.map((of, index): Fix => {
    const path = screenOfFix(of.code, { ...place, target: question.target });
    const may = me.may(of.permission as Permission, place.locationId);
    const after = asIf[index]?.data;
    return {
      key: of.key, title: fixText(of.code, of.layer, decision.action, speaking),
      effect: !may ? phrase('admin-explain.needs', { permission: of.permission })
        : after === undefined ? undefined : effectOf(after, speaking),
      act: path === undefined || !may ? undefined
        : <ButtonLink small href={hrefTo(path)}>{phrase('admin-explain.open')}</ButtonLink>,
    };
  });
  const overrides = decision.action === 'book' && me.may('bookings.override', place.locationId);
  return (
    <Rail label={phrase('admin-explain.wouldChange')}>
      <RailPart title={phrase('admin-explain.wouldFix')}><Fixes of={fixes} /></RailPart>
      {overrides ? (
        <RailPart title={phrase('admin-explain.thisOnce')}>
          <p className="small muted">{phrase('admin-explain.anyway')}</p>
          <p>
            {onAnyway === undefined ? (
              <ButtonLink small href={hrefTo(`calendar?date=${question.day}&for=${place.customerId}`)}>
                {phrase('admin-explain.bookAnyway')}
              </ButtonLink>
            ) : <Button small onClick={onAnyway}>{phrase('admin-explain.bookAnyway')}</Button>}
          </p>
        </RailPart>
      ) : null}
    </Rail>
  );
}

/** One line for each thing to do, the first denial's first. */
function offeredBy({ layers }: Decision): Offered[] {
  const known = new Map<string, Offered>();
  for (const layer of layers) {
    if (layer.outcome !== 'deny') continue;
    for (const { code, permission, href } of layer.fixes) {
      const key = `${code} ${href}`;
      if (!known.has(key)) known.set(key, { key, code, permission, layer });
    }
  }
  return [...known.values()].slice(0, 8);
}

function effectOf(after: Decision, speaking: Speaking): string {
  const denied = firstDenied(after);
  if (denied === null) return speaking.phrase('admin-explain.thenAllowed');
  return speaking.phrase('admin-explain.thenStill', {
    why: layerLine(denied, after.action, 'staff', speaking),
  });
}
