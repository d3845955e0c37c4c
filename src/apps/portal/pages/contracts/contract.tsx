import { snow } from '../../../../kit/plain/icon/shapes.generated.ts';
import { ContractBadge } from '../../parts/contract-rows.tsx';
import { FormProblem } from '../../parts/form.tsx';
import { Icon } from '../../../../kit/plain/icon/icon.tsx';
import { perCycle } from '../../parts/plan-card.tsx';
import type { ContractView } from '../../readers.ts';
import type { Facts } from '../facts.ts';
import type { Frame } from '../../frame/view.ts';
import type { PageParts } from '../page-parts.ts';

/** One agreement: its state, its dates, its price. */
export function Contract({ frame, facts }: { frame: Frame; facts: Facts['contract'] }): PageParts {
  const { phrase, link, place } = frame;
  const { contract } = facts;
  return {
    airy: true,
    top: {
      back: { href: link('me'), label: phrase('portal-me.title') },
      title: phrase('portal-contracts.one'),
      isHeading: false,
    },
    main: (
      <>
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
        {place.email !== '' && (
          <p className="small muted">
            {phrase('portal-contracts.change')}{' '}
            <a className="link" href={`mailto:${place.email}`}>
              <bdi>{place.email}</bdi>
            </a>
          </p>
        )}
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

/** What resuming does, before it is done. */
export function ResumeContract({
  frame,
  facts,
}: {
  frame: Frame;
  facts: Facts['resumeContract'];
}): PageParts {
  const { phrase, link } = frame;
  const { contract, problem } = facts;
  const back = link('contract', { contractId: contract.id });
  return {
    airy: true,
    top: {
      back: { href: back, label: phrase('portal-contracts.one') },
      title: phrase('portal-contracts.resumeTitle'),
      isHeading: false,
    },
    main: (
      <>
        <FormProblem form={{ values: {}, errors: {}, problem }} />
        <div className="hello">
          <h1>{phrase('portal-contracts.resumeQuestion', { plan: `\u2068${contract.planName}\u2069` })}</h1>
        </div>
        <section className="p-card" aria-labelledby="effect">
          <h2 id="effect" className="mb12">
            {phrase('portal-bookings.effect')}
          </h2>
          <ul className="effects">
            <li>{phrase('portal-contracts.resumeBack')}</li>
            <li>{phrase('portal-contracts.resumeBill')}</li>
          </ul>
        </section>
        <form method="post" className="p-acts" action={link('resumeContract', { contractId: contract.id })}>
          {contract.frozen?.mayResume === true && (
            <button className="btn btn--primary" type="submit">
              {phrase('portal-home.resume')}
            </button>
          )}
          <a className="btn btn--quiet" href={back}>
            {phrase('portal-contracts.keepFrozen')}
          </a>
        </form>
      </>
    ),
  };
}
