import { Badge, ButtonLink, icons, ListRow, NameText, useSpeech } from '../../../../kit/plain/index.ts';
import { useHere } from '../../data/here.tsx';
import { ListCard } from '../../pieces/list-card.tsx';
import { type ContractRow, SOON_DAYS, useEnding, useFrozen } from './use-day.ts';

const SHOWN = 5;

/** Contracts that end soon, and those that are frozen, by the day on which something changes. */
export function Ending() {
  const { phrase } = useSpeech();
  const { hrefTo } = useHere();
  const [active, frozen] = [useEnding(), useFrozen()];
  const rows = [
    ...(active.data ?? []).map((one) => ({ contract: one, day: one.endDay, isFrozen: false })),
    ...(frozen.data ?? []).map((one) => ({ contract: one, day: thawOf(one), isFrozen: true })),
  ].sort((a, b) => (a.day ?? '9').localeCompare(b.day ?? '9'));
  return (
    <ListCard
      title={phrase('admin-home.ending.title')}
      acts={
        <ButtonLink kind="quiet" small href={hrefTo('money/contracts')}>
          {phrase('admin-home.ending.all')}
        </ButtonLink>
      }
      answer={active}
      rows={rows.slice(0, SHOWN)}
      empty={{ icon: icons.file, text: phrase('admin-home.ending.none', { days: SOON_DAYS }) }}
    >
      {(row) => <Row key={row.contract.id} {...row} />}
    </ListCard>
  );
}

function Row({ contract, day, isFrozen }: { contract: ContractRow; day: string | null; isFrozen: boolean }) {
  const { phrase, formats } = useSpeech();
  const { hrefTo } = useHere();
  const plan = contract.planName;
  const note = isFrozen
    ? day === null
      ? phrase('admin-home.ending.frozenOpen', { plan })
      : phrase('admin-home.ending.thaws', { plan, day: formats.day(day, 'weekday') })
    : phrase('admin-home.ending.ends', { plan, day: formats.day(contract.lastDay ?? '', 'weekday') });
  return (
    <ListRow
      lead={<span className="when">{day === null ? '–' : formats.day(day)}</span>}
      title={
        <a href={hrefTo(`customers/${contract.customerId}/contracts`)}>
          <NameText>{contract.customerName}</NameText>
        </a>
      }
      note={note}>
      {isFrozen ? <Badge state="frozen" /> : <Badge state="cancelled" />}
    </ListRow>
  );
}

const thawOf = (contract: ContractRow): string | null =>
  contract.freezes.find((freeze) => freeze.state === 'inForce')?.untilDay ?? null;
