import type { ReactNode } from 'react';
import { Card, EmptyState, type icons, List } from '../../../kit/plain/index.ts';
import { Region, type RegionAnswer } from './region.tsx';

export interface ListCardProps<Row> {
  readonly title: string;
  readonly count?: ReactNode;
  readonly acts?: ReactNode;
  readonly answer: RegionAnswer<unknown>;
  readonly rows: readonly Row[];
  readonly skeletons?: number;
  readonly empty: { readonly icon: typeof icons.users; readonly text: string };
  readonly children: (row: Row) => ReactNode;
}

/** A card with rows to act on, one by one, in all its states. */
export function ListCard<Row>(props: ListCardProps<Row>) {
  const { title, count, acts, answer, rows, skeletons = 4, empty, children } = props;
  return (
    <Card title={title} count={count} acts={acts}>
      <Region answer={answer} rows={skeletons}>
        {() =>
          rows.length === 0 ? (
            <EmptyState icon={empty.icon}>{empty.text}</EmptyState>
          ) : (
            <List label={title}>{rows.map((row) => children(row))}</List>
          )
        }
      </Region>
    </Card>
  );
}
