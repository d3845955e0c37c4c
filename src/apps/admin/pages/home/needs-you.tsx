import { type ReactNode, useMemo } from 'react';
import {
  Button,
  ButtonLink,
  Card,
  EmptyState,
  Icon,
  icons,
  List,
  ListRow,
  MoneyText,
  NameText,
  type Shape,
  SkeletonRows,
  toast,
  useSpeech,
} from '../../../../kit/plain/index.ts';
import { useSend, useWhole } from '../../data/answers.ts';
import type { AnswerTo } from '../../data/client.ts';
import { useHere } from '../../data/here.tsx';
import { Fault } from '../../pieces/region.tsx';
import { type BookingRow, useCounts, useDay, useOverdue, useWhere } from './use-day.ts';

const SHOWN = 6;

/** What waits for a person: act in place, and the row goes. */
export function NeedsYou() {
  const { phrase } = useSpeech();
  const { may } = useHere();
  const where = useWhere();
  const asked = useWhole(
    'listBookings',
    { query: { ...where, state: 'requested' } },
    { when: may('bookings.write'), everyMs: 5_000 },
  );
  const runs = useWhole(
    'listRuns',
    { query: { ...where, state: 'draft' } },
    { when: may('billing.run') },
  );
  const overdue = useOverdue(SHOWN);
  const overdueCount = useCounts()?.invoices?.overdue ?? 0;
  const rows = useMemo(
    () => [
      ...(asked.data ?? []).map((one) => ({ key: one.id, row: <Request key={one.id} of={one} /> })),
      ...(runs.data ?? []).map((one) => ({ key: one.id, row: <Run key={one.id} of={one} /> })),
      ...(overdue.data?.data ?? []).map((one) => ({ key: one.id, row: <Overdue key={one.id} of={one} /> })),
    ],
    [asked.data, runs.data, overdue.data],
  );
  const count = (asked.data?.length ?? 0) + (runs.data?.length ?? 0) + overdueCount;
  const loading = asked.isLoading || runs.isLoading || overdue.isLoading;
  const unread = [asked, runs, overdue].filter(({ error }) => error !== null);
  const retry = () => unread.forEach(({ refetch }) => void refetch());
  const error = unread[0]?.error ?? null;
  return (
    <Card title={phrase('admin-home.needs.title')} count={loading || error !== null ? undefined : count}>
      {loading ? (
        <SkeletonRows rows={4} />
      ) : error !== null ? (
        <Fault error={error} onRetry={retry} />
      ) : rows.length === 0 ? (
        <EmptyState icon={icons.check}>{phrase('admin-home.needs.none')}</EmptyState>
      ) : (
        <List>{rows.slice(0, SHOWN).map(({ row }) => row)}</List>
      )}
    </Card>
  );
}

const Lead = ({ icon, tone }: { icon: Shape; tone: 'soon' | 'draft' | 'alert' }): ReactNode => (
  <span className={`need need--${tone}`}>
    <Icon of={icon} />
  </span>
);

function Request({ of }: { of: BookingRow }) {
  const { phrase, formats } = useSpeech();
  const { zone } = useDay();
  const approve = useSend('approveBooking', { refresh: ['listBookings'] });
  const reject = useSend('rejectBooking', { refresh: ['listBookings'] });
  const name = of.customerName ?? '';
  const params = { bookingId: of.id };
  return (
    <ListRow
      lead={<Lead icon={icons.hourglass} tone="soon" />}
      title={phrase('admin-home.needs.asks', { name, resource: of.resourceName })}
      note={formats.during(of.startAt, of.endAt, zone)}>
      <Button
        small
        busy={approve.isPending}
        onClick={() =>
          approve.mutate(
            { params },
            {
              onSuccess: () =>
                toast(phrase('admin-home.needs.approved', { name, resource: of.resourceName })),
            },
          )
        }>
        {phrase('admin-home.needs.approve')}
      </Button>
      <Button
        small
        kind="quiet"
        icon={icons.x}
        busy={reject.isPending}
        label={phrase('admin-home.needs.decline', { name, resource: of.resourceName })}
        onClick={() =>
          reject.mutate(
            { params },
            {
              onSuccess: () =>
                toast(phrase('admin-home.needs.declined', { name, resource: of.resourceName })),
            },
          )
        }
      />
    </ListRow>
  );
}

function Run({ of }: { of: AnswerTo<'listRuns'>['data'][number] }) {
  const { phrase, formats } = useSpeech();
  const { hrefTo } = useHere();
  return (
    <ListRow
      lead={<Lead icon={icons.money} tone="draft" />}
      title={phrase('admin-home.needs.runReady', { day: formats.day(of.throughDay) })}
      note={phrase('admin-home.needs.runNote', {
        drafts: of.draftCount,
        toLookAt: of.toLookAt,
        total: formats.list(of.totals.map((total) => formats.money(total.total, 'round'))) || '–',
      })}>
      <ButtonLink small href={hrefTo(`money/runs/${of.id}`)}>
        {phrase('admin-home.needs.review')}
      </ButtonLink>
    </ListRow>
  );
}

function Overdue({ of }: { of: AnswerTo<'listInvoices'>['data'][number] }) {
  const { phrase } = useSpeech();
  const { hrefTo } = useHere();
  return (
    <ListRow
      lead={<Lead icon={icons.alert} tone="alert" />}
      title={
        <>
          <NameText>{of.customerName}</NameText> <MoneyText of={of.outstanding} />
        </>
      }
      note={phrase('admin-home.needs.overdue', { number: of.number ?? '–', days: of.overdueDays })}>
      <ButtonLink small href={hrefTo(`money/invoices/${of.id}`)}>
        {phrase('admin-home.needs.open')}
      </ButtonLink>
    </ListRow>
  );
}
