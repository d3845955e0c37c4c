import {
  Button,
  Card,
  EmptyState,
  icons,
  List,
  ListRow,
  NameText,
  toast,
  useSpeech,
} from '../../../../kit/plain/index.ts';
import { useList, useSend } from '../../data/answers.ts';
import { type LocationHere, useHere } from '../../data/here.tsx';
import { Region } from '../../pieces/region.tsx';

/** Who is inside, the last to arrive first; asked again every few seconds. */
export function InNow({ location }: { location: LocationHere }) {
  const { phrase, formats } = useSpeech();
  const { may, hrefTo } = useHere();
  const list = useList(
    'listCheckIns',
    { query: { open: 'true', locationId: location.id as never, limit: 100 } },
    { everyMs: 5_000 },
  );
  const checkOut = useSend('checkOut');
  return (
    <Card title={phrase('admin-desk.inNow')} count={list.rows?.length}>
      <Region answer={{ data: list.rows, error: list.error, refetch: list.onRetry }}>
        {(rows) =>
          rows.length === 0 ? (
            <EmptyState icon={icons.desk}>{phrase('admin-desk.nobodyIn')}</EmptyState>
          ) : (
            <List label={phrase('admin-desk.inNow')}>
              {rows.map((stay) => (
                <ListRow
                  key={stay.id}
                  title={
                    <a href={hrefTo(`customers/${stay.customerId}`)}>
                      <NameText>{stay.customerName}</NameText>
                    </a>
                  }
                  note={
                    <>
                      {phrase('admin-desk.since', { time: formats.time(stay.startedAt, location.timeZone) })}
                      {stay.passName === null ? null : <> · {stay.passName}</>}
                    </>
                  }
                >
                  {may('checkIns.write') ? (
                    <Button
                      small
                      onClick={() =>
                        checkOut.mutate(
                          { params: { checkInId: stay.id }, body: {} },
                          { onSuccess: () => toast(phrase('admin-desk.out', { name: stay.customerName })) },
                        )
                      }
                    >
                      {phrase('admin-desk.checkOut')}
                    </Button>
                  ) : null}
                </ListRow>
              ))}
            </List>
          )
        }
      </Region>
    </Card>
  );
}
