import { useState } from 'react';
import { Button, icons, Menu, usePhrase, useSpeech } from '../../../../../kit/plain/index.ts';
import { useSend } from '../../../data/answers.ts';
import { useHere } from '../../../data/here.tsx';
import { IssueDialog } from './issue-dialog.tsx';
import { countToIssue, type Run } from './run.tsx';
import { RunBadge } from './runs.tsx';

/** What the run is, and the way to issue it: locked with its reason while something waits for a decision. */
export function RunHead({ run }: { readonly run: Run }) {
  const { phrase, formats } = useSpeech();
  const { locations, may } = useHere();
  const location = locations.find(({ id }) => id === run.locationId)?.name ?? '';
  const open = run.state !== 'issued' || countToIssue(run) > 0;
  return (
    <div className="runhead">
      <div>
        <div className="row wrap row--12">
          <h1>{phrase('admin-billing.run.title', { day: formats.day(run.throughDay, 'dated') })}</h1>
          <RunBadge state={run.state} />
        </div>
        <p className="muted small">
          {phrase(run.state === 'draft' ? 'admin-billing.run.about' : 'admin-billing.run.aboutIssued', {
            location,
            day: formats.day(run.throughDay),
          })}
        </p>
      </div>
      {may('billing.run') && open && run.drafts.length > 0 ? <Issue run={run} /> : null}
    </div>
  );
}

function Issue({ run }: { readonly run: Run }) {
  const phrase = usePhrase();
  const [asking, setAsking] = useState(false);
  const left = run.toLookAt;
  const count = countToIssue(run);
  const why =
    left > 0
      ? phrase('admin-billing.run.locked', { count: left })
      : count === 0
        ? phrase('admin-billing.run.nothingToIssue')
        : undefined;
  return (
    <div className="issue push">
      <div className="row">
        <HoldMenu run={run} />
        <Button kind="primary" why={why} onClick={() => setAsking(true)}>
          {phrase('admin-billing.run.issue', { count })}
        </Button>
      </div>
      <p className="muted small">{why ?? phrase('admin-billing.run.numbers')}</p>
      {asking ? <IssueDialog run={run} onClose={() => setAsking(false)} /> : null}
    </div>
  );
}

/** One decision for all that still wait for one. */
function HoldMenu({ run }: { readonly run: Run }) {
  const phrase = usePhrase();
  const decide = useSend('decideDrafts', { refresh: ['getRun', 'listRuns'] });
  const count = run.toLookAt;
  const all = (is: 'ok' | 'held') => decide.mutate({ params: { runId: run.id }, body: { is } });
  if (count === 0) return null;
  return (
    <Menu
      name={phrase('admin-billing.run.decideAll')}
      side="end"
      button={{ icon: icons.down, children: phrase('admin-billing.run.decideAll') }}
      items={[
        {
          key: 'held',
          label: phrase('admin-billing.run.holdAll', { count }),
          onChoose: () => all('held'),
        },
        {
          key: 'ok',
          label: phrase('admin-billing.run.okAll', { count }),
          onChoose: () => all('ok'),
        },
      ]}
    />
  );
}
