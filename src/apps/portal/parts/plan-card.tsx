import type { Frame } from '../frame/view.ts';
import type { PlanOffer } from '../readers.ts';

/** A plan: the whole price first, then what it gives. */
export function PlanCard({
  frame,
  offer,
  short = false,
}: {
  frame: Frame;
  offer: PlanOffer;
  short?: boolean;
}) {
  const { phrase, format } = frame;
  const Heading = short ? 'h3' : 'h2';
  return (
    <article
      className={offer.mine ? 'p-card offer' : 'p-card offer offer--plain'}
      aria-labelledby={offer.id}
    >
      <div className="row">
        <Heading id={offer.id}>
          <bdi>{offer.name}</bdi>
        </Heading>
        {offer.mine && <span className="muted small push">{phrase('portal-plans.mine')}</span>}
      </div>
      <p className="offer__price num">
        <b>{format.money(offer.price)}</b> <span className="muted">{perCycle(frame, offer)}</span>
      </p>
      {offer.description !== '' && (
        <p className="small">
          <bdi>{offer.description}</bdi>
        </p>
      )}
      {offer.includes.length > 0 && (
        <ul className="small muted offer__includes">
          {offer.includes.map((text) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
      )}
      {!short && offer.signUpFee !== null && offer.signUpFee.amount > 0 && (
        <p className="small muted">
          {phrase('portal-plans.signUpFee', { amount: format.money(offer.signUpFee) })}
        </p>
      )}
      {short && (
        <a className="btn btn--block" href={frame.link('plans')}>
          {phrase('portal-plans.see')}
        </a>
      )}
    </article>
  );
}

export const perCycle = (
  { phrase, place }: Frame,
  { every, unit }: Pick<PlanOffer, 'every' | 'unit'>,
): string => phrase(`portal-plans.per.${unit}`, { count: every, tax: place.taxName });
