import { alert, check, lock, mail, ticket } from '../../../../kit/plain/icon/shapes.generated.ts';
import { Icon } from '../../../../kit/plain/icon/icon.tsx';
import { Layers } from '../../parts/why.tsx';
import { leftText, lastDayText } from '../../parts/grant-strip.tsx';
import { perCycle } from '../../parts/plan-card.tsx';
import { RowLink } from '../../parts/row-link.tsx';
import type { ClosedFacts, MessageFacts } from '../facts.ts';
import type { Frame } from '../../frame/view.ts';
import type { PageParts } from '../page-parts.ts';

/** A section that is not for this visitor: why, and the way forward. */
export function Closed({ frame, facts }: { frame: Frame; facts: ClosedFacts }): PageParts {
  const { phrase, link, place } = frame;
  return {
    airy: true,
    main: (
      <>
        <div className="closed" data-verdict="locked">
          <span className="verdict__mark">
            <Icon of={lock} size={20} />
          </span>
          <h1>{facts.heading}</h1>
          <p className="muted">{facts.text}</p>
        </div>
        {facts.why.length > 0 && <Layers layers={facts.why} label={phrase('portal-closed.why')} boxed />}
        {facts.offer !== null && <Offer frame={frame} offer={facts.offer} />}
        {facts.act !== null && (
          <p className="p-acts">
            <a className="btn btn--primary btn--block" href={facts.act.href}>
              {facts.act.label}
            </a>
          </p>
        )}
        {facts.remind !== null && (
          <p className="p-acts">
            <a className="btn btn--quiet btn--block" href={facts.remind.href}>
              {facts.remind.label}
            </a>
          </p>
        )}
        {(facts.grants.length > 0 || place.email !== '') && (
          <section aria-labelledby="still">
            <h2 id="still">{phrase('portal-closed.still')}</h2>
            <ul className="p-list">
              {facts.grants.map((grant) => (
                <RowLink
                  key={grant.id}
                  shape={ticket}
                  href={link('wallet')}
                  title={<bdi>{grant.name}</bdi>}
                  text={`${leftText(frame, grant)} · ${lastDayText(frame, grant)}`}
                />
              ))}
              {place.email !== '' && (
                <RowLink
                  shape={mail}
                  href={`mailto:${place.email}`}
                  title={phrase('portal-closed.ask')}
                  text={<bdi>{place.email}</bdi>}
                />
              )}
            </ul>
          </section>
        )}
      </>
    ),
  };
}

function Offer({ frame, offer }: { frame: Frame; offer: NonNullable<ClosedFacts['offer']> }) {
  const { phrase, format, link } = frame;
  return (
    <section className="p-card offer" aria-labelledby="offer">
      <div className="row">
        <h2 id="offer">
          <bdi>{offer.name}</bdi>
        </h2>
        <span className="muted small push">{phrase('portal-closed.opens')}</span>
      </div>
      <p className="offer__price num">
        <b>{format.money(offer.price)}</b> <span className="muted">{perCycle(frame, offer)}</span>
      </p>
      {offer.includes.length > 0 && <p className="small muted">{offer.includes.slice(0, 2).join(' · ')}</p>}
      <a className="btn btn--primary btn--block" href={link('plans')}>
        {phrase('portal-plans.see')}
      </a>
    </section>
  );
}

const icons = { mail, check, alert };

/** One sentence and where to go on. */
export const Message = ({ facts }: { frame: Frame; facts: MessageFacts }): PageParts => ({
  airy: true,
  main: (
    <div className="closed" data-verdict={facts.icon === 'alert' ? 'deny' : 'allow'} role="status">
      <span className="verdict__mark">
        <Icon of={icons[facts.icon]} size={20} />
      </span>
      <h1>{facts.heading}</h1>
      <p className="muted">{facts.text}</p>
      {facts.act !== null && (
        <p className="p-acts">
          <a className="btn btn--primary" href={facts.act.href}>
            {facts.act.label}
          </a>
        </p>
      )}
    </div>
  ),
});

export const NotFound = ({ frame }: { frame: Frame }): PageParts =>
  message(frame, 'notFound', frame.link('home'));
export const StaffOnly = ({ frame }: { frame: Frame }): PageParts => message(frame, 'staffOnly', '/admin');

const message = (frame: Frame, key: 'notFound' | 'staffOnly', href: string): PageParts =>
  Message({
    frame,
    facts: {
      icon: 'alert',
      heading: frame.phrase(`portal-frame.${key}.title`),
      text: frame.phrase(`portal-frame.${key}.text`),
      act: { label: frame.phrase(`portal-frame.${key}.act`), href },
    },
  });
