import { addDays, type Day } from '../../../../../domain/kernel/day.ts';
import {
  Badge,
  Button,
  ButtonLink,
  Card,
  EmptyState,
  icons,
  MoneyText,
  NameText,
  type Tone,
  ToneBadge,
  useSpeech,
} from '../../../../../kit/plain/index.ts';
import { useSend } from '../../../data/answers.ts';
import { useHere } from '../../../data/here.tsx';
import type { Draft, Run } from './run.tsx';
import { signed } from './run-stats.tsx';

/** What somebody should decide, the undecided first; what is decided stays in sight with who and when. */
export function ToLookAt({ run, zone }: { readonly run: Run; readonly zone: string }) {
  const { phrase } = useSpeech();
  const flagged = run.drafts.filter(({ flags }) => flags.length > 0);
  const rows = [...flagged].sort((a, b) => Number(a.decision !== null) - Number(b.decision !== null));
  const left = run.toLookAt;
  if (run.state === 'issued' && rows.length === 0) return null;
  return (
    <div id="look">
      <Card
        title={phrase('admin-billing.run.toLookAt')}
        count={phrase('admin-billing.look.left', { left, of: run.flaggedCount })}
      >
        {rows.length === 0 ? (
          <EmptyState icon={icons.check}>{phrase('admin-billing.look.nothing')}</EmptyState>
        ) : (
          <div
            className="tablewrap"
            role="region"
            aria-label={phrase('admin-billing.run.toLookAt')}
            tabIndex={0}
          >
            <table className="table flags">
              <thead className="sr">
                <tr>
                  <th scope="col">{phrase('admin-billing.drafts.customer')}</th>
                  <th scope="col">{phrase('admin-billing.drafts.total')}</th>
                  <th scope="col">{phrase('admin-billing.look.why')}</th>
                  <th scope="col">{phrase('admin-billing.look.decide')}</th>
                </tr>
              </thead>
              <tbody>
                {rows.map((draft) => (
                  <FlaggedRow key={draft.id} run={run} draft={draft} zone={zone} />
                ))}
              </tbody>
            </table>
          </div>
        )}
      </Card>
    </div>
  );
}

function FlaggedRow({
  run,
  draft,
  zone,
}: {
  readonly run: Run;
  readonly draft: Draft;
  readonly zone: string;
}) {
  const { hrefTo } = useHere();
  const decided = draft.decision !== null;
  return (
    <tr className={decided ? 'done' : undefined}>
      <td className="name">
        <a href={hrefTo(`customers/${draft.customerId}/invoices`)}>
          <NameText>{draft.customerName}</NameText>
        </a>
      </td>
      <td className="n">
        {decided ? (
          <MoneyText of={draft.total} />
        ) : (
          <b>
            <MoneyText of={draft.total} />
          </b>
        )}
      </td>
      <td>
        <Why draft={draft} decided={decided} />
      </td>
      <td className="n">
        {decided ? <Decided run={run} draft={draft} zone={zone} /> : <Decide run={run} draft={draft} />}
      </td>
    </tr>
  );
}

const tones: Partial<Record<Draft['flags'][number]['code'], Tone>> = {
  changed: 'soon',
  negative: 'soon',
  zero: 'soon',
  taxIdMissing: 'alert',
  lateJoiner: 'draft',
};

/** The first reason that has a colour as a badge, all of them in words. */
function Why({ draft, decided }: { readonly draft: Draft; readonly decided: boolean }) {
  const { phrase, formats } = useSpeech();
  const said = draft.flags.map((flag) => ({ ...flag, words: words(flag) }));
  const main = decided ? undefined : said.find(({ code }) => tones[code] !== undefined);
  return (
    <>
      {main === undefined ? null : (
        <ToneBadge tone={tones[main.code] ?? 'soon'} icon={icons.alert}>
          {main.code === 'changed'
            ? signed(Number(main.facts.percent) / 100, formats.percent)
            : phrase(`admin-billing.flags.${main.code}.badge`)}
        </ToneBadge>
      )}
      <span className="whyline">
        {said
          .map(({ words: text }) => text)
          .filter(Boolean)
          .join(' · ')}
      </span>
    </>
  );

  function words({ code, facts }: Draft['flags'][number]): string {
    const day = (of: string | number | undefined): string =>
      typeof of === 'string' ? formats.day(of) : '';
    return phrase(`admin-billing.flags.${code}.text`, {
      charges: Number(facts.charges ?? 0),
      count: Number(facts.count ?? 0),
      was: formats.money({ amount: Number(facts.was ?? 0), currency: draft.currency }),
      from: day(facts.startDay),
      until: day(lastDay(facts.endDay)),
    });
  }
}

const lastDay = (endDay: string | number | undefined): string | undefined =>
  typeof endDay === 'string' ? addDays(endDay as Day, -1) : undefined;

function useDecision(run: Run, draft: Draft) {
  const send = useSend('decideDraft', { refresh: ['getRun'] });
  return {
    busy: send.isPending,
    put: (is: 'ok' | 'held' | 'skipped' | null) =>
      send.mutate({ params: { runId: run.id, invoiceId: draft.id }, body: { is } }),
  };
}

function Decide({ run, draft }: { readonly run: Run; readonly draft: Draft }) {
  const { phrase } = useSpeech();
  const { hrefTo, may } = useHere();
  const { busy, put } = useDecision(run, draft);
  return (
    <span className="acts">
      <ButtonLink kind="quiet" small href={hrefTo(`money/invoices/${draft.id}`)}>
        {phrase('admin-billing.look.look')}
      </ButtonLink>
      {may('billing.run') ? (
        <>
          <Button small busy={busy} onClick={() => put('held')}>
            {phrase('admin-billing.look.hold')}
          </Button>
          <Button small busy={busy} onClick={() => put('ok')}>
            {phrase('admin-billing.look.ok')}
          </Button>
        </>
      ) : null}
    </span>
  );
}

function Decided({
  run,
  draft,
  zone,
}: {
  readonly run: Run;
  readonly draft: Draft;
  readonly zone: string;
}) {
  const { phrase, formats } = useSpeech();
  const { may } = useHere();
  const { busy, put } = useDecision(run, draft);
  const { decision } = draft;
  if (decision === null) return null;
  const values = { name: decision.byName ?? '', time: formats.time(decision.at, zone) };
  const text =
    decision.is === 'ok'
      ? phrase(decision.byName === null ? 'admin-billing.look.okAt' : 'admin-billing.look.okBy', values)
      : phrase(`admin-billing.look.${decision.is}`);
  return (
    <span className="acts">
      {may('billing.run') && draft.state === 'draft' ? (
        <Button kind="quiet" small busy={busy} onClick={() => put(null)}>
          {phrase('kit.undo')}
        </Button>
      ) : null}
      {decision.is === 'ok' ? (
        <Badge state="active">{text}</Badge>
      ) : (
        <ToneBadge tone="soon" icon={icons.pause}>
          {text}
        </ToneBadge>
      )}
    </span>
  );
}
