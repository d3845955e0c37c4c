import { useState } from 'react';
import {
  Button,
  Dialog,
  Facts,
  Meter,
  MoneyText,
  toast,
  usePhrase,
  useSpeech,
} from '../../../../../kit/plain/index.ts';
import { useAnswer, useSend } from '../../../data/answers.ts';
import { Fault } from '../../../pieces/region.tsx';
import { countToIssue, type Run } from './run.tsx';

/** Says once more how many, how much and who is written to; issuing cannot be undone. */
export function IssueDialog({ run, onClose }: { readonly run: Run; readonly onClose: () => void }) {
  const phrase = usePhrase();
  const issue = useSend('issueRun');
  const [error, setError] = useState<Error>();
  const count = countToIssue(run);
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
          ...run.totals.map(
            ({ currency, toIssue }) =>
              [
                phrase('admin-billing.issue.total', { currency }),
                <MoneyText key={currency} of={toIssue.total} />,
              ] as const,
          ),
          [phrase('admin-billing.issue.mails'), count],
          [phrase('admin-billing.issue.left'), run.heldCount],
        ]}
      />
      {issue.isPending ? <IssueProgress run={run} /> : null}
      {error === undefined ? null : <Fault error={error} />}
    </Dialog>
  );
}

/** How far issuing has come; read anew while it goes on, so that it survives a reload. */
export function IssueProgress({ run }: { readonly run: Run }) {
  const { phrase, formats } = useSpeech();
  const asked = { params: { runId: run.id } };
  const { data = run } = useAnswer('getRun', asked, { everyMs: 1500 });
  const all = data.issuedCount + countToIssue(data);
  const text = phrase('admin-billing.issue.progress', {
    issued: formats.number(data.issuedCount),
    all: formats.number(all),
  });
  return (
    <div className="stack" role="status">
      <p className="num">{text}</p>
      <Meter share={all === 0 ? 1 : data.issuedCount / all} label={text} />
    </div>
  );
}
