import type { Grant, LedgerEntry, Wallet } from '../../apps/portal/readers.ts';
import { listBenefits, listLedger } from '../../api/benefits.ts';
import { getCustomer } from '../../api/customers.ts';
import type { ReadAnswer } from '../../api/endpoint.ts';
import type { Day } from '../../domain/kernel/day.ts';
import { type Instant, parseInstant } from '../../domain/kernel/instant.ts';
import { dayAt, type Zone } from '../../domain/kernel/zone.ts';
import type { Visiting } from './visiting.ts';

type AnsweredGrant = ReadAnswer<typeof listBenefits>['data'][number];
type AnsweredEntry = ReadAnswer<typeof listLedger>['data'][number];

/** What the visitor may use without paying again, the next to be used first, and every use of it. */
export async function loadWallet(visiting: Visiting): Promise<Wallet> {
  const { customerId, ask } = visiting;
  if (customerId === null) return { grants: [], ledger: [] };
  const [{ homeLocationId: home }, benefits, ledger, places] = await Promise.all([
    ask(getCustomer, { params: { customerId } }),
    ask(listBenefits, { params: { customerId } }),
    ask(listLedger, { params: { customerId }, query: { limit: 50 } }),
    visiting.places(),
  ]);
  const zoneOf = ({ locationIds }: AnsweredGrant): Zone =>
    (places.find(({ id }) => id === (locationIds?.[0] ?? home)) ?? places[0])?.zone as Zone;
  const shown = benefits.data.filter(
    (grant) =>
      ['usable', 'inUse', 'frozen', 'scheduled'].includes(grant.state) ||
      // Used up, and its time not over yet: afterwards it is history.
      (grant.state === 'usedUp' &&
        (grant.lastDay === null || grant.lastDay >= dayAt(visiting.now, zoneOf(grant)))),
  );
  return {
    grants: shown.map((grant) => grantOf(visiting, grant, zoneOf(grant))),
    ledger: ledger.data.map((entry) => entryOf(visiting, entry)),
  };
}

const sourceOf = (
  { phrase }: Visiting,
  { planName, source }: { planName: string | null; source: string },
): string => planName ?? phrase(`portal-wallet.source.${source === 'product' ? 'product' : 'given'}`);

function grantOf(visiting: Visiting, grant: AnsweredGrant, zone: Zone): Grant {
  const back = grant.pausedUntil === null ? null : parseInstant(grant.pausedUntil);
  return {
    id: grant.id,
    name: grant.name,
    kind: grant.kind,
    granted: grant.granted,
    left: grant.left,
    source: sourceOf(visiting, grant),
    fromPlan: grant.planName !== null,
    useByDay: grant.lastDay as Day | null,
    paused: grant.state === 'frozen',
    pausedUntilDay: back === null ? null : dayAt(back, zone),
  };
}

const entryOf = (visiting: Visiting, entry: AnsweredEntry): LedgerEntry => ({
  id: entry.id,
  at: parseInstant(entry.at) ?? (0 as Instant),
  kind: entry.unit,
  change: entry.amount,
  balance: entry.balance,
  text: visiting.phrase(`portal-wallet.entry.${entry.kind}`, {
    pass: `\u2068${entry.name}\u2069`,
    source: sourceOf(visiting, entry),
  }),
});
