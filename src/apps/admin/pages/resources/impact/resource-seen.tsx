import {
  Card, type Column, icons, SkeletonRows, Table, ToneBadge, useSpeech,
} from '../../../../../kit/plain/index.ts';
import { layerName } from '../../../../../api/decision-text.ts';
import { useAnswer } from '../../../data/answers.ts';
import type { AnswerTo } from '../../../data/client.ts';
import { Fault } from '../../../pieces/region.tsx';
import type { ResourceAnswer } from '../resource-form.ts';

type Place = AnswerTo<'whoSeesResource'>['locations'][number];

const looks = {
  draft: ['draft', icons.file], scheduled: ['scheduled', icons.clock], published: ['active', icons.check],
  archived: ['quiet', icons.archive],
} as const;

/** VIS-5: who sees a resource in the portal, where, and why not elsewhere. */
export function ResourceSeen({ resource }: { readonly resource: ResourceAnswer }) {
  const speech = useSpeech();
  const { phrase } = speech;
  const answer = useAnswer('whoSeesResource', { params: { resourceId: resource.id } });
  const { publication } = resource;
  const [tone, icon] = looks[publication];
  return (
    <Card
      title={phrase('admin-resources.seen.title')}
      acts={(
        <ToneBadge tone={tone} icon={icon} small>{phrase(`admin-resources.seen.${publication}`)}</ToneBadge>
      )}
    >
      {answer.data === undefined ? (
        answer.error === null ? <SkeletonRows rows={2} round={false} /> : (
          <Fault error={answer.error} onRetry={() => void answer.refetch()} />
        )
      ) : (
        <Table
          caption={phrase('admin-resources.seen.title')}
          rows={answer.data.locations}
          keyOf={({ location }) => location.id}
          columns={columns(speech)}
        />
      )}
    </Card>
  );
}

const columns = ({ phrase, formats }: ReturnType<typeof useSpeech>): readonly Column<Place>[] => [
  {
    key: 'place', title: phrase('admin-resources.col.location'),
    cell: ({ location }) => <bdi>{location.name}</bdi>,
  },
  {
    key: 'seen', title: phrase('admin-resources.seen.by'),
    cell: ({ stranger, seenBy }) => (stranger
      ? phrase('admin-resources.seen.everybody')
      : phrase('admin-resources.seen.count', { count: seenBy })),
  },
  {
    key: 'why', title: phrase('admin-resources.seen.why'), wideOnly: true,
    cell: ({ inScope, reasons }) => (
      <span className="muted">
        {inScope
          ? formats.list(byLayer(reasons).map(([layer, count]) => phrase('admin-access.impact.reason',
            { layer: layerName(layer, 'viewItem', { phrase }), count })))
          : phrase('admin-resources.seen.outOfScope')}
      </span>
    ),
  },
];

function byLayer(reasons: Place['reasons']): readonly (readonly [string, number])[] {
  const counts = new Map<string, number>();
  for (const { layer, count } of reasons) counts.set(layer, (counts.get(layer) ?? 0) + count);
  return [...counts];
}
