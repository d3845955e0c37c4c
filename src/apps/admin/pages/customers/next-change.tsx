import { AtText, Skeleton, useSpeech } from '../../../../kit/plain/index.ts';
import { useAnswer } from '../../data/answers.ts';
import type { AnswerTo } from '../../data/client.ts';
import { useZone } from '../../data/today.ts';

type Change = AnswerTo<'getCustomerTimeline'>['data'][number];

/** When the next of the five facts will change, and why; as far as it is known today (MEM-5). */
export function NextChange({ customerId }: { customerId: string }) {
  const { phrase } = useSpeech();
  const zone = useZone();
  const sentence = useChangeSentence();
  const answer = useAnswer('getCustomerTimeline', { params: { customerId: customerId as never }, query: {} });
  if (answer.data === undefined) return <Skeleton width="80" />;
  const next = answer.data.data.find(({ past }) => !past);
  if (next === undefined) return <p className="small muted">{phrase('admin-customers.rail.noChange')}</p>;
  return (
    <p className="small">
      <b>
        <AtText at={next.at} zone={zone} />
      </b>{' '}
      {sentence(next)}
    </p>
  );
}

/** One change in words, with what causes it. */
export function useChangeSentence(): (change: Change) => string {
  const { phrase, formats } = useSpeech();
  return ({ kind, from, to, causes }) => {
    const names = [...new Set(causes.map(({ name }) => name).filter((name) => name !== ''))];
    const values = { plans: formats.list(names), hasPlans: names.length > 0 ? 'yes' : 'no' };
    if (kind === 'standing')
      return phrase(`admin-customers.changes.${to === 'member' ? 'member' : 'contact'}`, values);
    if (kind === 'entitlements')
      return phrase(`admin-customers.changes.entitlements.${turnOf(from, to)}`, values);
    return phrase(`admin-customers.changes.${kind}.${to === true ? 'on' : 'off'}`, values);
  };
}

/** Whether more plans give something from then on, fewer, or others. */
function turnOf(from: Change['from'], to: Change['to']): 'more' | 'fewer' | 'other' {
  const count = (of: Change['to']) => (Array.isArray(of) ? of.length : 0);
  if (count(to) === count(from)) return 'other';
  return count(to) > count(from) ? 'more' : 'fewer';
}
