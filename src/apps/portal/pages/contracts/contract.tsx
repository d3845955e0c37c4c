import { lock, mail, refresh, snow, undo, x } from '../../../../kit/plain/icon/shapes.generated.ts';
import { ContractBadge } from '../../parts/contract-rows.tsx';
import { FormProblem } from '../../parts/form.tsx';
import { Icon } from '../../../../kit/plain/icon/icon.tsx';
import { perCycle } from '../../parts/plan-card.tsx';
import type { ContractView } from '../../readers.ts';
import { isolate } from '../../parts/isolate.ts';
import { RowLink } from '../../parts/row-link.tsx';
import type { Facts } from '../facts.ts';
import type { Frame } from '../../frame/view.ts';
import type { PageParts } from '../page-parts.ts';

/** One agreement: its state, its dates, its price. */
export function Contract({ frame, facts }: { frame: Frame; facts: Facts['contract'] }): PageParts {
  const { phrase, link } = frame;
  const { contract, problem } = facts;
  return {
    airy: true,
    top: {
      back: { href: link('me'), label: phrase('portal-me.title') },
      title: phrase('portal-contracts.one'),
      isHeading: false,
    },
    main: (
      <>
        <FormProblem form={{ values: {}, errors: {}, problem }} />
        <div className="hello">
          <h1>
            <bdi>{contract.planName}</bdi>
          </h1>
          <p>
            <ContractBadge frame={frame} contract={contract} />
          </p>
        </div>
        {contract.frozen !== null && <Frozen frame={frame} contract={contract} />}
        <dl className="p-defs">
          {rowsOf(frame, contract).map(([term, text]) => [
            <dt key={term}>{term}</dt>,
            <dd key={`${term} of`} className="num">
              {text}
            </dd>,
          ])}
        </dl>
        <Acts frame={frame} contract={contract} />
      </>
    ),
  };
}

function rowsOf(frame: Frame, contract: ContractView): readonly (readonly [string, string])[] {
  const { phrase, format } = frame;
  const rows: [string, string][] = [
    [phrase('portal-contracts.price'), `${format.money(contract.price)} ${perCycle(frame, contract)}`],
    [phrase('portal-contracts.place'), contract.locationName],
    [phrase('portal-contracts.since'), format.fullDay(contract.startDay)],
  ];
  if (contract.minimumTermLastDay !== null)
    rows.push([phrase('portal-contracts.minimumTerm'), format.fullDay(contract.minimumTermLastDay)]);
  if (contract.lastDay !== null)
    rows.push([phrase('portal-contracts.lastDay'), format.fullDay(contract.lastDay)]);
  if (contract.nextBillDay !== null)
    rows.push([phrase('portal-contracts.nextBill'), format.fullDay(contract.nextBillDay)]);
  if (contract.nextPlanName !== null)
    rows.push([phrase('portal-contracts.nextPlan'), contract.nextPlanName]);
  return rows;
}

function Frozen({ frame, contract }: { frame: Frame; contract: ContractView }) {
  const { phrase, format, link } = frame;
  const until = contract.frozen?.untilDay ?? null;
  return (
    <div className="banner banner--frozen p-banner">
      <Icon of={snow} size={20} />
      <p>
        {until === null
          ? phrase('portal-contracts.frozen')
          : phrase('portal-contracts.frozenUntil', { day: format.shortDay(until) })}{' '}
        {contract.frozen?.mayResume === true && (
          <a href={link('resumeContract', { contractId: contract.id })}>{phrase('portal-home.resume')}</a>
        )}
      </p>
    </div>
  );
}

/** What one may do by oneself; what not says why, and whom to ask. */
function Acts({ frame, contract }: { frame: Frame; contract: ContractView }) {
  const { phrase, link, place } = frame;
  const { acts, freezeAhead, frozen } = contract;
  const one = { contractId: contract.id };
  return (
    <ul className="p-list">
      {acts !== null && freezeAhead !== null && frozen === null && (
        <FreezeAhead frame={frame} contract={contract} />
      )}
      {acts !== null && frozen === null && (
        <Act
          shape={snow}
          why={acts.freeze.why}
          title={phrase('portal-contracts.freeze.act')}
          text={phrase('portal-contracts.freeze.actText')}
          href={link('freezeContract', one)}
        />
      )}
      {acts?.keep === true && <Keep frame={frame} contract={contract} />}
      {acts !== null && contract.lastDay === null && (
        <Act
          shape={x}
          why={acts.cancel.why}
          title={phrase('portal-contracts.cancel.act')}
          text={phrase('portal-contracts.cancel.actText')}
          href={link('cancelContract', one)}
        />
      )}
      {place.email !== '' && (
        <RowLink
          shape={mail}
          title={phrase('portal-contracts.change')}
          text={<bdi>{place.email}</bdi>}
          href={`mailto:${place.email}`}
        />
      )}
    </ul>
  );
}

const Act = ({ why, shape, text, href, title }: ActProps) =>
  why === null ? (
    <RowLink shape={shape} title={title} text={text} href={href} />
  ) : (
    <RowLink shape={lock} title={title} text={why} />
  );
interface ActProps {
  readonly shape: typeof lock;
  readonly why: string | null;
  readonly title: string;
  readonly text: string;
  readonly href: string;
}

function FreezeAhead({ frame, contract }: { frame: Frame; contract: ContractView }) {
  const { phrase, format, link } = frame;
  const { fromDay, untilDay } = contract.freezeAhead ?? { fromDay: contract.startDay, untilDay: null };
  const from = format.shortDay(fromDay);
  return (
    <RowLink
      shape={refresh}
      href={link('resumeContract', { contractId: contract.id })}
      title={
        untilDay === null
          ? phrase('portal-contracts.freezesFrom', { from })
          : phrase('portal-contracts.freezesBetween', { from, until: format.shortDay(untilDay) })
      }
      text={phrase('portal-contracts.takeBack.act')}
    />
  );
}

const Keep = ({ frame, contract }: { frame: Frame; contract: ContractView }) => (
  <RowLink
    shape={undo}
    title={frame.phrase('portal-contracts.keep.title', { plan: isolate(contract.planName) })}
    text={frame.phrase('portal-contracts.keep.text')}
    end={
      <form method="post" action={frame.link('keepContract', { contractId: contract.id })}>
        <button className="btn" type="submit">
          {frame.phrase('portal-contracts.keep.act')}
        </button>
      </form>
    }
  />
);
