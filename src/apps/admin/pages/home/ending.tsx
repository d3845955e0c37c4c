import {
  Badge,
  ButtonLink,
  Card,
  EmptyState,
  icons,
  List,
  ListRow,
  NameText,
  useSpeech,
} from '../../../../kit/plain/index.ts';
import { useHere } from '../../data/here.tsx';
import { Region } from '../../pieces/region.tsx';
import { type ContractRow, SOON_DAYS, useEnding, useFrozen } from './use-day.ts';

const SHOWN = 5;

/** Contracts that end soon, and those that are frozen, by the day on which something changes. */
export function Ending() {
  const { phrase } = useSpeech();
  const { hrefTo } = useHere();
  const [active, frozen] = [useEnding(), useFrozen()];
  const rows = [
    ...(active.data?.data ?? []).map((one) => ({ contract: one, day: one.endDay, isFrozen: false })),
    ...(frozen.data?.data ?? []).map((one) => ({ contract: one, day: thawOf(one), isFrozen: true })),
  ].sort((a, b) => (a.day ?? '9').localeCompare(b.day ?? '9'));
  return (
    <Card
      title={phrase('admin-home.ending.title')}
      acts={
        <ButtonLink kind="quiet" small href={hrefTo('money/contracts')}>
          {phrase('admin-home.ending.all')}
        </ButtonLink>
      }>
      <Region answer={active} rows={4}>
        {() =>
          rows.length === 0 ? (
            <EmptyState icon={icons.file}>{phrase('admin-home.ending.none', { days: SOON_DAYS })}</EmptyState>
          ) : (
            <List>
              {rows.slice(0, SHOWN).map((row) => (
                <Row key={row.contract.id} {...row} />
              ))}
            </List>
          )
        }
      </Region>
    </Card>
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
