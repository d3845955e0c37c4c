import type { ReactNode } from 'react';
import { lock } from '../../../../kit/plain/icon/shapes.generated.ts';
import { Effects } from '../../parts/effects.tsx';
import { Field, FormProblem } from '../../parts/form.tsx';
import { Icon } from '../../../../kit/plain/icon/icon.tsx';
import { isolate } from '../../parts/isolate.ts';
import type { ContractChangeFacts } from '../facts.ts';
import type { Frame } from '../../frame/view.ts';
import type { PageParts } from '../page-parts.ts';

interface Given {
  readonly frame: Frame;
  readonly facts: ContractChangeFacts;
}

/** Days first, then exactly what they would do, then the button that says them again. */
export function FreezeContract({ frame, facts }: Given): PageParts {
  const { phrase, link, format } = frame;
  const { contract, form, days } = facts;
  const offer = contract.acts?.freeze;
  const address = link('freezeContract', { contractId: contract.id });
  return changePage(frame, facts, {
    verb: 'freeze',
    text: phrase('portal-contracts.freeze.text'),
    days: (
      <form method="get" action={address} className="p-form" noValidate>
        <FormProblem form={form} />
        <div className="p-two">
          <Field name="from" label={phrase('portal-contracts.from')} form={form} type="date" required />
          <Field
            name="until"
            label={phrase('portal-contracts.until')}
            form={form}
            type="date"
            help={phrase('portal-contracts.untilHelp')}
          />
        </div>
        {offer?.why === null && offer.limits.length > 0 && (
          <p className="small muted">{offer.limits.join(' ')}</p>
        )}
        <Show frame={frame} />
      </form>
    ),
    confirm: days.fromDay !== null && (
      <>
        <input type="hidden" name="from" value={days.fromDay} />
        <input type="hidden" name="until" value={days.untilDay ?? ''} />
        <button className="btn btn--primary" type="submit">
          {days.untilDay === null
            ? phrase('portal-contracts.freeze.confirmOpen', { from: format.shortDay(days.fromDay) })
            : phrase('portal-contracts.freeze.confirm', {
                from: format.shortDay(days.fromDay),
                until: format.shortDay(days.untilDay),
              })}
        </button>
      </>
    ),
  });
}

export function CancelContract({ frame, facts }: Given): PageParts {
  const { phrase, link, format } = frame;
  const { contract, form, effects } = facts;
  const offer = contract.acts?.cancel;
  const address = link('cancelContract', { contractId: contract.id });
  const lastDay = effects?.lastDay ?? null;
  const voids = effects?.voids === true;
  return changePage(frame, facts, {
    verb: 'cancel',
    text:
      lastDay === null || voids
        ? phrase(voids ? 'portal-contracts.cancel.void' : 'portal-contracts.cancel.text')
        : phrase('portal-contracts.cancel.ends', { day: format.fullDay(lastDay) }),
    days: !voids && (
      <form method="get" action={address} className="p-form" noValidate>
        <FormProblem form={form} />
        <Field
          name="last"
          label={phrase('portal-contracts.lastDay')}
          form={form}
          type="date"
          help={
            offer?.why === null
              ? phrase(`portal-contracts.cancel.because.${offer.because}`, {
                  day: format.fullDay(offer.lastDay),
                })
              : undefined
          }
        />
        <Show frame={frame} />
      </form>
    ),
    confirm: (
      <>
        <input type="hidden" name="last" value={form.values['last'] ?? ''} />
        <button className="btn btn--danger" type="submit">
          {lastDay === null || voids
            ? phrase('portal-contracts.cancel.act')
            : phrase('portal-contracts.cancel.confirm', { day: format.shortDay(lastDay) })}
        </button>
      </>
    ),
  });
}

/** Ends a freeze, or takes back one that has not begun. */
export function ResumeContract({ frame, facts }: Given): PageParts {
  const { phrase, format } = frame;
  const { contract } = facts;
  const ahead = contract.frozen === null ? contract.freezeAhead : null;
  return changePage(frame, facts, {
    verb: ahead === null ? 'resume' : 'takeBack',
    text:
      ahead === null
        ? phrase('portal-contracts.resume.text')
        : phrase('portal-contracts.takeBack.text', { day: format.shortDay(ahead.fromDay) }),
    days: false,
    confirm: (
      <button className="btn btn--primary" type="submit">
        {phrase(ahead === null ? 'portal-home.resume' : 'portal-contracts.takeBack.act')}
      </button>
    ),
  });
}

interface Change {
  readonly verb: 'freeze' | 'cancel' | 'resume' | 'takeBack';
  readonly text: string;
  readonly days: ReactNode;
  readonly confirm: ReactNode;
}

const pageOf = {
  freeze: 'freezeContract',
  cancel: 'cancelContract',
  resume: 'resumeContract',
  takeBack: 'resumeContract',
} as const;

function changePage(frame: Frame, facts: ContractChangeFacts, change: Change): PageParts {
  const { phrase, link } = frame;
  const { contract, closed, effects } = facts;
  const { verb } = change;
  const back = link('contract', { contractId: contract.id });
  return {
    airy: true,
    top: {
      back: { href: back, label: phrase('portal-contracts.one') },
      title: phrase(`portal-contracts.${verb}.title`),
      isHeading: false,
    },
    main: (
      <>
        <div className="hello">
          <h1>{phrase(`portal-contracts.${verb}.question`, { plan: isolate(contract.planName) })}</h1>
          {closed === null && <p className="muted">{change.text}</p>}
        </div>
        {closed === null ? change.days : <ClosedAct frame={frame} why={closed} />}
        {closed === null && effects !== null && (
          <Effects frame={frame} contract={contract} effects={effects} />
        )}
        <form method="post" className="p-acts" action={link(pageOf[verb], { contractId: contract.id })}>
          {closed === null && effects !== null && change.confirm}
          <a className="btn btn--quiet" href={back}>
            {phrase(`portal-contracts.${verb}.leave`)}
          </a>
        </form>
      </>
    ),
  };
}

const Show = ({ frame }: { frame: Frame }) => (
  <button className="btn" type="submit">
    {frame.phrase('portal-contracts.show')}
  </button>
);

/** Why it cannot be done here, and whom to ask. */
function ClosedAct({ frame, why }: { frame: Frame; why: string }) {
  const { phrase, place } = frame;
  return (
    <div className="banner banner--quiet p-banner">
      <Icon of={lock} size={20} />
      <p>
        {why}{' '}
        {place.email !== '' && <a href={`mailto:${place.email}`}>{phrase('portal-closed.ask')}</a>}
      </p>
    </div>
  );
}
