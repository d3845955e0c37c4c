import { useState } from 'react';
import { Button, Dialog, Facts, MoneyText, toast, usePhrase } from '../../../../../kit/plain/index.ts';
import { useSend } from '../../../data/answers.ts';
import { Fault } from '../../../pieces/region.tsx';
import { type Draft, issuable, type Run } from './run.tsx';

/** Says once more how many, how much and who is written to; issuing cannot be undone. */
export function IssueDialog({ run, onClose }: { readonly run: Run; readonly onClose: () => void }) {
  const phrase = usePhrase();
  const issue = useSend('issueRun');
  const [error, setError] = useState<Error>();
  const drafts = issuable(run);
  const count = drafts.length;
  const send = async () => {
    setError(undefined);
    try {
      await issue.mutateAsync({ params: { runId: run.id } });
      toast(phrase('admin-billing.issue.done', { count }));
      onClose();
    } catch (fault) {
      setError(fault as Error);
    }
  };
  return (
    <Dialog
      open
      title={phrase('admin-billing.issue.title', { count })}
      onClose={onClose}
      acts={
        <>
          <Button kind="quiet" onClick={onClose}>
            {phrase('kit.cancel')}
          </Button>
          <Button kind="primary" busy={issue.isPending} onClick={() => void send()}>
            {phrase('admin-billing.issue.verb', { count })}
          </Button>
        </>
      }
    >
      <p>{phrase('admin-billing.issue.text')}</p>
      <Facts
        of={[
          [phrase('admin-billing.issue.invoices'), count],
          ...totalsOf(drafts).map(
            (total) =>
              [
                phrase('admin-billing.issue.total', { currency: total.currency }),
                <MoneyText key={total.currency} of={total} />,
              ] as const,
          ),
          [phrase('admin-billing.issue.mails'), count],
          [phrase('admin-billing.issue.left'), run.drafts.length - count],
        ]}
      />
      {error === undefined ? null : <Fault error={error} />}
    </Dialog>
  );
}

function totalsOf(drafts: readonly Draft[]): readonly { amount: number; currency: string }[] {
  const sums = new Map<string, number>();
  for (const { total } of drafts) sums.set(total.currency, (sums.get(total.currency) ?? 0) + total.amount);
  return [...sums].map(([currency, amount]) => ({ amount, currency }));
}
