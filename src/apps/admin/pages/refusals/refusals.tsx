import { actions } from '../../../../domain/access/decision.ts';
import { layerLine, layerName } from '../../../../api/decision-text.ts';
import type { Zone } from '../../../../domain/kernel/zone.ts';
import {
  AtText, Button, type Column, icons, NameText, SelectField, Table, usePhrase,
} from '../../../../kit/plain/index.ts';
import { useAnswer, useList } from '../../data/answers.ts';
import type { AnswerTo } from '../../data/client.ts';
import { type Filters, useFilters } from '../../data/filters.ts';
import { useHere } from '../../data/here.tsx';
import { Page } from '../../frame/page.tsx';
import { DataTable } from '../../pieces/data-table.tsx';
import { Region } from '../../pieces/region.tsx';
import { useSpeaking } from '../access/use-explain.ts';
import { Resolving } from './resolving.tsx';
import { Waiting } from './waiting.tsx';
import { Wanted } from './wanted.tsx';

type Refusal = AnswerTo<'listRefusals'>['data'][number];
type Counted = AnswerTo<'countRefusals'>;

/** Who was refused what, and why: by reason with what would resolve most, then one by one (WHY-3). */
export function Refusals() {
  const phrase = usePhrase();
  const { location } = useHere();
  const filters = useFilters();
  const [action, reason, customerId] = ['action', 'reason', 'customerId'].map((name) => filters.of(name));
  const query = {
    ...(action && { action: action as never }), ...(reason && { reason }),
    ...(customerId && { customerId: customerId as never }), ...(location && { locationId: location.id }),
  };
  const counted = useAnswer('countRefusals', { query });
  const list = useList('listRefusals', { query });
  return (
    <Page title={phrase('admin-refusals.title')} acts={<span />}>
      <Narrow filters={filters} />
      <Region answer={counted} rows={4}>
        {(found) => (found.reasons.length === 0 ? null : (
          <div className="with-rail">
            <ByReason counted={found} />
            <Resolving fixes={found.fixes} />
          </div>
        ))}
      </Region>
      <Waiting {...(customerId && { customerId })} />
      <h2>{phrase('admin-refusals.newest')}</h2>
      <DataTable
        caption={phrase('admin-refusals.newest')}
        list={list}
        columns={useColumns()}
        filters={filters}
        keyOf={({ id }) => id}
        hrefOf={useHrefOf()}
        empty={{ icon: icons.check, text: phrase('admin-refusals.empty') }}
      />
    </Page>
  );
}

function useHrefOf() {
  const { hrefTo } = useHere();
  return ({ id }: Refusal) => hrefTo(`refusals/${id}`);
}

function Narrow({ filters }: { readonly filters: Filters }) {
  const phrase = usePhrase();
  return (
    <div className="row wrap">
      <SelectField name="action" label={phrase('admin-refusals.action')} value={filters.of('action') ?? ''}
        onValue={(value) => filters.set('action', value)} options={[
          { value: '', label: phrase('admin-refusals.allActions') },
          ...actions.map((one) => ({ value: one, label: phrase(`admin-explain.actions.${one}`) })),
        ]} />
      {filters.any ? <Button small onClick={filters.clear}>{phrase('kit.clearFilters')}</Button> : null}
    </div>
  );
}

/** Each reason leads to the refusals it was given in. */
function ByReason({ counted }: { readonly counted: Counted }) {
  const phrase = usePhrase();
  const { hrefTo } = useHere();
  const speaking = useSpeaking(useZone());
  return (
    <section className="card">
      <Table
        caption={phrase('admin-refusals.byReason')}
        rows={counted.reasons}
        keyOf={({ action, layer, reason }) => `${action} ${layer} ${reason}`}
        hrefOf={({ action, reason }) => hrefTo(`refusals?f.action=${action}&f.reason=${reason}`)}
        columns={[
          {
            key: 'reason',
            title: phrase('admin-refusals.reason'),
            cell: ({ layer, action }) => layerName(layer, action, speaking),
          },
          {
            key: 'why',
            title: phrase('admin-refusals.why'),
            cell: ({ denial, action }) => (
              <span className="muted">{layerLine(denial, action, 'staff', speaking)}</span>
            ),
          },
          {
            key: 'what',
            title: phrase('admin-refusals.what'),
            wideOnly: true,
            cell: ({ action }) => phrase(`admin-explain.actions.${action}`),
          },
          {
            key: 'times',
            title: phrase('admin-refusals.times'),
            figures: true,
            cell: ({ refusals }) => refusals,
          },
          {
            key: 'customers',
            title: phrase('admin-refusals.customers'),
            figures: true,
            cell: ({ customers }) => customers,
          },
        ]}
      />
    </section>
  );
}

function useZone(): Zone {
  const { location, network } = useHere();
  return (location?.timeZone ?? network?.timeZone ?? 'UTC') as Zone;
}

function useColumns(): readonly Column<Refusal>[] {
  const phrase = usePhrase();
  const zone = useZone();
  const speaking = useSpeaking(zone);
  return [
    { key: 'at', title: phrase('admin-refusals.at'), cell: ({ at }) => <AtText at={at} zone={zone} /> },
    {
      key: 'customer',
      title: phrase('admin-refusals.customer'),
      cell: ({ customerName }) =>
        customerName === null ? phrase('admin-refusals.unknown') : <NameText>{customerName}</NameText>,
    },
    {
      key: 'what',
      title: phrase('admin-refusals.what'),
      cell: ({ action, target, denial }) => <Wanted action={action} target={target} layers={[denial]} />,
    },
    {
      key: 'why',
      title: phrase('admin-refusals.why'),
      cell: ({ denial, action }) => layerLine(denial, action, 'staff', speaking),
    },
    {
      key: 'via',
      title: phrase('admin-refusals.via'),
      wideOnly: true,
      cell: ({ via }) => phrase(`admin-explain.vias.${via}`),
    },
    { key: 'times', title: phrase('admin-refusals.times'), figures: true, cell: ({ times }) => times },
  ];
}
