import type { ReactNode } from 'react';
import { Card, type Column, EmptyState, icons, Table } from '../../../kit/plain/index.ts';
import { Region, type RegionAnswer } from './region.tsx';

interface RowsCardProps<Row> {
  readonly title: string;
  readonly answer: RegionAnswer<{ readonly data: readonly Row[] }> & { readonly isFetching: boolean };
  readonly columns: readonly Column<Row>[];
  /** What is said where there is none. */
  readonly empty: string;
  readonly acts?: ReactNode;
}

/** Few rows in a card, with how many they are: loading, empty, failed or shown. */
export function RowsCard<Row extends { readonly id: string }>({
  title, answer, columns, empty, acts,
}: RowsCardProps<Row>) {
  return (
    <Card
      title={title}
      count={answer.data?.data.length}
      acts={acts}
      refreshing={answer.isFetching && answer.data !== undefined}
    >
      <Region answer={answer}>
        {({ data }) => (data.length === 0 ? <EmptyState icon={icons.file}>{empty}</EmptyState> : (
          <Table caption={title} columns={columns} rows={data} keyOf={({ id }) => id} />
        ))}
      </Region>
    </Card>
  );
}
