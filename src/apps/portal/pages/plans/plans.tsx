import { alert, mail } from '../../../../kit/plain/icon/shapes.generated.ts';
import { Icon } from '../../../../kit/plain/icon/icon.tsx';
import { Empty } from '../../parts/empty.tsx';
import { PlanCard } from '../../parts/plan-card.tsx';
import { RowLink } from '../../parts/row-link.tsx';
import type { Facts } from '../facts.ts';
import type { Frame } from '../../frame/view.ts';
import type { PageParts } from '../page-parts.ts';

/** What one can take here, side by side. */
export function Plans({ frame, facts }: { frame: Frame; facts: Facts['plans'] }): PageParts {
  const { phrase, link, place, visitor } = frame;
  return {
    airy: true,
    main: (
      <>
        <div className="hello">
          <h1>{phrase('portal-plans.title')}</h1>
          <p className="muted">{phrase('portal-plans.text')}</p>
        </div>
        {facts.refusal !== null && (
          <div className="banner p-banner" data-refusal="">
            <Icon of={alert} size={20} />
            <p>
              {facts.refusal}
              {facts.remind !== null && <>{' '}<a href={facts.remind.href}>{facts.remind.label}</a></>}
            </p>
          </div>
        )}
        {facts.offers.length === 0 ? (
          <Empty
            text={phrase('portal-plans.none')}
            act={
              place.email === ''
                ? null
                : { label: phrase('portal-plans.ask'), href: `mailto:${place.email}` }
            }
          />
        ) : (
          <ul className="p-grid">
            {facts.offers.map((offer) => (
              <li key={offer.id}>
                <PlanCard frame={frame} offer={offer} />
              </li>
            ))}
          </ul>
        )}
        {facts.offers.length > 0 && (
          <section aria-labelledby="take">
            <h2 id="take" className="p-h2">
              {phrase('portal-plans.how')}
            </h2>
            <p className="muted">
              {phrase(visitor === null ? 'portal-plans.howText' : 'portal-plans.howTextIn')}
            </p>
            <ul className="p-list">
              {place.email !== '' && (
                <RowLink
                  shape={mail}
                  title={phrase('portal-plans.ask')}
                  text={<bdi>{place.email}</bdi>}
                  href={`mailto:${place.email}`}
                />
              )}
            </ul>
            {visitor === null && frame.accountEmail === null && place.accountsOpen && (
              <p className="p-acts">
                <a className="btn btn--primary" href={link('openAccount')}>
                  {phrase('portal-home.public.openAccount')}
                </a>
              </p>
            )}
          </section>
        )}
      </>
    ),
  };
}
