import { useState } from 'react';
import { desk, undo, wallet, info } from '../../../../kit/plain/icon/shapes.generated.ts';
import { Icon } from '../../../../kit/plain/icon/icon.tsx';
import { Pick } from '../book/book.tsx';
import { usePage } from '../use-page.ts';
import { Why, type WhyProps } from '../../parts/why.tsx';

interface Step {
  readonly label: string;
  readonly basis: string;
  readonly amount: string;
  readonly less: boolean;
}
interface Fact {
  readonly icon: 'undo' | 'wallet' | 'desk' | 'info';
  readonly title: string;
  readonly text: string;
}

/** The whole review in words. `why` stands where the booking is refused, `quote` where it is not. */
export interface ReviewProps {
  readonly room: string;
  readonly when: string;
  readonly zone: string;
  readonly pickers: Parameters<typeof Pick>[0]['picker'][];
  readonly problem: {
    readonly text: string;
    readonly links: readonly { readonly label: string; readonly href: string }[];
  } | null;
  readonly why: WhyProps | null;
  readonly quote: {
    readonly title: string;
    readonly steps: readonly Step[];
    readonly totalLabel: string;
    readonly total: string;
    readonly facts: readonly Fact[];
  } | null;
  readonly confirm: {
    readonly action: string;
    readonly label: string;
    readonly note: string;
    readonly busy: string;
    readonly fields: readonly { readonly name: string; readonly value: string }[];
  } | null;
  readonly back: { readonly label: string; readonly href: string };
  readonly loading: string;
}

const icons = { undo, wallet, desk, info };

/** What it costs, what is left, until when it can be undone; then one button with the amount on it. */
export function Review(first: ReviewProps) {
  const { props, busy, follow } = usePage(first);
  return (
    <div className="review" aria-busy={busy} onClick={follow}>
      <p className="sr" role="status">
        {busy ? props.loading : ''}
      </p>
      <div className="hello">
        <h1>
          <bdi>{props.room}</bdi>
        </h1>
        <p className="num">
          {props.when} <span className="muted">{props.zone}</span>
        </p>
      </div>
      {props.problem !== null && (
        <div className="banner banner--soon p-banner" role="alert">
          <Icon of={info} size={20} />
          <p>
            {props.problem.text}{' '}
            {props.problem.links.map((link) => (
              <a key={link.href} href={link.href} data-stay>
                {link.label}
              </a>
            ))}
          </p>
        </div>
      )}
      <div className="row wrap filters">
        {props.pickers.map((picker) => (
          <Pick key={picker.id} picker={picker} />
        ))}
      </div>
      {props.why !== null && <Why {...props.why} />}
      {props.quote !== null && <Cost quote={props.quote} />}
      {props.confirm === null ? (
        <a className="btn btn--block" href={props.back.href}>
          {props.back.label}
        </a>
      ) : (
        <Confirm confirm={props.confirm} waiting={busy} />
      )}
    </div>
  );
}

function Cost({ quote }: { quote: NonNullable<ReviewProps['quote']> }) {
  return (
    <>
      <section className="p-card" aria-labelledby="price">
        <h2 id="price" className="mb12">
          {quote.title}
        </h2>
        <dl className="quote">
          {quote.steps.map((step) => [
            <dt key={`${step.label}-of`}>
              {step.label}
              {step.basis !== '' && <small>{step.basis}</small>}
            </dt>,
            <dd key={step.label}>{step.less ? <bdi dir="ltr">{step.amount}</bdi> : step.amount}</dd>,
          ])}
          <dt className="total rule-above">{quote.totalLabel}</dt>
          <dd className="total rule-above">{quote.total}</dd>
        </dl>
      </section>
      <ul className="p-list tight">
        {quote.facts.map((fact) => (
          <li key={fact.title}>
            <div className="p-link">
              <span className="p-icon">
                <Icon of={icons[fact.icon]} size={20} />
              </span>
              <span className="two">
                <b className="num">{fact.title}</b>
                <span className="num">{fact.text}</span>
              </span>
            </div>
          </li>
        ))}
      </ul>
    </>
  );
}

function Confirm({ confirm, waiting }: { confirm: NonNullable<ReviewProps['confirm']>; waiting: boolean }) {
  const [sent, setSent] = useState(false);
  return (
    <form className="p-foot" method="post" action={confirm.action} onSubmit={() => setSent(true)}>
      {confirm.fields.map(({ name, value }) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <button
        className="btn btn--primary btn--block num"
        type="submit"
        aria-busy={sent || waiting}
        aria-disabled={sent || waiting}
      >
        {sent ? confirm.busy : confirm.label}
      </button>
      <p className="muted small center">{confirm.note}</p>
    </form>
  );
}
