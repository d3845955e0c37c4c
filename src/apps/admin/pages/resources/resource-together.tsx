import { Card, useSpeech } from '../../../../kit/plain/index.ts';
import { useWhole } from '../../data/answers.ts';
import { ManyField } from './plan-choice.tsx';
import type { Part } from './resource-editor.tsx';

/** Other resources that are taken together with it: the halves of a room, the floor that a room is on. */
export function Together({ form, locationId, ownId }: Part & { readonly ownId: string | undefined }) {
  const { phrase } = useSpeech();
  const all = useWhole('listResources', { query: { locationId } });
  const others = (all.data ?? []).filter(({ id }) => id !== ownId);
  if (others.length === 0) return null;
  return (
    <Card padded title={phrase('admin-resources.edit.together')}>
      <ManyField
        name="linkedIds"
        label={phrase('admin-resources.edit.linked')}
        help={phrase('admin-resources.edit.linkedHelp')}
        error={form.field('linkedIds').error}
        value={form.values.linkedIds}
        onValue={(value) => form.set('linkedIds', value)}
        options={others}
      />
    </Card>
  );
}
