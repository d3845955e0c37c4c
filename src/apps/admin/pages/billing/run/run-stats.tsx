import { Icon, icons, MoneyText, Stat, StatStrip, useSpeech } from '../../../../../kit/plain/index.ts';
import { countToIssue, type Run } from './run.tsx';

/** The numbers of the run; each leads to its list below. */
export function RunStats({ run }: { readonly run: Run }) {
  const { phrase } = useSpeech();
  const left = run.toLookAt;
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
        value={run.totals.reduce((sum, { clean }) => sum + clean.count, 0)}
        note={run.totals.map(({ clean }) => (
          <span key={clean.total.currency}>
            <MoneyText of={clean.total} />{' '}
          </span>
        ))}
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
        value={run.flaggedCount}
        note={phrase('admin-billing.run.doneLeft', { done: run.flaggedCount - left, left })}
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
        value={countToIssue(run) + run.issuedCount}
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
