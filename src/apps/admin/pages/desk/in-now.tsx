import { Button, icons, ListRow, NameText, toast, useSpeech } from '../../../../kit/plain/index.ts';
import { useAnswer, useList, useSend } from '../../data/answers.ts';
import { type LocationHere, useHere } from '../../data/here.tsx';
import { ListCard } from '../../pieces/list-card.tsx';

/** Who is inside, the last to arrive first; asked again every few seconds. */
export function InNow({ location }: { location: LocationHere }) {
  const { phrase, formats } = useSpeech();
  const { may, hrefTo } = useHere();
  const list = useList(
    'listCheckIns',
    { query: { open: 'true', locationId: location.id as never, limit: 100 } },
    { everyMs: 5_000 },
  );
  const where = { locationId: location.id as never, withinDays: 1 };
  const counts = useAnswer('getNow', { query: where }, { everyMs: 5_000 });
  const checkOut = useSend('checkOut');
  const rows = list.rows ?? [];
  const out = (stay: (typeof rows)[number]) =>
    checkOut.mutate(
      { params: { checkInId: stay.id }, body: {} },
      { onSuccess: () => toast(phrase('admin-desk.out', { name: stay.customerName })) },
    );
  return (
    <ListCard
      title={phrase('admin-desk.inNow')}
      count={counts.data?.occupancy?.inside ?? list.rows?.length}
      answer={{ data: list.rows, error: list.error, refetch: list.onRetry }}
      rows={rows}
      empty={{ icon: icons.desk, text: phrase('admin-desk.nobodyIn') }}
    >
      {(stay) => (
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
            <Button small onClick={() => out(stay)}>
              {phrase('admin-desk.checkOut')}
            </Button>
          ) : null}
        </ListRow>
      )}
    </ListCard>
  );
}
