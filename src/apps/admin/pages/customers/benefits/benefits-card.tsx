import { useState } from 'react';
import {
  Badge,
  Button,
  Card,
  DayText,
  EmptyState,
  icons,
  Meter,
  Table,
  ToneBadge,
  useSpeech,
} from '../../../../../kit/plain/index.ts';
import { daysBetween, type Day } from '../../../../../domain/kernel/day.ts';
import { useAnswer } from '../../../data/answers.ts';
import { useHere } from '../../../data/here.tsx';
import { useToday, useZone } from '../../../data/today.ts';
import { Region } from '../../../pieces/region.tsx';
import { GiveDialog } from './give-dialog.tsx';
import type { CustomerGrant } from '../use-customer.ts';

/** What a customer owns: how much is left, from where, until when, and why it cannot be used just now. */
export function BenefitsCard({ customerId, onlyLeft = false }: { customerId: string; onlyLeft?: boolean }) {
  const { phrase } = useSpeech();
  const { may } = useHere();
  const [giving, setGiving] = useState(false);
  const query = onlyLeft ? { left: 'true' as const } : {};
  const answer = useAnswer('listBenefits', { params: { customerId: customerId as never }, query });
  const give = may('benefits.write') ? (
    <Button kind="quiet" small icon={icons.plus} onClick={() => setGiving(true)}>
      {phrase('admin-customers.benefits.addPass')}
    </Button>
  ) : undefined;
  return (
    <Card
      title={phrase('admin-customers.tabs.benefits')}
      acts={give}
      refreshing={answer.isFetching && answer.data !== undefined}
    >
      <Region answer={answer}>
        {({ data }) =>
          data.length === 0 ? (
            <EmptyState icon={icons.ticket}>{phrase('admin-customers.benefits.none')}</EmptyState>
          ) : (
            <Grants rows={data} />
          )
        }
      </Region>
      {giving ? <GiveDialog customerId={customerId} onClose={() => setGiving(false)} /> : null}
    </Card>
  );
}

function Grants({ rows }: { rows: readonly CustomerGrant[] }) {
  const { phrase } = useSpeech();
  const amount = useAmount();
  return (
    <Table
      caption={phrase('admin-customers.benefits.table')}
      rows={rows}
      keyOf={({ id }) => id}
      columns={[
        { key: 'name', title: phrase('admin-customers.benefits.benefit'), cell: (row) => row.name },
        {
          key: 'from',
          title: phrase('admin-customers.benefits.from'),
          cell: (row) => row.planName ?? phrase(`admin-customers.benefits.sources.${row.source}`),
        },
        {
          key: 'left',
          title: phrase('admin-customers.benefits.left'),
          cell: (row) => (
            <span className="left">
              {phrase('admin-customers.benefits.leftOf', {
                left: amount(row.left, row.unit),
                all: amount(row.granted, row.unit),
              })}
              <Meter share={row.granted === 0 ? 0 : row.left / row.granted} />
            </span>
          ),
        },
        {
          key: 'until',
          title: phrase('admin-customers.benefits.useBy'),
          cell: (row) =>
            row.lastDay === null ? (
              <span className="muted">{phrase('admin-customers.benefits.noEnd')}</span>
            ) : (
              <DayText of={row.lastDay} />
            ),
        },
        {
          key: 'state',
          title: phrase('admin-customers.columns.state'),
          figures: true,
          cell: (row) => <GrantState of={row} />,
        },
      ]}
    />
  );
}

/** 3, or 2 h 30. */
export function useAmount(): (amount: number, unit: 'passes' | 'minutes') => string {
  const { formats } = useSpeech();
  return (amount, unit) => (unit === 'passes' ? formats.number(amount) : formats.minutes(amount));
}

function GrantState({ of }: { of: CustomerGrant }) {
  const { phrase, formats } = useSpeech();
  const zone = useZone();
  const today = useToday();
  if (of.state === 'frozen') {
    return (
      <Badge state="frozen" small>
        {of.pausedUntil === null
          ? phrase('admin-customers.benefits.paused')
          : phrase('admin-customers.benefits.pausedUntil', {
              day: formats.dayAt(of.pausedUntil, zone, 'short'),
            })}
      </Badge>
    );
  }
  if (of.state === 'inUse')
    return (
      <Badge state="active" small>
        {phrase('admin-customers.benefits.inUse')}
      </Badge>
    );
  const days = of.lastDay === null ? null : daysBetween(today, of.lastDay as Day);
  if (of.state === 'usable') {
    return days !== null && days <= 14 ? (
      <ToneBadge tone="soon" icon={icons.hourglass} small>
        {phrase('admin-customers.benefits.endsIn', { days })}
      </ToneBadge>
    ) : null;
  }
  return <span className="muted small">{phrase(`admin-customers.benefits.states.${of.state}`)}</span>;
}
