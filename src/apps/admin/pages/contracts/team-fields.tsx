import { SelectField, TextField, usePhrase } from '../../../../kit/plain/index.ts';
import { useAnswer } from '../../data/answers.ts';
import type { Form } from '../../data/form.ts';

type WithTeam = { readonly teamId: string; readonly seats: string };

/** TEM-2: a team whose people the contract has places for. */
export function TeamFields<V extends WithTeam & Record<string, string>>({
  form,
}: {
  readonly form: Form<V>;
}) {
  const phrase = usePhrase();
  const teams = useAnswer('listTeams', { query: { limit: 200 } }).data?.data ?? [];
  if (teams.length === 0 && form.values.teamId === '') return null;
  return (
    <>
      <SelectField
        label={phrase('admin-teams.newContract.team')}
        {...form.field('teamId')}
        options={[
          { value: '', label: phrase('admin-teams.newContract.noTeam') },
          ...teams.map(({ id, name }) => ({ value: id as string, label: name })),
        ]}
      />
      {form.values.teamId === '' ? null : (
        <TextField
          label={phrase('admin-teams.newContract.seats')}
          type="number"
          min="0"
          help={phrase('admin-teams.newContract.seatsHelp')}
          {...form.field('seats')}
        />
      )}
    </>
  );
}
