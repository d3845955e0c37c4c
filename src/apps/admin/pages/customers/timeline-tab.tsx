import {
  AtText,
  Badge,
  Button,
  Card,
  EmptyState,
  Icon,
  icons,
  type Shape,
  useSpeech,
} from '../../../../kit/plain/index.ts';
import { useAnswer, useList } from '../../data/answers.ts';
import { useZone } from '../../data/today.ts';
import { Region } from '../../pieces/region.tsx';
import { useChangeSentence } from './next-change.tsx';

const signs: Record<string, Shape> = {
  standing: icons.user,
  suspended: icons.pause,
  frozen: icons.snow,
  archived: icons.archive,
  portalAccess: icons.lock,
  entitlements: icons.ticket,
};

/** What changed and will change about the customer's state, with causes; then everything that was done. */
export function TimelineTab({ customerId }: { customerId: string }) {
  const { phrase } = useSpeech();
  const zone = useZone();
  const sentence = useChangeSentence();
  const answer = useAnswer('getCustomerTimeline', { params: { customerId: customerId as never }, query: {} });
  return (
    <>
      <Card title={phrase('admin-customers.timeline.states')}>
        <Region answer={answer}>
          {({ data }) =>
            data.length === 0 ? (
              <EmptyState icon={icons.clock}>{phrase('admin-customers.timeline.none')}</EmptyState>
            ) : (
              <ol className="list">
                {data.toReversed().map((change) => (
                  <li key={`${change.at}${change.kind}`} data-past={change.past}>
                    <Icon of={signs[change.kind] ?? icons.dot} />
                    <span className="two">
                      <b>{sentence(change)}</b>
                      <span className="muted small">
                        <AtText at={change.at} zone={zone} style="dated" />
                      </span>
                    </span>
                    {change.past ? null : (
                      <Badge state="scheduled" small>
                        {phrase('admin-customers.timeline.ahead')}
                      </Badge>
                    )}
                  </li>
                ))}
              </ol>
            )
          }
        </Region>
      </Card>
      <Card title={phrase('admin-customers.timeline.done')}>
        <Happenings customerId={customerId} />
      </Card>
    </>
  );
}

/** What was done to and by the customer, the newest first (CUS-5). */
export function Happenings({ customerId, most }: { customerId: string; most?: number }) {
  const { phrase, has } = useSpeech();
  const zone = useZone();
  const list = useList('listActivity', {
    params: { customerId: customerId as never },
    query: { limit: most ?? 50 },
  });
  const rows = most === undefined ? list.rows : list.rows?.slice(0, most);
  const textOf = (action: string) => {
    const key = `admin-customers.happened.${action.replace('.', '-')}`;
    return has(key) ? phrase(key) : action;
  };
  return (
    <Region answer={{ data: rows, error: list.error, refetch: list.onRetry }}>
      {(shown) =>
        shown.length === 0 ? (
          <EmptyState icon={icons.clock}>{phrase('admin-customers.timeline.none')}</EmptyState>
        ) : (
          <>
            <ul className="feed">
              {shown.map((one) => (
                <li key={one.id}>
                  <span className="muted num">
                    <AtText at={one.at} zone={zone} style="short" />
                  </span>
                  <span>
                    {textOf(one.action)}
                    {one.aboutName === null ? null : (
                      <b>
                        {' '}
                        · <bdi>{one.aboutName}</bdi>
                      </b>
                    )}
                    {one.actorName === null ? null : (
                      <span className="muted">
                        {' '}
                        · <bdi>{one.actorName}</bdi>
                      </span>
                    )}
                  </span>
                </li>
              ))}
            </ul>
            {most === undefined && list.onMore !== undefined ? (
              <div className="card__foot">
                <Button small busy={list.loadingMore} onClick={list.onMore}>
                  {phrase('kit.list.more')}
                </Button>
              </div>
            ) : null}
          </>
        )
      }
    </Region>
  );
}
