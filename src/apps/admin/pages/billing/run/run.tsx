import { useParams } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { Button, icons, useSpeech } from '../../../../../kit/plain/index.ts';
import { useAnswer, useSend } from '../../../data/answers.ts';
import { type AnswerTo } from '../../../data/client.ts';
import { useHere } from '../../../data/here.tsx';
import { Page } from '../../../frame/page.tsx';
import { Region } from '../../../pieces/region.tsx';
import { DraftsCard, IssuedCard } from './drafts-card.tsx';
import { IssueProgress } from './issue-dialog.tsx';
import { RunHead } from './run-head.tsx';
import { RunStats } from './run-stats.tsx';
import { SkippedCard } from './skipped-card.tsx';
import { ToLookAt } from './to-look-at.tsx';

export type Run = AnswerTo<'getRun'>;
export type Draft = Run['drafts'][number];

/**
 * The review of a run: exceptions first, decided rows stay visible, and one button that says why it is
 * locked.
 */
export function RunReview() {
  const { phrase, formats } = useSpeech();
  const { runId } = useParams({ strict: false }) as { runId: string };
  const { hrefTo, may, locations } = useHere();
  const asked = { params: { runId: runId as never } };
  const answer = useAnswer('getRun', asked);
  const run = answer.data;
  // Somebody else may be issuing it, or somebody did and the page was loaded anew.
  useAnswer('getRun', asked, { when: run?.state === 'issuing', everyMs: 2000 });
  const recalculate = useRecalculation(runId, run?.state === 'draft' && may('billing.run'));
  const zone = locations.find(({ id }) => id === run?.locationId)?.timeZone ?? 'UTC';
  const title =
    run === undefined ? phrase('admin-billing.run.untitled') : formats.day(run.throughDay, 'dated');
  return (
    <Page
      title={title}
      crumbs={[{ label: phrase('admin-billing.runs.title'), href: hrefTo('money/runs') }]}
      note={
        run === undefined
          ? undefined
          : phrase('admin-billing.run.recalculated', { time: formats.at(run.calculatedAt, zone) })
      }
      acts={
        run?.state === 'draft' && may('billing.run') ? (
          <Button
            kind="quiet"
            icon={icons.refresh}
            label={phrase('admin-billing.run.recalculate')}
            busy={recalculate.busy}
            onClick={recalculate.again}
          />
        ) : (
          <span />
        )
      }
      head={run === undefined ? <h1 className="sr">{title}</h1> : <RunHead run={run} />}
    >
      <Region answer={answer} rows={8}>
        {(data) => (
          <>
            {data.state === 'issuing' ? <IssueProgress run={data} /> : null}
            <RunStats run={data} />
            <ToLookAt run={data} zone={zone} />
            {data.drafts.length > 0 ? <DraftsCard run={data} /> : null}
            {data.invoices.length > 0 ? <IssuedCard run={data} /> : null}
            {data.skips.length > 0 ? <SkippedCard run={data} /> : null}
          </>
        )}
      </Region>
    </Page>
  );
}

/** Drafts are what is true now: they are worked out anew when the page opens, and when somebody asks. */
function useRecalculation(runId: string, wanted: boolean) {
  const send = useSend('recalculateRun', { refresh: ['getRun'] });
  const done = useRef<string>(undefined);
  const { mutate } = send;
  useEffect(() => {
    if (!wanted || done.current === runId) return;
    done.current = runId;
    mutate({ params: { runId: runId as never } });
  }, [runId, wanted, mutate]);
  return { busy: send.isPending, again: () => mutate({ params: { runId: runId as never } }) };
}

/** How many invoices issuing now would issue, of all currencies. */
export const countToIssue = (run: Pick<Run, 'totals'>): number =>
  run.totals.reduce((count, { toIssue }) => count + toIssue.count, 0);
