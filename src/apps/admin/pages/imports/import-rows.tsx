import { useState } from 'react';
import {
  Button,
  type Column,
  EmptyState,
  icons,
  Pager,
  Table,
  ToneBadge,
  useSpeech,
} from '../../../../kit/plain/index.ts';
import { useHere } from '../../data/here.tsx';
import type { AnsweredImport } from './import-page.tsx';

type Row = AnsweredImport['rows'][number];
const STEP = 100;

const looks = {
  contract: ['active', icons.file],
  contact: ['quiet', icons.user],
  unchanged: ['quiet', icons.check],
  error: ['alert', icons.alert],
} as const;

/** Rows as a spreadsheet counts them, with the column at fault and what is wrong there. */
export function ImportRows({ rows }: { readonly rows: readonly Row[] }) {
  const { phrase, formats } = useSpeech();
  const { hrefTo } = useHere();
  const [count, setCount] = useState(STEP);
  const columns: readonly Column<Row>[] = [
    {
      key: 'row',
      title: phrase('admin-import.columns.row'),
      figures: true,
      cell: (row) => formats.number(row.row),
    },
    {
      key: 'outcome',
      title: phrase('admin-import.columns.outcome'),
      cell: (row) => (
        <ToneBadge tone={looks[row.outcome][0]} icon={looks[row.outcome][1]}>
          {phrase(`admin-import.outcomes.${row.outcome}`)}
        </ToneBadge>
      ),
    },
    {
      key: 'email',
      title: phrase('admin-import.columns.email'),
      cell: (row) =>
        row.customerId === undefined ? (
          <bdi>{row.email ?? '–'}</bdi>
        ) : (
          <a href={hrefTo(`customers/${row.customerId}`)}>
            <bdi>{row.email}</bdi>
          </a>
        ),
    },
    { key: 'what', title: phrase('admin-import.columns.what'), cell: (row) => <What of={row} /> },
  ];
  if (rows.length === 0)
    return (
      <div className="card">
        <EmptyState icon={icons.check}>{phrase('admin-import.noRows')}</EmptyState>
      </div>
    );
  return (
    <div className="card">
      <Table
        caption={phrase('admin-import.rows')}
        columns={columns}
        rows={rows.slice(0, count)}
        keyOf={(row) => String(row.row)}
        compact
      />
      <Pager count={rows.length}>
        {phrase('admin-import.showing', { shown: Math.min(count, rows.length), all: rows.length })}
        {count < rows.length ? (
          <>
            {' '}
            <Button small onClick={() => setCount(count + STEP)}>
              {phrase('kit.list.more')}
            </Button>
          </>
        ) : null}
      </Pager>
    </div>
  );
}

function What({ of }: { of: Row }) {
  const { phrase } = useSpeech();
  if (of.code !== undefined) {
    return (
      <span>
        <b className="mono small">{of.column}</b>{' '}
        {of.value === undefined ? null : (
          <>
            <q className="breakable">
              <bdi>{of.value}</bdi>
            </q>{' '}
          </>
        )}
        {phrase(`admin-import.faults.${of.code}`)}
      </span>
    );
  }
  if (of.keptBecause !== undefined) return <>{phrase('admin-import.stayed')}</>;
  return <span className="muted">–</span>;
}
