import type { ReactNode } from 'react';
import {
  Button,
  type Column,
  EmptyState,
  icons,
  Pager,
  SkeletonRows,
  Table,
  usePhrase,
} from '../../../kit/plain/index.ts';
import type { Filters } from '../data/filters.ts';
import { Fault } from './region.tsx';

/** A list as `useList` gives it. */
export interface ListAnswer<Row> {
  readonly rows: readonly Row[] | undefined;
  readonly error: Error | null;
  readonly refreshing: boolean;
  readonly onRetry: () => void;
  readonly onMore: (() => void) | undefined;
  readonly loadingMore: boolean;
}

export interface DataTableProps<Row> {
  readonly caption: string;
  readonly list: ListAnswer<Row>;
  readonly columns: readonly Column<Row>[];
  readonly keyOf: (row: Row) => string;
  readonly hrefOf?: (row: Row) => string;
  readonly isSelected?: (row: Row) => boolean;
  /** Sorting and narrowing through the address. */
  readonly filters?: Filters;
  /** What to say when there is nothing at all: one sentence and one act. */
  readonly empty: { readonly icon: typeof icons.users; readonly text: string; readonly act?: ReactNode };
  readonly foot?: ReactNode;
}

/** A table in a card with all its states: loading, empty, nothing fits the filters, fault, more rows. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { caption, list, columns, keyOf, hrefOf, isSelected, filters, foot } = props;
  const phrase = usePhrase();
  if (list.rows === undefined) {
    return (
      <div className="card">
        {list.error === null ? (
          <SkeletonRows rows={8} round={false} />
        ) : (
          <Fault error={list.error} onRetry={list.onRetry} />
        )}
      </div>
    );
  }
  if (list.rows.length === 0)
    return (
      <div className="card">
        <Nothing {...props} />
      </div>
    );
  return (
    <div className="card">
      {list.refreshing ? <div className="progress" /> : null}
      <Table
        caption={caption}
        columns={columns}
        rows={list.rows}
        keyOf={keyOf}
        hrefOf={hrefOf}
        foot={foot}
        isSelected={isSelected}
        sort={filters?.sort}
        onSort={filters?.sortBy}
      />
      <Pager count={list.rows.length} of={caption}>
        {phrase('kit.list.showing', { count: list.rows.length })}
        {list.onMore === undefined ? null : (
          <>
            {' '}
            <Button small busy={list.loadingMore} onClick={list.onMore}>
              {phrase('kit.list.more')}
            </Button>
          </>
        )}
      </Pager>
    </div>
  );
}

function Nothing<Row>({ filters, empty }: DataTableProps<Row>) {
  const phrase = usePhrase();
  if (filters?.any === true) {
    return (
      <EmptyState
        icon={icons.filter}
        act={
          <Button small onClick={filters.clear}>
            {phrase('kit.clearFilters')}
          </Button>
        }>
        {phrase('kit.list.nothingFits')}
      </EmptyState>
    );
  }
  return (
    <EmptyState icon={empty.icon} act={empty.act}>
      {empty.text}
    </EmptyState>
  );
}
