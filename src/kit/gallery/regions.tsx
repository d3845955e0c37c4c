import { useState } from 'react';
import {
  Badge,
  Badges,
  Banner,
  Button,
  Card,
  DayStrip,
  EmptyState,
  ErrorState,
  Facts,
  icons,
  List,
  ListRow,
  Meter,
  MoneyText,
  NameText,
  Pager,
  Quote,
  SkeletonRows,
  SlotGrid,
  Stat,
  StatStrip,
  Table,
} from '../plain/index.ts';

const euro = (amount: number) => ({ amount, currency: 'EUR' });

const people = [
  { id: '1', name: 'Ana Ruiz', states: ['member'], plan: 'Hot Desk 10', owes: 0 },
  { id: '2', name: 'Petra Vogel', states: ['member', 'suspended'], plan: 'Office Lite', owes: 24000 },
  {
    id: '3',
    name: 'Mira Kovač',
    states: ['member', 'frozen', 'overdue'],
    plan: 'Office Lite, Hot Desk 10',
    owes: 12000,
  },
] as const;

export function Tables() {
  const [sort, setSort] = useState('name');
  return (
    <div className="stack12">
      <StatStrip label="Now">
        <Stat label="In the building" value="47" of="of 80" share={0.59} href="#row-table" />
        <Stat label="Expected today" value="12" note="4 have arrived" href="#row-table" current />
        <Stat label="Unpaid" value={<MoneyText of={euro(421000)} round />} note="9 invoices overdue" />
      </StatStrip>
      <div className="card">
        <Table
          caption="Customers"
          rows={people}
          keyOf={(person) => person.id}
          hrefOf={() => '#row-table'}
          sort={sort}
          onSort={setSort}
          isSelected={(person) => person.id === '3'}
          columns={[
            {
              key: 'name',
              title: 'Customer',
              sortBy: 'name',
              cell: (person) => <NameText>{person.name}</NameText>,
            },
            {
              key: 'state',
              title: 'State',
              cell: (person) => (
                <Badges>
                  {person.states.map((state) => (
                    <Badge key={state} state={state} />
                  ))}
                </Badges>
              ),
            },
            { key: 'plan', title: 'Plan', cell: (person) => person.plan, wideOnly: true },
            {
              key: 'owes',
              title: 'Balance',
              figures: true,
              cell: (person) => <MoneyText of={euro(person.owes)} />,
            },
          ]}
        />
        <Pager count={3} onNext={() => undefined} />
      </div>
    </div>
  );
}

export const Regions = () => (
  <div className="grid3">
    <Card title="Loading" refreshing>
      <SkeletonRows />
    </Card>
    <div className="card">
      <EmptyState icon={icons.money} act={<Button small>See the run</Button>}>
        No invoices yet. They appear after the run on 1 Dec.
      </EmptyState>
    </div>
    <div className="card">
      <ErrorState reference="7F2K-19" onRetry={() => undefined}>
        We couldn’t load the bookings. Your draft is kept.
      </ErrorState>
    </div>
    <Card
      title="Arrivals"
      count="8 to come"
      acts={
        <Button small kind="quiet">
          See all
        </Button>
      }>
      <List>
        <ListRow lead={<span className="when">10:00</span>} title="Eva Lang" note="Visitor of Mira Kovač">
          <Button small>Arrived</Button>
        </ListRow>
      </List>
    </Card>
    <Card title="At a glance" padded>
      <Facts
        of={[
          ['Standing', 'Member'],
          ['Because', 'Office Lite is active'],
          ['Day passes', <Left key="left" />],
        ]}
      />
    </Card>
  </div>
);

const Left = () => (
  <>
    3 of 10
    <Meter share={0.3} label="Day passes left" />
  </>
);

export const Messages = () => (
  <div className="grid2">
    <Banner tone="frozen" way={{ href: '#row-messages', label: 'Resume now' }}>
      Hot Desk 10 is frozen until 3 Dec. Its 10 day passes are paused.
    </Banner>
    <Banner tone="suspended" way={{ href: '#row-messages', label: 'Message the team' }}>
      Booking is paused on your account. You can still sign in and pay.
    </Banner>
    <Banner tone="soon" way={{ href: '#row-messages', label: 'Use Public' }}>
      Members couldn’t change plan by themselves here.
    </Banner>
    <Banner icon={icons.wifi}>Offline. Showing data from 09:41.</Banner>
  </div>
);

const week = [
  '2026-12-01',
  '2026-12-02',
  '2026-12-03',
  '2026-12-04',
  '2026-12-05',
  '2026-12-06',
  '2026-12-07',
];

export const Times = () => (
  <div className="portal-bits">
    <SlotGrid
      label="Focus 1"
      reasonId="why-dashed"
      slots={['10:00', '10:30', '11:00', '11:30'].map((time) => ({
        key: time,
        time,
        href: '#row-portal',
        free: time !== '11:30',
      }))}
    />
    <p className="muted small" id="why-dashed">
      Dashed times can be tapped too: “Someone booked 11:30 a moment ago. 12:00 is free.”
    </p>
    <DayStrip label="Day" days={week} current="2026-12-02" hrefOf={() => '#row-portal'} />
    <Quote
      lines={[
        {
          key: 'room',
          what: 'Room, 1 h',
          note: '€12.00 an hour, incl. VAT',
          amount: <MoneyText of={euro(1200)} />,
        },
        { key: 'rate', what: 'Your rate', amount: <MoneyText of={euro(-300)} /> },
      ]}
      total={{ what: 'To pay', amount: <MoneyText of={euro(900)} /> }}
    />
  </div>
);
