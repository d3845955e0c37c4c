import { useQueries } from '@tanstack/react-query';
import { layerLine, momentText, type Speaking } from '../../../../../api/decision-text.ts';
import type { Action } from '../../../../../domain/access/decision.ts';
import { formatInstant } from '../../../../../domain/kernel/instant.ts';
import { icons, Table, ToneBadge, useSpeech } from '../../../../../kit/plain/index.ts';
import { client } from '../../../data/client.ts';
import { useAnswer } from '../../../data/answers.ts';
import { Region } from '../../../pieces/region.tsx';
import { Classic } from './classic.tsx';
import type { Place } from '../question.ts';
import type { Decision } from '../use-explain.ts';

const plainActions: readonly Action[] = ['signIn', 'checkIn', 'pay', 'buy', 'post'];

export interface EverythingProps {
  readonly place: Place;
  readonly speaking: Speaking;
  readonly name: string;
}

/** WHY-2: all sections and actions of a customer at once, each answer a way into its explanation. */
export function Everything({ place, speaking, name }: EverythingProps) {
  const { phrase } = useSpeech();
  const { customerId, locationId, now } = place;
  const at = formatInstant(now);
  const sections = useAnswer('listSectionDecisions', {
    query: { customerId: customerId as never, locationId: locationId as never, at },
  });
  const acts = useQueries({
    queries: plainActions.map((action) => {
      const via = action === 'checkIn' ? 'desk' as const : 'portal' as const;
      const body = { customerId: customerId as never, locationId: locationId as never, action, at, via };
      return {
        queryKey: ['askDecision', body],
        queryFn: () => client.call('askDecision', { body }),
      };
    }),
  });
  const done = acts.flatMap(({ data }) => (data === undefined ? [] : [data]));
  return (
    <div className="stack">
      <h2>{phrase('admin-explain.all.title', { name })}</h2>
      <Region answer={sections} rows={12}>
        {({ data }) => (
          <>
            <Classic place={place} speaking={speaking} sections={data}
              signIn={done.find(({ action }) => action === 'signIn')} />
            <Answers title={phrase('admin-explain.all.actions')} rows={done} speaking={speaking} />
            <Answers title={phrase('admin-explain.all.sections')} rows={data} speaking={speaking} />
          </>
        )}
      </Region>
    </div>
  );
}

function Answers({ title, rows, speaking }: Pick<EverythingProps, 'speaking'> & {
  readonly title: string;
  readonly rows: readonly Decision[];
}) {
  const { phrase } = speaking;
  return (
    <section className="stack stack--8">
      <h3>{title}</h3>
      <div className="card">
        <Table caption={title} rows={rows} hrefOf={hrefOf}
          keyOf={({ action, target }) => `${action} ${target ?? ''}`}
          columns={[
            { key: 'what', title: phrase('admin-explain.all.thing'), cell: ({ action, target }) => (
              action === 'viewSection' ? phrase(`reasons.section.${target ?? ''}`)
                : phrase(`admin-explain.actions.${action}`)) },
            { key: 'answer', title: phrase('admin-explain.all.answer'), cell: ({ allowed }) => (
              <ToneBadge tone={allowed ? 'active' : 'alert'} icon={allowed ? icons.check : icons.x} small>
                {phrase(allowed ? 'admin-explain.all.may' : 'admin-explain.all.mayNot')}
              </ToneBadge>) },
            { key: 'why', title: phrase('admin-explain.all.why'), cell: (row) => whyOf(row, speaking) },
            { key: 'until', title: phrase('admin-explain.all.until'), cell: ({ nextChange, at }) => (
              nextChange === null ? '–' : momentText(nextChange, speaking, at)) },
          ]} />
      </div>
    </section>
  );
}

/** The same page with that one question asked. */
function hrefOf({ action, target }: Decision): string {
  const search = new URLSearchParams(globalThis.location.search);
  for (const name of ['view', 'target']) search.delete(name);
  search.set('action', action);
  if (target !== undefined) search.set('target', target);
  return `${globalThis.location.pathname}?${search.toString()}`;
}

function whyOf({ layers, action }: Decision, speaking: Speaking): string {
  const denied = layers.find(({ outcome }) => outcome === 'deny');
  const telling = action === 'checkIn' ? 'thing' : 'standing';
  const passed = layers.find(({ outcome, layer }) => outcome === 'pass' && layer === telling);
  const said = denied ?? passed ?? layers[0];
  return said === undefined ? '' : layerLine(said, action, 'staff', speaking);
}
