import { useRouter } from '@tanstack/react-router';
import {
  Button,
  type Column,
  DayText,
  icons,
  MoneyText,
  SelectField,
  TextField,
  ToneBadge,
  usePhrase,
  useSpeech,
} from '../../../../../kit/plain/index.ts';
import { useList, useSend } from '../../../data/answers.ts';
import { type AnswerTo, freshKey } from '../../../data/client.ts';
import { useAddressValue } from '../../../data/filters.ts';
import { useForm } from '../../../data/form.ts';
import { useHere } from '../../../data/here.tsx';
import { useToday } from '../../../data/today.ts';
import { Page } from '../../../frame/page.tsx';
import { DataTable } from '../../../pieces/data-table.tsx';
import { FormDialog } from '../../../pieces/form-dialog.tsx';

type Row = AnswerTo<'listRuns'>['data'][number];

/** Billing runs at the place of the address, the newest first. */
export function Runs() {
  const phrase = usePhrase();
  const { location, hrefTo, may } = useHere();
  const [isNew, setNew] = useAddressValue('new');
  const list = useList('listRuns', { query: { ...(location && { locationId: location.id }), limit: 50 } });
  const start = may('billing.run') ? (
    <Button kind="primary" icon={icons.plus} onClick={() => setNew('1')}>
      {phrase('admin-billing.runs.start')}
    </Button>
  ) : undefined;
  return (
    <Page title={phrase('admin-billing.runs.title')} acts={start}>
      <DataTable
        caption={phrase('admin-billing.runs.title')}
        list={list}
        columns={useColumns()}
        keyOf={({ id }) => id}
        hrefOf={({ id }) => hrefTo(`money/runs/${id}`)}
        empty={{ icon: icons.money, text: phrase('admin-billing.runs.empty') }}
      />
      {isNew === undefined || !may('billing.run') ? null : <StartRun onClose={() => setNew(undefined)} />}
    </Page>
  );
}

function useColumns(): readonly Column<Row>[] {
  const { phrase } = useSpeech();
  const { locations } = useHere();
  return [
    {
      key: 'day',
      title: phrase('admin-billing.runs.throughDay'),
      cell: (row) => <DayText of={row.throughDay} style="dated" />,
    },
    {
      key: 'location',
      title: phrase('admin-billing.runs.location'),
      cell: (row) => <bdi>{locations.find(({ id }) => id === row.locationId)?.name ?? ''}</bdi>,
    },
    {
      key: 'state',
      title: phrase('admin-billing.runs.state'),
      cell: (row) => <RunBadge state={row.state} />,
    },
    {
      key: 'count',
      title: phrase('admin-billing.runs.count'),
      figures: true,
      cell: (row) => row.draftCount + row.issuedCount,
    },
    {
      key: 'look',
      title: phrase('admin-billing.run.toLookAt'),
      figures: true,
      wideOnly: true,
      cell: (row) => row.toLookAt,
    },
    {
      key: 'total',
      title: phrase('admin-billing.run.total'),
      figures: true,
      cell: (row) =>
        row.totals.map(({ total }) => (
          <span key={total.currency}>
            <MoneyText of={total} />{' '}
          </span>
        )),
    },
  ];
}

export function RunBadge({ state }: { readonly state: Row['state'] }) {
  const phrase = usePhrase();
  const [tone, icon] = {
    draft: ['draft', icons.pencil],
    issuing: ['soon', icons.hourglass],
    issued: ['active', icons.check],
  }[state] as [Parameters<typeof ToneBadge>[0]['tone'], typeof icons.pencil];
  return (
    <ToneBadge tone={tone} icon={icon}>
      {phrase(`admin-billing.run.states.${state}`)}
    </ToneBadge>
  );
}

/** Which location, through which day: the drafts are shown before anything is issued. */
function StartRun({ onClose }: { readonly onClose: () => void }) {
  const phrase = usePhrase();
  const { location, network, locations, hrefTo, me } = useHere();
  const today = useToday();
  const router = useRouter();
  const start = useSend('startRun');
  const form = useForm({
    initial: { locationId: String(location?.id ?? network?.id ?? ''), throughDay: today as string },
    send: async ({ locationId, throughDay }) => {
      const run = await start.mutateAsync({
        body: { locationId: locationId as never, throughDay: throughDay as never },
        idempotencyKey: freshKey(),
      });
      router.history.push(hrefTo(`money/runs/${run.id}`));
    },
  });
  return (
    <FormDialog
      title={phrase('admin-billing.runs.startTitle')}
      form={form}
      verb={phrase('admin-billing.runs.draft')}
      onClose={onClose}
    >
      <SelectField
        {...form.field('locationId')}
        label={phrase('admin-billing.runs.location')}
        help={phrase('admin-billing.runs.locationHelp')}
        options={locations
          .filter(({ id }) => me.may('billing.run', id))
          .map(({ id, name }) => ({ value: id, label: name }))}
      />
      <TextField
        {...form.field('throughDay')}
        type="date"
        label={phrase('admin-billing.runs.throughDay')}
        help={phrase('admin-billing.runs.throughDayHelp')}
      />
    </FormDialog>
  );
}
