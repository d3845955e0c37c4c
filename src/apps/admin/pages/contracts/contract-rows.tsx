import { Badge, Badges, type Column, MoneyText, NameText, useSpeech } from '../../../../kit/plain/index.ts';
import type { AnswerTo } from '../../data/client.ts';
import { ContractActs } from './contract-acts.tsx';
import { SeatsNote } from '../teams/seats/seats-note.tsx';

export type ContractRow = AnswerTo<'listContracts'>['data'][number];

/** The freeze in force, or the next one that has begun or will. */
export const freezeOf = (contract: ContractRow) =>
  contract.freezes.find(({ state }) => state === 'inForce') ??
  contract.freezes.find(({ state }) => state === 'scheduled');

/** The columns of a table of contracts; beside a customer, its name is left out. */
export function useContractColumns({
  withCustomer,
}: {
  withCustomer: boolean;
}): readonly Column<ContractRow>[] {
  const { phrase, formats } = useSpeech();
  const customer: Column<ContractRow> = {
    key: 'customer',
    title: phrase('admin-contracts.columns.customer'),
    cell: (row) => <NameText>{row.customerName}</NameText>,
  };
  const cycleText = ({ cycle }: ContractRow) =>
    phrase(`admin-contracts.cycle.${cycle.unit}`, { every: cycle.every });
  const cycle: Column<ContractRow> = {
    key: 'cycle',
    title: phrase('admin-contracts.columns.cycle'),
    wideOnly: true,
    cell: cycleText,
  };
  return [
    ...(withCustomer ? [customer] : []),
    {
      key: 'plan',
      title: phrase('admin-contracts.columns.plan'),
      cell: (row) => <PlanCell of={row} />,
    },
    {
      key: 'state',
      title: phrase('admin-contracts.columns.state'),
      cell: (row) => <ContractBadges of={row} />,
    },
    {
      key: 'since',
      title: phrase('admin-contracts.columns.since'),
      wideOnly: true,
      cell: (row) => <span className="num nowrap">{formats.day(row.startDay, 'dated')}</span>,
    },
    {
      key: 'price',
      title: phrase('admin-contracts.columns.price'),
      figures: true,
      cell: (row) => (
        <span className="two">
          <MoneyText of={{ ...row.price, amount: row.price.amount * row.quantity }} />
          {withCustomer ? null : <span className="muted small">{cycleText(row)}</span>}
        </span>
      ),
    },
    ...(withCustomer ? [cycle] : []),
    {
      key: 'acts',
      title: phrase('admin-contracts.columns.acts'),
      figures: true,
      cell: (row) => <ContractActs of={row} />,
    },
  ];
}

/** One state a badge: what it is, and that it will end. */
function ContractBadges({ of }: { of: ContractRow }) {
  const { phrase, formats } = useSpeech();
  const freeze = freezeOf(of);
  const until = freeze?.untilDay ?? null;
  return (
    <Badges>
      {of.status === 'frozen' && until !== null ? (
        <Badge state="frozen">{phrase('admin-contracts.frozenUntil', { day: formats.day(until) })}</Badge>
      ) : (
        <Badge state={of.status} />
      )}
      {of.status !== 'frozen' && freeze?.state === 'scheduled' ? (
        <Badge state="frozen">
          {phrase('admin-contracts.freezesOn', { day: formats.day(freeze.fromDay) })}
        </Badge>
      ) : null}
      {of.lastDay !== null && ['active', 'frozen', 'scheduled'].includes(of.status) ? (
        <Badge state="cancelled">
          {phrase('admin-contracts.lastDay', { day: formats.day(of.lastDay, 'dated') })}
        </Badge>
      ) : null}
    </Badges>
  );
}

/** The plan, how often it is held, and what follows it: another plan, or another price of the same. */
function PlanCell({ of: row }: { readonly of: ContractRow }) {
  const { phrase } = useSpeech();
  const next = useNextText(row);
  return (
    <span className="two">
      <span>
        {row.quantity > 1
          ? phrase('admin-contracts.times', { plan: row.planName, count: row.quantity })
          : row.planName}
      </span>
      {next === null ? null : <span className="muted small">{next}</span>}
      {row.teamId === null ? null : <SeatsNote teamId={row.teamId} seats={row.seats} />}
    </span>
  );
}

/** A contract that only keeps its price has its own plan next, and nothing to say. */
function useNextText({ planId, price, nextPlan }: ContractRow): string | null {
  const { phrase, formats } = useSpeech();
  if (nextPlan === null) return null;
  const day = formats.day(nextPlan.fromDay);
  if (nextPlan.planId !== planId) return phrase('admin-contracts.nextPlan', { plan: nextPlan.planName, day });
  if (nextPlan.price.amount === price.amount) return null;
  return phrase('admin-contracts.nextPrice', { price: formats.money(nextPlan.price), day });
}
