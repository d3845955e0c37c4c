import { useAnswer } from '../../../data/answers.ts';
import { client } from '../../../data/client.ts';
import { useRested } from '../../../data/rested.ts';
import { ImpactPanel } from '../../../pieces/impact.tsx';
import { bodyOf, type ResourceAnswer, type ResourceValues, valuesOf } from '../resource-form.ts';

const decide = ['audience', 'planIds', 'visible', 'publishAt', 'onlyCustomers', 'customerIds'] as const;

/** Who would gain and lose a room by its audience as it stands here, before it is saved. */
export function ResourceImpact({ resource, values }: {
  readonly resource: ResourceAnswer;
  readonly values: ResourceValues;
}) {
  const kept = valuesOf(resource);
  const isChanged = decide.some((name) => kept[name] !== values[name])
    && !(values.audience === 'plans' && values.planIds === '');
  const { audience, visible, publishAt, customerIds } = bodyOf(values);
  const body = useRested({ audience, visible, publishAt, customerIds });
  const sent = { params: { resourceId: resource.id }, body };
  const answer = useAnswer('previewResource', sent, { when: isChanged });
  if (!isChanged) return null;
  return (
    <ImpactPanel
      answer={{ data: answer.isPlaceholderData ? undefined : answer.data, error: answer.error }}
      onWho={(of, who, cursor) => client.call('previewResource', {
        ...sent, query: { of, who, ...(cursor !== undefined && { cursor }) },
      })}
    />
  );
}
