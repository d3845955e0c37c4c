import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import {
  Banner,
  Button,
  Dialog,
  Stat,
  StatStrip,
  toast,
  usePhrase,
  useSpeech,
} from '../../../../kit/plain/index.ts';
import { useAnswer, useSend } from '../../data/answers.ts';
import { type AnswerTo, freshKey, Refused } from '../../data/client.ts';
import { useFilters } from '../../data/filters.ts';
import { useHere } from '../../data/here.tsx';
import { useNow } from '../../data/now.ts';
import { useZone } from '../../data/today.ts';
import { Page } from '../../frame/page.tsx';
import { Region } from '../../pieces/region.tsx';
import { ImportRows } from './import-rows.tsx';
import { ImportState } from './imports.tsx';

export type AnsweredImport = AnswerTo<'getImport'>;

/** One import: what each row becomes, what is wrong by row and column, and the two ways on. */
export function ImportPage() {
  const phrase = usePhrase();
  const { hrefTo } = useHere();
  const { importId } = useParams({ strict: false }) as { importId: string };
  const answer = useAnswer('getImport', { params: { importId: importId as never }, query: {} });
  const { data } = answer;
  return (
    <Page
      title={data?.fileName ?? phrase('admin-import.title')}
      crumbs={[{ label: phrase('admin-import.title'), href: hrefTo('imports') }]}
      note={data === undefined ? undefined : <ImportState of={data.state} />}
      acts={data === undefined ? <span /> : <ImportActs of={data} />}
    >
      <Region answer={answer} rows={8}>
        {(found) => <Found of={found} />}
      </Region>
    </Page>
  );
}

function Found({ of }: { of: AnsweredImport }) {
  const { phrase, formats } = useSpeech();
  const filters = useFilters();
  const zone = useZone();
  const shown = filters.of('outcome') ?? (of.state === 'previewed' && of.totals.error > 0 ? 'error' : 'all');
  const kept = of.rows.filter(({ keptBecause }) => keptBecause !== undefined);
  const stat = (key: 'contract' | 'contact' | 'unchanged' | 'error') => (
    <Stat
      label={phrase(`admin-import.totals.${key}`)}
      value={formats.number(of.totals[key])}
      href={`?f.outcome=${key}`}
      current={shown === key}
    />
  );
  return (
    <>
      {of.state === 'previewed' ? (
        <Banner tone="scheduled">{phrase('admin-import.nothingWritten')}</Banner>
      ) : null}
      {of.state === 'run' && of.undoUntil !== null ? (
        <Banner>{phrase('admin-import.undoUntil', { at: formats.at(of.undoUntil, zone) })}</Banner>
      ) : null}
      {kept.length > 0 ? (
        <Banner tone="soon">{phrase('admin-import.kept', { count: kept.length })}</Banner>
      ) : null}
      <StatStrip label={phrase('admin-import.totals.label')}>
        {stat('contract')}
        {stat('contact')}
        {stat('unchanged')}
        {stat('error')}
      </StatStrip>
      <ImportRows
        rows={
          kept.length > 0 && filters.of('outcome') === undefined
            ? kept
            : of.rows.filter(({ outcome }) => shown === 'all' || outcome === shown)
        }
      />
    </>
  );
}

/** Import the good rows, or take an import back; each asks once, with the numbers. */
function ImportActs({ of }: { of: AnsweredImport }) {
  const { phrase } = useSpeech();
  const { may } = useHere();
  const now = useNow();
  const [asking, setAsking] = useState<'run' | 'undo' | null>(null);
  const run = useSend('runImport');
  const undo = useSend('undoImport');
  if (!may('imports.write')) return <span />;
  const { contract, contact, error } = of.totals;
  const good = contract + contact;
  const mayUndo = of.undoUntil !== null && now < Date.parse(of.undoUntil);
  const act = async () => {
    const params = { importId: of.id };
    if (asking === 'run')
      await run.mutateAsync({ params, body: { leaveOut: 'errors' }, idempotencyKey: freshKey() });
    else await undo.mutateAsync({ params, idempotencyKey: freshKey() });
    toast(phrase(asking === 'run' ? 'admin-import.done' : 'admin-import.undone'));
    setAsking(null);
  };
  const failed = asking === 'run' ? run.error : undo.error;
  return (
    <>
      {of.state === 'previewed' ? (
        <Button
          kind="primary"
          onClick={() => setAsking('run')}
          why={good === 0 ? phrase('admin-import.nothingToImport') : undefined}
        >
          {phrase('admin-import.run', { count: good })}
        </Button>
      ) : null}
      {of.state === 'run' ? (
        <Button onClick={() => setAsking('undo')} why={mayUndo ? undefined : phrase('admin-import.tooLate')}>
          {phrase('admin-import.undo')}
        </Button>
      ) : null}
      <Dialog
        open={asking !== null}
        onClose={() => setAsking(null)}
        title={phrase(asking === 'undo' ? 'admin-import.undo' : 'admin-import.run', { count: good })}
        acts={
          <>
            <Button kind="quiet" onClick={() => setAsking(null)}>
              {phrase('kit.cancel')}
            </Button>
            <Button
              kind={asking === 'undo' ? 'danger' : 'primary'}
              busy={run.isPending || undo.isPending}
              onClick={() => void act().catch(() => undefined)}
            >
              {phrase(asking === 'undo' ? 'admin-import.undo' : 'admin-import.run', { count: good })}
            </Button>
          </>
        }
      >
        {failed === null ? null : (
          <Banner tone="alert">
            {failed instanceof Refused ? failed.detail : phrase('kit.error.title')}
          </Banner>
        )}
        <p>
          {asking === 'undo'
            ? phrase('admin-import.undoText')
            : phrase('admin-import.runText', { contracts: contract, contacts: contact, errors: error })}
        </p>
      </Dialog>
    </>
  );
}
