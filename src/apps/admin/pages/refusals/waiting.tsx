import type { Zone } from '../../../../domain/kernel/zone.ts';
import {
  AtText, Button, type Column, DuringText, icons, NameText, toast, usePhrase,
} from '../../../../kit/plain/index.ts';
import { useList, useSend } from '../../data/answers.ts';
import type { AnswerTo } from '../../data/client.ts';
import { useHere } from '../../data/here.tsx';
import { DataTable } from '../../pieces/data-table.tsx';

type Reminder = AnswerTo<'listReminders'>['data'][number];

/**
 * WHY-3: who asked to be told when a refusal ends, for what, and until when they wait as it is known today;
 * of everybody here, or of one customer. Nothing where nobody waits.
 */
export function Waiting({ customerId }: { readonly customerId?: string }) {
  const phrase = usePhrase();
  const { location, may } = useHere();
  const query = {
    waiting: 'true' as const,
    ...(customerId !== undefined ? { customerId: customerId as never }
      : location && { locationId: location.id }),
  };
  const list = useList('listReminders', { query }, { when: may('access.explain') });
  const columns = useColumns(customerId === undefined);
  if (list.rows === undefined || list.rows.length === 0) return null;
  return (
    <div className="stack stack--8">
      <h2>{phrase('admin-refusals.waiting.title')}</h2>
      <DataTable
        caption={phrase('admin-refusals.waiting.title')}
        list={list}
        columns={columns}
        keyOf={({ id }) => id}
        empty={{ icon: icons.mail, text: phrase('admin-refusals.waiting.title') }}
      />
    </div>
  );
}

function useColumns(isOfEverybody: boolean): readonly Column<Reminder>[] {
  const phrase = usePhrase();
  const zoneOf = useZoneOf();
  const who: Column<Reminder> = {
    key: 'customer', title: phrase('admin-refusals.customer'),
    cell: (reminder) => <NameText>{reminder.customerName}</NameText>,
  };
  return [
    ...(isOfEverybody ? [who] : []),
    { key: 'what', title: phrase('admin-refusals.waiting.what'), cell: (of) => <Wish of={of} /> },
    {
      key: 'asked', title: phrase('admin-refusals.waiting.asked'), wideOnly: true,
      cell: (of) => <AtText at={of.madeAt} zone={zoneOf(of)} />,
    },
    {
      key: 'until', title: phrase('admin-refusals.waiting.until'),
      cell: (of) => <AtText at={of.dueAt} zone={zoneOf(of)} />,
    },
    { key: 'act', title: phrase('admin-refusals.waiting.act'), cell: (of) => <TakeBack of={of} /> },
  ];
}

/** What they want to do, with what, and when, where they named a time. */
function Wish({ of: { action, target, targetName, during, ...of } }: { readonly of: Reminder }) {
  const phrase = usePhrase();
  const zoneOf = useZoneOf();
  const thing = action === 'viewSection' && target !== null ? phrase(`reasons.section.${target}`)
    : targetName;
  return (
    <span className="pair">
      <span>{phrase(`admin-explain.actions.${action}`)}</span>
      {thing === null ? null : <span className="muted small"><bdi>{thing}</bdi></span>}
      {during === null ? null : (
        <span className="muted small">
          <DuringText start={during.startAt} end={during.endAt} zone={zoneOf(of)} />
        </span>
      )}
    </span>
  );
}

function TakeBack({ of: { id, customerName } }: { readonly of: Reminder }) {
  const phrase = usePhrase();
  const send = useSend('takeBackReminder', { refresh: ['listReminders'] });
  return (
    <Button kind="quiet" small busy={send.isPending}
      label={phrase('admin-refusals.waiting.takeBackOf', { name: customerName })}
      onClick={() => send.mutate({ params: { reminderId: id } },
        { onSuccess: () => toast(phrase('admin-refusals.waiting.takenBack')) })}>
      {phrase('admin-refusals.waiting.takeBack')}
    </Button>
  );
}

function useZoneOf(): (of: Pick<Reminder, 'locationId'>) => Zone {
  const { locations, network } = useHere();
  return ({ locationId }) =>
    (locations.find(({ id }) => id === locationId)?.timeZone ?? network?.timeZone ?? 'UTC') as Zone;
}
