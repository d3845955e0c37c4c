import { clock, mail, phone, pin } from '../../../../kit/plain/icon/shapes.generated.ts';
import { isolate } from '../../parts/isolate.ts';
import { openText } from '../../parts/open-text.ts';
import { PlanCard } from '../../parts/plan-card.tsx';
import { RowLink } from '../../parts/row-link.tsx';
import type { Frame } from '../../frame/view.ts';
import type { PageParts } from '../page-parts.ts';
import type { PublicHomeFacts } from '../facts.ts';

/** For whoever comes by: what this is, what it costs, how to begin. */
export function PublicHome({ frame, facts }: { frame: Frame; facts: PublicHomeFacts }): PageParts {
  const { phrase, link, place } = frame;
  return {
    airy: true,
    main: (
      <>
        <div className="hello">
          <h1>{phrase('portal-home.public.title', { place: isolate(place.name) })}</h1>
          <p>{phrase('portal-home.public.text')}</p>
        </div>
        <div className="p-acts">
          {facts.offers.length > 0 ? (
            <a className="btn btn--primary" href={link('plans')}>
              {phrase('portal-home.plans')}
            </a>
          ) : (
            facts.mayBook && (
              <a className="btn btn--primary" href={link('book')}>
                {phrase('portal-home.book')}
              </a>
            )
          )}
          {facts.mayOpenAccount && (
            <a className="btn" href={link('openAccount')}>
              {phrase('portal-home.public.openAccount')}
            </a>
          )}
        </div>
        {facts.offers.length > 0 && (
          <section aria-labelledby="offers">
            <h2 id="offers" className="p-h2">
              {phrase('portal-home.public.plansFrom')}
            </h2>
            <ul className="p-grid">
              {facts.offers.map((offer) => (
                <li key={offer.id}>
                  <PlanCard frame={frame} offer={offer} short />
                </li>
              ))}
            </ul>
          </section>
        )}
      </>
    ),
    side: <Visit frame={frame} facts={facts} />,
  };
}

function Visit({ frame, facts }: { frame: Frame; facts: PublicHomeFacts }) {
  const { phrase, place } = frame;
  return (
    <section aria-labelledby="visit">
      <h2 id="visit" className="p-h2">
        {phrase('portal-home.public.visit')}
      </h2>
      <ul className="p-list tight">
        <RowLink
          shape={clock}
          title={openText(frame, facts.open, null)}
          text={phrase('portal-home.public.hours')}
        />
        {place.address !== '' && (
          <RowLink
            shape={pin}
            title={<bdi>{place.address}</bdi>}
            text={phrase('portal-home.public.address')}
          />
        )}
        {place.email !== '' && (
          <RowLink
            shape={mail}
            title={<bdi>{place.email}</bdi>}
            text={phrase('portal-home.public.email')}
            href={`mailto:${place.email}`}
          />
        )}
        {place.phone !== '' && (
          <RowLink
            shape={phone}
            title={<bdi dir="ltr">{place.phone}</bdi>}
            text={phrase('portal-home.public.phone')}
            href={`tel:${place.phone}`}
          />
        )}
      </ul>
    </section>
  );
}
