import type { KeyboardEvent, ReactNode } from 'react';
import { Icon } from '../icon/icon.tsx';
import { down, up } from '../icon/shapes.generated.ts';
import { usePhrase } from '../words/speech.tsx';

export interface Column<Row> {
  readonly key: string;
  /** Empty above buttons that say themselves what they do. */
  readonly title: string;
  readonly cell: (row: Row) => ReactNode;
  /** Figures stand at the end of the line. */
  readonly figures?: boolean;
  /** The name of the field the list can be sorted by. */
  readonly sortBy?: string;
  /** Left out where a row is a card on a phone. */
  readonly wideOnly?: boolean;
}

export interface TableProps<Row> {
  readonly caption: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row) => string;
  /** Where a row leads; its first cell becomes the link, which ↑ ↓ Home End reach and Enter opens. */
  readonly hrefOf?: ((row: Row) => string) | undefined;
  readonly isSelected?: ((row: Row) => boolean) | undefined;
  /** `name`, or `-name` from highest. */
  readonly sort?: string | undefined;
  readonly onSort?: ((sort: string) => void) | undefined;
  readonly foot?: ReactNode;
  readonly compact?: boolean;
}

/** To compare. On phones each row becomes a card. */
export function Table<Row>(props: TableProps<Row>) {
  const { caption, columns, rows, keyOf, hrefOf, isSelected, sort, onSort, foot, compact = false } = props;
  return (
    <div className="tablewrap" role="region" aria-label={caption} tabIndex={0}>
      <table className={compact ? 'table table--compact' : 'table'} onKeyDown={moveByKey}>
        <caption className="sr">{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) =>
              column.title === '' ? (
                <td key={column.key} className={classOf(column)} />
              ) : (
                <th key={column.key} scope="col" className={classOf(column)} aria-sort={sortOf(column, sort)}>
                  <Head column={column} sort={sort} onSort={onSort} />
                </th>
              ),
            )}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={keyOf(row)} aria-selected={isSelected?.(row) === true ? true : undefined}>
              {columns.map((column, at) => (
                <td
                  key={column.key}
                  data-title={column.title}
                  className={at === 0 ? `name ${classOf(column) ?? ''}`.trim() : classOf(column)}>
                  {at === 0 && hrefOf !== undefined ? (
                    <a href={hrefOf(row)} data-row-link="">
                      {column.cell(row)}
                    </a>
                  ) : (
                    column.cell(row)
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
        {foot === undefined ? null : <tfoot>{foot}</tfoot>}
      </table>
    </div>
  );
}

function Head<Row>({
  column,
  sort,
  onSort,
}: {
  readonly column: Column<Row>;
  readonly sort: string | undefined;
  readonly onSort: ((sort: string) => void) | undefined;
}) {
  const phrase = usePhrase();
  const by = column.sortBy;
  if (by === undefined || onSort === undefined) return column.title;
  const turn = sort === by ? `-${by}` : by;
  const key =
    sort === by ? 'kit.list.sortedUp' : sort === `-${by}` ? 'kit.list.sortedDown' : 'kit.list.sortBy';
  return (
    <button
      type="button"
      className="table__sort"
      onClick={() => onSort(turn)}
      aria-label={phrase(key, { column: column.title })}>
      {column.title}
      {sort === by ? <Icon of={up} size={14} /> : sort === `-${by}` ? <Icon of={down} size={14} /> : null}
    </button>
  );
}

function classOf<Row>(column: Column<Row>): string | undefined {
  const names = [column.figures === true ? 'n' : '', column.wideOnly === true ? 'wide-only' : ''].filter(
    Boolean,
  );
  return names.length === 0 ? undefined : names.join(' ');
}

function sortOf<Row>(column: Column<Row>, sort: string | undefined) {
  if (column.sortBy === undefined) return undefined;
  if (sort === column.sortBy) return 'ascending';
  return sort === `-${column.sortBy}` ? 'descending' : undefined;
}

function moveByKey(event: KeyboardEvent<HTMLTableElement>) {
  const links = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-row-link]')];
  const at = links.indexOf(document.activeElement as HTMLElement);
  if (at < 0) return;
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: links.length - 1 }[event.key];
  const link = to === undefined ? undefined : links[to];
  if (link === undefined) return;
  event.preventDefault();
  link.focus();
}
