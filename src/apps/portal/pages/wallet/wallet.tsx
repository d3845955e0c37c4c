import { isolate } from '../../parts/isolate.ts';
import { calendar, snow, ticket } from '../../../../kit/plain/icon/shapes.generated.ts';
import { Empty } from '../../parts/empty.tsx';
import { ContractRows } from '../../parts/contract-rows.tsx';
import { Icon } from '../../../../kit/plain/icon/icon.tsx';
import { leftText, Meter, lastDayText } from '../../parts/grant-strip.tsx';
import type { Frame } from '../../frame/view.ts';
import type { Grant, LedgerEntry } from '../../readers.ts';
import type { PageParts } from '../page-parts.ts';
import type { WalletFacts } from '../facts.ts';

/** Everything one may use without paying again, and every use of it. */
export function Wallet({ frame, facts }: { frame: Frame; facts: WalletFacts }): PageParts {
  const { phrase } = frame;
  return {
    airy: true,
    main: (
      <>
        <h1>{phrase('portal-wallet.title')}</h1>
        {facts.grants.length === 0 ? (
          <Empty text={phrase('portal-wallet.none')} act={null} />
        ) : (
          <ul className="p-grid">
            {facts.grants.map((grant) => (
              <li key={grant.id}>
                <GrantCard frame={frame} grant={grant} />
              </li>
            ))}
          </ul>
        )}
        {facts.ledger.length > 0 && <Ledger frame={frame} entries={facts.ledger} />}
      </>
    ),
    side:
      facts.contracts.length === 0 ? undefined : (
        <section aria-labelledby="contracts">
          <h2 id="contracts" className="p-h2">
            {phrase('portal-contracts.title')}
          </h2>
          <ContractRows frame={frame} contracts={facts.contracts} />
        </section>
      ),
  };
}

function GrantCard({ frame, grant }: { frame: Frame; grant: Grant }) {
  const { phrase } = frame;
  return (
    <article className="p-card grant" aria-labelledby={grant.id}>
      <div className="row">
        <Icon
          of={grant.paused ? snow : grant.kind === 'day' ? ticket : calendar}
          size={20}
          className="muted"
        />
        <h2 id={grant.id}>
          <bdi>{grant.name}</bdi>
        </h2>
        {grant.paused && (
          <span className="badge badge--frozen push">
            <Icon of={snow} />
            {phrase('portal-wallet.pausedBadge')}
          </span>
        )}
      </div>
      <p className="grant__left num">{leftText(frame, grant)}</p>
      <Meter grant={grant} label={leftText(frame, grant)} />
      <p className="small muted num">{lastDayText(frame, grant)}</p>
      {grant.source !== '' && (
        <p className="small muted">
          {grant.fromPlan
            ? phrase('portal-wallet.from', { source: isolate(grant.source) })
            : grant.source}
        </p>
      )}
    </article>
  );
}

function Ledger({ frame, entries }: { frame: Frame; entries: readonly LedgerEntry[] }) {
  const { phrase, format } = frame;
  const amount = (entry: LedgerEntry, value: number): string =>
    entry.kind === 'minutes' ? format.minutes(Math.abs(value)) : format.number(Math.abs(value));
  return (
    <section aria-labelledby="ledger">
      <h2 id="ledger" className="p-h2">
        {phrase('portal-wallet.ledger')}
      </h2>
      <ul className="p-list ledger">
        {entries.map((entry) => (
          <li key={entry.id} className="p-link">
            <span className="two">
              <b>{entry.text}</b>
              <span className="num">{format.dayAndTime(entry.at)}</span>
            </span>
            <span className="ledger__n num">
              <b>
                <bdi dir="ltr">
                  {entry.change < 0 ? '−' : '+'}
                  {amount(entry, entry.change)}
                </bdi>
              </b>
              <span className="small muted">
                {phrase('portal-wallet.balance', { left: amount(entry, entry.balance) })}
              </span>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
