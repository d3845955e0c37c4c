import { useAnswer } from '../../data/answers.ts';
import { client, type Sent } from '../../data/client.ts';
import { ImpactPanel } from '../../pieces/impact.tsx';
import type { Plan } from './plan-page.tsx';

export type PlanChange = NonNullable<Sent<'previewPlan'>['body']>;

/** Who of those who have the plan would gain and lose what by the change. */
export function PlanImpact({ plan, change }: { readonly plan: Plan; readonly change: PlanChange }) {
  const sent = { params: { planId: plan.id }, body: change };
  const answer = useAnswer('previewPlan', sent);
  return (
    <ImpactPanel
      answer={{ data: answer.isPlaceholderData ? undefined : answer.data, error: answer.error }}
      onWho={(of, who, cursor) => client.call('previewPlan', {
        ...sent, query: { of, who, ...(cursor !== undefined && { cursor }) },
      })}
    />
  );
}
