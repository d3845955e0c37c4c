import { Chip, icons, Menu, useSpeech } from '../../../../../kit/plain/index.ts';
import { useAnswer } from '../../../data/answers.ts';
import { useFilters } from '../../../data/filters.ts';
import { useHere } from '../../../data/here.tsx';

/** Filters by type and by how many people must fit in, kept in the address. */
export function Narrow() {
  const { phrase } = useSpeech();
  const filters = useFilters();
  const { location } = useHere();
  const types = useAnswer(
    'listResourceTypes',
    { query: { locationId: location?.id as never, limit: 100 } },
    { when: location !== undefined },
  );
  const typeId = filters.of('type');
  const named = types.data?.data.find(({ id }) => id === typeId)?.name;
  const capacity = filters.of('capacity');
  const choices = [2, 4, 6, 8, 10, 20];
  return (
    <>
      <Menu
        name={phrase('admin-calendar.type')}
        button={{ children: named ?? phrase('admin-calendar.anyType'), small: true }}
        items={[
          {
            key: 'all',
            label: phrase('admin-calendar.anyType'),
            checked: typeId === undefined,
            onChoose: () => filters.set('type', undefined),
          },
          ...(types.data?.data ?? []).map((type) => ({
            key: type.id,
            label: <bdi>{type.name}</bdi>,
            checked: type.id === typeId,
            onChoose: () => filters.set('type', type.id),
          })),
        ]}
      />
      <Menu
        name={phrase('admin-calendar.capacity')}
        button={{
          small: true,
          children:
            capacity === undefined
              ? phrase('admin-calendar.anyCapacity')
              : phrase('admin-calendar.atLeast', { count: Number(capacity) }),
        }}
        items={[
          {
            key: 'any',
            label: phrase('admin-calendar.anyCapacity'),
            checked: capacity === undefined,
            onChoose: () => filters.set('capacity', undefined),
          },
          ...choices.map((count) => ({
            key: String(count),
            label: phrase('admin-calendar.atLeast', { count }),
            checked: capacity === String(count),
            onChoose: () => filters.set('capacity', String(count)),
          })),
        ]}
      />
      {filters.any ? (
        <Chip icon={icons.filter} onClick={filters.clear}>
          {phrase('kit.clearFilters')}
        </Chip>
      ) : null}
    </>
  );
}
