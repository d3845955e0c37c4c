import type { ReactNode } from 'react';
import { SkeletonRows, useSpeech } from '../../../kit/plain/index.ts';
import type { AnswerTo } from '../data/client.ts';
import { Fault } from './region.tsx';
import { type AskWho, Gain } from './gain.tsx';

type Answer = AnswerTo<'previewResource'>;
type Question = Answer['questions'][number];
type Side = 'gains' | 'loses';

export interface ImpactProps {
  readonly answer: { readonly data: Answer | undefined; readonly error: Error | null };
  /** A page of those who gain or lose what a question is about. */
  readonly onWho: (key: string, who: Side, cursor: string | undefined) => Promise<Answer>;
}

/** Who would gain and lose what by a change that is not saved yet (ACC-5). */
export function ImpactPanel({ answer, onWho }: ImpactProps) {
  const { phrase } = useSpeech();
  const { data, error } = answer;
  if (error !== null) return <Fault error={error} />;
  return (
    <section className="stack stack--8 impact" aria-live="polite"
      aria-label={phrase('admin-access.impact.title')}>
      <h3>{phrase('admin-access.impact.title')}</h3>
      {data === undefined ? (
        <>
          <p className="muted small">{phrase('admin-access.impact.counting')}</p>
          <SkeletonRows rows={1} round={false} />
        </>
      ) : (
        <>
          {data.questions.length === 0 ? <p>{phrase('admin-access.impact.none')}</p> : null}
          {data.questions.map((of) => <Row key={of.key} of={of} onWho={onWho} />)}
          <p className="muted tiny">{phrase('admin-access.impact.asked', { count: data.people })}</p>
        </>
      )}
    </section>
  );
}

/** Whoever loses one of these may have a booking that stands. */
const touchesBookings: ReadonlySet<string> = new Set(['book', 'viewItem', 'signIn', 'checkIn']);

function Row({ of, onWho }: { readonly of: Question; readonly onWho: ImpactProps['onWho'] }): ReactNode {
  const { phrase } = useSpeech();
  const what = of.action === 'viewSection'
    ? phrase(`admin-access.sections.${of.target ?? 'home'}`)
    : phrase(`admin-access.impact.actions.${of.action}`, {
      name: of.name, hasName: of.name === '' ? 'no' : 'yes',
    });
  const ask = (side: Side): AskWho => async (cursor) =>
    (await onWho(of.key, side, cursor)).list ?? { data: [], nextCursor: null };
  return (
    <div>
      <h4 className="small">{phrase('admin-access.impact.at', { what, place: of.location.name })}</h4>
      <dl className="gain">
        <dt>{phrase('admin-access.loseIt')}</dt>
        <dd>
          <Gain
            people={of.loses}
            action={of.action}
            onWho={ask('loses')}
            withBookings={touchesBookings.has(of.action)}
          />
        </dd>
        <dt>{phrase('admin-access.gainIt')}</dt>
        <dd><Gain people={of.gains} action={of.action} onWho={ask('gains')} /></dd>
      </dl>
    </div>
  );
}
