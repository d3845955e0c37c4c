import { useRouter } from '@tanstack/react-router';
import { useState } from 'react';
import {
  Banner,
  Button,
  Card,
  type Column,
  Field,
  icons,
  SelectField,
  ToneBadge,
  useSpeech,
} from '../../../../kit/plain/index.ts';
import { useList, useSend } from '../../data/answers.ts';
import { type AnswerTo, freshKey, Refused } from '../../data/client.ts';
import { useHere } from '../../data/here.tsx';
import { useZone } from '../../data/today.ts';
import { Page } from '../../frame/page.tsx';
import { DataTable } from '../../pieces/data-table.tsx';

type ImportRow = AnswerTo<'listImports'>['data'][number];

/** Upload a file, and all that were uploaded before. */
export function Imports() {
  const { phrase, formats } = useSpeech();
  const { hrefTo, may } = useHere();
  const zone = useZone();
  const list = useList('listImports', { query: { limit: 25 } });
  const columns: readonly Column<ImportRow>[] = [
    { key: 'file', title: phrase('admin-import.columns.file'), cell: (row) => <bdi>{row.fileName}</bdi> },
    {
      key: 'state',
      title: phrase('admin-import.columns.state'),
      cell: (row) => <ImportState of={row.state} />,
    },
    {
      key: 'made',
      title: phrase('admin-import.columns.made'),
      cell: (row) => <span className="num nowrap">{formats.at(row.madeAt, zone)}</span>,
    },
    {
      key: 'rows',
      title: phrase('admin-import.columns.rows'),
      figures: true,
      cell: (row) => formats.number(row.totals.rows),
    },
    {
      key: 'errors',
      title: phrase('admin-import.columns.errors'),
      figures: true,
      cell: (row) => formats.number(row.totals.error),
    },
  ];
  return (
    <Page title={phrase('admin-import.title')}>
      {may('imports.write') ? <Upload /> : null}
      <DataTable
        caption={phrase('admin-import.before')}
        list={list}
        columns={columns}
        keyOf={({ id }) => id}
        hrefOf={({ id }) => hrefTo(`imports/${id}`)}
        empty={{ icon: icons.upload, text: phrase('admin-import.empty') }}
      />
    </Page>
  );
}

const tones = { previewed: 'draft', run: 'active', undone: 'quiet' } as const;
const shapes = { previewed: icons.pencil, run: icons.check, undone: icons.undo } as const;

export function ImportState({ of }: { of: ImportRow['state'] }) {
  const { phrase } = useSpeech();
  return (
    <ToneBadge tone={tones[of]} icon={shapes[of]}>
      {phrase(`admin-import.states.${of}`)}
    </ToneBadge>
  );
}

/** The first step: which file, in which layout. Nothing is written before the preview has been looked at. */
function Upload() {
  const { phrase } = useSpeech();
  const { hrefTo } = useHere();
  const router = useRouter();
  const create = useSend('createImport', { refresh: ['listImports'] });
  const [layout, setLayout] = useState('nexudusCustomers');
  const [file, setFile] = useState<File | null>(null);
  const send = async () => {
    if (file === null || create.isPending) return;
    const form = new FormData();
    form.set('layout', layout);
    form.set('file', file);
    const made = await create.mutateAsync({ form, idempotencyKey: freshKey(), body: undefined as never });
    router.history.push(hrefTo(`imports/${made.id}`));
  };
  return (
    <Card title={phrase('admin-import.upload.title')} padded>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          void send().catch(() => undefined);
        }}
      >
        {create.error === null ? null : (
          <Banner tone="alert">
            {create.error instanceof Refused ? create.error.detail : phrase('kit.error.title')}
          </Banner>
        )}
        <SelectField
          name="layout"
          value={layout}
          onValue={setLayout}
          label={phrase('admin-import.upload.layout')}
          options={[{ value: 'nexudusCustomers', label: phrase('admin-import.layouts.nexudusCustomers') }]}
        />
        <Field label={phrase('admin-import.upload.file')} help={phrase('admin-import.upload.help')}>
          {(ids) => (
            <input
              {...ids}
              className="input"
              type="file"
              accept=".csv,text/csv"
              onChange={(event) => setFile(event.currentTarget.files?.[0] ?? null)}
            />
          )}
        </Field>
        <div className="form__acts">
          <Button
            kind="primary"
            type="submit"
            icon={icons.upload}
            busy={create.isPending}
            why={file === null ? phrase('admin-import.upload.choose') : undefined}
          >
            {phrase('admin-import.upload.verb')}
          </Button>
        </div>
      </form>
    </Card>
  );
}
