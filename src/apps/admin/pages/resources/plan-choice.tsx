import { Checkbox, FieldGroup, useSpeech } from '../../../../kit/plain/index.ts';
import { useAnswer } from '../../data/answers.ts';
import { useHere } from '../../data/here.tsx';

/** Ids in one text of a form, between spaces. */
export const idsIn = (text: string): readonly string[] => text.split(' ').filter(Boolean);

export function withId(text: string, id: string, isIn: boolean): string {
  const others = idsIn(text).filter((one) => one !== id);
  return (isIn ? [...others, id] : others).join(' ');
}

interface ManyProps {
  readonly name: string;
  readonly label: string;
  readonly help?: string | undefined;
  readonly error?: string | undefined;
  readonly value: string;
  readonly onValue: (value: string) => void;
  readonly options: readonly { readonly id: string; readonly name: string }[];
}

/** Any number of named things. */
export function ManyField({ name, label, help, error, value, onValue, options }: ManyProps) {
  const chosen = new Set(idsIn(value));
  return (
    <FieldGroup label={label} help={help} error={error}>
      {options.map((one) => (
        <Checkbox
          key={one.id}
          name={name}
          value={one.id}
          checked={chosen.has(one.id)}
          onCheck={(on) => onValue(withId(value, one.id, on))}
        >
          <bdi>{one.name}</bdi>
        </Checkbox>
      ))}
    </FieldGroup>
  );
}

/** Plans: those of a location where one is named, else all with where they are sold. */
export function PlanChoice({
  locationId,
  ...field
}: Pick<ManyProps, 'value' | 'onValue' | 'error'> & { readonly locationId: string | undefined }) {
  const { phrase } = useSpeech();
  const { locations } = useHere();
  const nameOf = (id: string) => locations.find((one) => one.id === id)?.name ?? '';
  const where = locationId === undefined ? {} : { locationId: locationId as never };
  const plans = useAnswer('listPlans', { query: { ...where, limit: 200 } });
  return (
    <ManyField
      {...field}
      name="planIds"
      label={phrase('admin-resources.edit.plans')}
      help={phrase('admin-resources.edit.plansHelp')}
      options={(plans.data?.data ?? []).map(({ id, name, locationId: at }) => ({
        id,
        name: locationId === undefined ? [name, nameOf(at)].join(' · ') : name,
      }))}
    />
  );
}
