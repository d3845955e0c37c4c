import { ButtonLink, icons, usePhrase } from '../../../kit/plain/index.ts';

/** The list as it is narrowed now, all of it, as a file for a spreadsheet. */
export function CsvLink({
  of,
  query,
  small = false,
}: {
  readonly of: 'customers' | 'invoices';
  readonly query: Readonly<Record<string, string | number | undefined>>;
  readonly small?: boolean;
}) {
  const phrase = usePhrase();
  const named = Object.entries(query).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, String(value)]],
  );
  const search = new URLSearchParams(named).toString();
  return (
    <ButtonLink
      kind="quiet"
      small={small}
      icon={icons.download}
      href={`/api/v1/${of}.csv${search === '' ? '' : `?${search}`}`}
      download
    >
      {phrase('kit.csv')}
    </ButtonLink>
  );
}
