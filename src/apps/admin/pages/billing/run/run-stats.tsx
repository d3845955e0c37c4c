import { Icon, icons, MoneyText, Stat, StatStrip, useSpeech } from '../../../../../kit/plain/index.ts';
import { type Draft, issuable, type Run, undecided } from './run.tsx';

/** The numbers of the run; each leads to its list below. */
export function RunStats({ run }: { readonly run: Run }) {
  const { phrase } = useSpeech();
  const flagged = run.drafts.filter(({ flags }) => flags.length > 0);
  const clean = run.drafts.filter(({ flags }) => flags.length === 0);
  const left = undecided(run).length;
  return (
    <StatStrip label={phrase('admin-billing.run.totals')}>
      <Total run={run} />
      <Stat
        href="#drafts"
        label={
          <>
            <Icon of={icons.check} size={14} />
            {phrase('admin-billing.run.clean')}
          </>
        }
        value={clean.length}
        note={<Sums of={clean} />}
      />
      <Stat
        href="#look"
        current={left > 0}
        label={
          <>
            <Icon of={icons.alert} size={14} />
            {phrase('admin-billing.run.toLookAt')}
          </>
        }
        value={flagged.length}
        note={phrase('admin-billing.run.doneLeft', { done: flagged.length - left, left })}
      />
      <Stat
        href="#skipped"
        label={
          <>
            <Icon of={icons.pause} size={14} />
            {phrase('admin-billing.run.skipped')}
          </>
        }
        value={run.skips.length}
        note={<SkipReasons run={run} />}
      />
      <Stat
        href="#drafts"
        label={
          <>
            <Icon of={icons.mail} size={14} />
            {phrase('admin-billing.run.mailed')}
          </>
        }
        value={issuable(run).length + run.invoices.length}
        note={phrase('admin-billing.run.byTransfer')}
      />
    </StatStrip>
  );
}

/** All of the run in its currency; of several currencies the first, with the others beside it. */
function Total({ run }: { readonly run: Run }) {
  const { phrase, formats } = useSpeech();
  const [first, ...others] = run.totals;
  const label = phrase('admin-billing.run.totalWithTax');
  if (first === undefined) return <Stat label={label} value="–" />;
  const share = first.lastTotal.amount > 0 ? first.total.amount / first.lastTotal.amount - 1 : null;
  const note =
    others.length > 0 ? (
      <>
        {others.map(({ total }) => (
          <span key={total.currency}>
            <MoneyText of={total} />{' '}
          </span>
        ))}
      </>
    ) : share === null ? (
      phrase('admin-billing.run.noLast')
    ) : (
      phrase('admin-billing.run.change', {
        change: signed(share, formats.percent),
        last: formats.money(first.lastTotal),
      })
    );
  return <Stat href="#drafts" label={label} value={<MoneyText of={first.total} />} note={note} />;
}

export const signed = (share: number, percent: (of: number) => string): string =>
  `${share > 0 ? '+' : share < 0 ? '−' : ''}${percent(Math.abs(share))}`;

function Sums({ of }: { readonly of: readonly Draft[] }) {
  const sums = new Map<string, number>();
  for (const { total } of of) sums.set(total.currency, (sums.get(total.currency) ?? 0) + total.amount);
  return (
    <>
      {[...sums].map(([currency, amount]) => (
        <span key={currency}>
          <MoneyText of={{ amount, currency }} />{' '}
        </span>
      ))}
    </>
  );
}

function SkipReasons({ run }: { readonly run: Run }) {
  const { phrase, formats } = useSpeech();
  const counts = new Map<string, number>();
  for (const { reason } of run.skips) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  return (
    <>
      {formats.list(
        [...counts].map(([reason, count]) => phrase(`admin-billing.skips.counted.${reason}`, { count })),
      )}
    </>
  );
}
