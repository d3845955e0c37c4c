import type { ReactNode } from 'react';
import {
  AtText,
  ButtonLink,
  Card,
  Icon,
  icons,
  MoneyText,
  type Shape,
  StatStrip,
  useSpeech,
} from '../../../../kit/plain/index.ts';
import { formatInstant } from '../../../../domain/kernel/instant.ts';
import { useAnswer } from '../../data/answers.ts';
import { useHere } from '../../data/here.tsx';
import { now } from '../../data/now.ts';
import { useZone } from '../../data/today.ts';
import { ContractsTab } from '../contracts/contracts-tab.tsx';
import { Waiting } from '../refusals/waiting.tsx';
import { BenefitsCard } from './benefits/benefits-card.tsx';
import { Happenings } from './timeline-tab.tsx';
import { useBalance } from './use-customer.ts';

/**
 * What is on now: the next booking, the last visit, what is owed; then contracts, benefits, and the latest.
 */
export function OverviewTab({ customerId }: { customerId: string }) {
  const { phrase } = useSpeech();
  const { hrefTo, may } = useHere();
  const href = (tab: string) => hrefTo(`customers/${customerId}/${tab}`);
  return (
    <>
      <StatStrip label={phrase('admin-customers.overview.now')}>
        {may('bookings.read') ? <NextBooking customerId={customerId} href={href('bookings')} /> : null}
        {may('checkIns.read') ? <LastCheckIn customerId={customerId} href={href('benefits')} /> : null}
        {may('billing.read') ? <Balance customerId={customerId} href={href('invoices')} /> : null}
      </StatStrip>
      {may('contracts.read') ? <ContractsTab customerId={customerId} /> : null}
      {may('access.explain') ? <Waiting customerId={customerId} /> : null}
      {may('benefits.read') ? <BenefitsCard customerId={customerId} onlyLeft /> : null}
      <Card
        title={phrase('admin-customers.overview.latest')}
        acts={
          <ButtonLink kind="quiet" small href={href('timeline')}>
            {phrase('admin-customers.tabs.timeline')}
          </ButtonLink>
        }
      >
        <Happenings customerId={customerId} most={5} />
      </Card>
    </>
  );
}

function Mid({
  icon,
  label,
  value,
  note,
  href,
}: {
  readonly icon: Shape;
  readonly label: string;
  readonly value: ReactNode;
  readonly note: ReactNode;
  readonly href: string;
}) {
  return (
    <a className="stat" href={href}>
      <span className="stat__label">
        <Icon of={icon} size={14} />
        {label}
      </span>
      <span className="stat__mid">{value}</span>
      <span className="stat__note">{note}</span>
    </a>
  );
}

interface StatOf {
  readonly customerId: string;
  readonly href: string;
}

function NextBooking({ customerId, href }: StatOf) {
  const { phrase, formats } = useSpeech();
  const { locations } = useHere();
  const zone = useZone();
  const minute = formatInstant(now()).slice(0, 16);
  const query = { customerId: customerId as never, from: `${minute}:00Z`, limit: 1 };
  const next = useAnswer('listBookings', { query }).data?.data.find(({ state }) =>
    ['confirmed', 'requested', 'checkedIn'].includes(state),
  );
  const there = locations.find(({ id }) => id === next?.locationId)?.timeZone ?? zone;
  return (
    <Mid
      icon={icons.calendar}
      label={phrase('admin-customers.overview.nextBooking')}
      href={href}
      value={
        next === undefined
          ? phrase('admin-customers.none')
          : formats.during(next.startAt, next.endAt, there).replace('–', '\u2060–\u2060')
      }
      note={next?.resourceName ?? phrase('admin-customers.overview.noBooking')}
    />
  );
}

function LastCheckIn({ customerId, href }: StatOf) {
  const { phrase } = useSpeech();
  const zone = useZone();
  const last = useAnswer('listCheckIns', { query: { customerId: customerId as never, limit: 1 } }).data
    ?.data[0];
  const note =
    last === undefined
      ? phrase('admin-customers.overview.neverIn')
      : last.endedAt === null
        ? phrase('admin-customers.overview.inside')
        : (last.passName ?? phrase('admin-customers.overview.byPlan'));
  return (
    <Mid
      icon={icons.desk}
      label={phrase('admin-customers.overview.lastCheckIn')}
      href={href}
      note={note}
      value={last === undefined ? phrase('admin-customers.none') : <AtText at={last.startedAt} zone={zone} />}
    />
  );
}

function Balance({ customerId, href }: StatOf) {
  const { phrase, formats } = useSpeech();
  const { amounts } = useBalance(customerId);
  const owed = amounts.filter((one) => one.owed > 0);
  const overdue = amounts
    .filter((one) => one.overdue > 0)
    .map((one) => formats.money({ amount: one.overdue, currency: one.currency }));
  return (
    <Mid
      icon={icons.money}
      label={phrase('admin-customers.overview.balance')}
      href={href}
      value={
        owed.length === 0
          ? phrase('admin-customers.overview.settled')
          : owed.map((one) => (
              <MoneyText key={one.currency} of={{ amount: one.owed, currency: one.currency }} />
            ))
      }
      note={
        overdue.length > 0
          ? phrase('admin-customers.overdue', { amount: formats.list(overdue) })
          : owed.length > 0
            ? phrase('admin-customers.overview.notYetDue')
            : phrase('admin-customers.overview.nothingOwed')
      }
    />
  );
}
