import {
  AtText, Button, type Column, Dialog, Facts, icons, NameText, SelectField, usePhrase,
} from '../../../../kit/plain/index.ts';
import { useList } from '../../data/answers.ts';
import type { AnswerTo } from '../../data/client.ts';
import { type Filters, useAddressValue, useFilters } from '../../data/filters.ts';
import { useHere } from '../../data/here.tsx';
import { Page } from '../../frame/page.tsx';
import { DataTable } from '../../pieces/data-table.tsx';
import { actionText } from './action-text.ts';
import { differencesOf } from './differences.ts';
import { hrefOfOpen } from './open-row.ts';

type Entry = AnswerTo<'listAuditEntries'>['data'][number];

const words = [
  'account',
  'staff',
  'apiKey',
  'location',
  'customer',
  'suspension',
  'plan',
  'contract',
  'resource',
  'booking',
  'benefit',
  'checkIn',
  'billingRun',
  'invoice',
  'payment',
  'import',
  'portalAccess',
  'mail',
] as const;

/** Who changed what, when, from where; each entry opens with what was before and after. */
export function AuditLog() {
  const phrase = usePhrase();
  const { location } = useHere();
  const filters = useFilters();
  const [open, setOpen] = useAddressValue('open');
  const of = (name: string) => filters.of(name);
  const word = of('word');
  const [aboutId, actorId, customerId] = [of('aboutId'), of('actorId'), of('customerId')];
  const list = useList('listAuditEntries', { query: {
    ...(word && { action: `${word}.` }), ...(aboutId && { aboutId }), ...(actorId && { actorId }),
    ...(customerId && { customerId: customerId as never }), ...(location && { locationId: location.id }),
  } });
  const chosen = list.rows?.find(({ id }) => id === open);
  return (
    <Page title={phrase('admin-staff.audit.title')} acts={<span />}>
      <Narrow filters={filters} />
      <DataTable
        caption={phrase('admin-staff.audit.title')}
        list={list}
        columns={useColumns()}
        filters={filters}
        keyOf={({ id }) => id}
        hrefOf={({ id }) => hrefOfOpen(id)}
        isSelected={({ id }) => id === open}
        empty={{ icon: icons.file, text: phrase('admin-staff.audit.empty') }}
      />
      {chosen === undefined ? null : <EntryDialog entry={chosen} onClose={() => setOpen(undefined)} />}
    </Page>
  );
}

function Narrow({ filters }: { readonly filters: Filters }) {
  const phrase = usePhrase();
  return (
    <div className="row wrap">
      <SelectField name="word" label={phrase('admin-staff.audit.about')} value={filters.of('word') ?? ''}
        onValue={(value) => filters.set('word', value)} options={[
          { value: '', label: phrase('admin-staff.audit.everything') },
          ...words.map((one) => ({ value: one, label: phrase(`admin-staff.audit.words.${one}`) })),
        ]} />
      {filters.any ? <Button small onClick={filters.clear}>{phrase('kit.clearFilters')}</Button> : null}
    </div>
  );
}

function useColumns(): readonly Column<Entry>[] {
  const phrase = usePhrase();
  const { location, network } = useHere();
  const zone = location?.timeZone ?? network?.timeZone ?? 'UTC';
  return [
    {
      key: 'what',
      title: phrase('admin-staff.audit.what'),
      cell: ({ action }) => <ActionText of={action} />,
    },
    { key: 'at', title: phrase('admin-staff.audit.at'), cell: ({ at }) => <AtText at={at} zone={zone} /> },
    { key: 'who', title: phrase('admin-staff.audit.who'), cell: (entry) => <Actor entry={entry} /> },
    {
      key: 'about',
      title: phrase('admin-staff.audit.about'),
      cell: (entry) => (
        <span className="pair">
          {entry.customerName === null ? null : <NameText>{entry.customerName}</NameText>}
          <code className="muted small clip" dir="ltr">
            {entry.aboutId}
          </code>
        </span>
      ),
    },
    {
      key: 'where',
      title: phrase('admin-staff.location'),
      wideOnly: true,
      cell: ({ locationName }) => <bdi>{locationName}</bdi>,
    },
  ];
}

/** What was done in words; an action that has none yet shows its name. */
function ActionText({ of }: { readonly of: string }) {
  const text = actionText(usePhrase(), of);
  return text === null ? <code dir="ltr">{of}</code> : <>{text}</>;
}

function Actor({ entry }: { readonly entry: Entry }) {
  const phrase = usePhrase();
  return (
    <span className="pair">
      <NameText>{entry.actorName ?? phrase(`admin-staff.audit.kinds.${entry.actorKind}`)}</NameText>
      {entry.actorName === null ? null
        : <span className="muted small">{phrase(`admin-staff.audit.kinds.${entry.actorKind}`)}</span>}
    </span>
  );
}

function EntryDialog({ entry, onClose }: { readonly entry: Entry; readonly onClose: () => void }) {
  const phrase = usePhrase();
  const { hrefTo, network } = useHere();
  const changes = differencesOf(entry.before, entry.after);
  return (
    <Dialog open wide title={actionText(phrase, entry.action) ?? entry.action} onClose={onClose}>
      <Facts
        of={[
          [
            phrase('admin-staff.audit.at'),
            <AtText key="at" at={entry.at} zone={network?.timeZone ?? 'UTC'} />,
          ],
          [phrase('admin-staff.audit.who'), <Actor key="who" entry={entry} />],
          entry.fromAddress === null
            ? null
            : [phrase('admin-staff.audit.from'), <bdi key="from">{entry.fromAddress}</bdi>],
          [
            phrase('admin-staff.audit.about'),
            <code key="about" dir="ltr">
              {entry.aboutId}
            </code>,
          ],
          entry.customerId === null
            ? null
            : [
                phrase('admin-staff.audit.customer'),
                <a key="cus" href={hrefTo(`customers/${entry.customerId}`)}>
                  <bdi>{entry.customerName ?? entry.customerId}</bdi>
                </a>,
              ],
        ]}
      />
      {changes.length === 0 ? (
        <p className="muted">{phrase('admin-staff.audit.noDetails')}</p>
      ) : (
        <Changes of={changes} />
      )}
    </Dialog>
  );
}

function Changes({ of: changes }: { readonly of: ReturnType<typeof differencesOf> }) {
  const phrase = usePhrase();
  return (
    <div
      className="tablewrap"
      role="region"
      aria-label={phrase('admin-staff.audit.changes')}
      tabIndex={0}
    >
      <table className="table table--compact">
        <caption className="sr">{phrase('admin-staff.audit.changes')}</caption>
        <thead>
          <tr>
            <th scope="col">{phrase('admin-staff.audit.field')}</th>
            <th scope="col">{phrase('admin-staff.audit.before')}</th>
            <th scope="col">{phrase('admin-staff.audit.after')}</th>
          </tr>
        </thead>
        <tbody>
          {changes.map(({ field, before, after }) => (
            <tr key={field}>
              <th scope="row">
                <code dir="ltr">{field}</code>
              </th>
              <td>
                <bdi>{before}</bdi>
              </td>
              <td>
                <bdi>{after}</bdi>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
