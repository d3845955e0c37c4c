import { check, pause, type Shape } from '../../../kit/plain/icon/shapes.generated.ts';
import { Icon } from '../../../kit/plain/icon/icon.tsx';
import { isolate } from './isolate.ts';
import type { ContractEffects, ContractView } from '../readers.ts';
import type { Frame } from '../frame/view.ts';

/** What a change would do: what stops, what keeps working, the bookings in it, and the money. */
export function Effects({
  frame,
  contract,
  effects,
}: {
  frame: Frame;
  contract: ContractView;
  effects: ContractEffects;
}) {
  const { phrase } = frame;
  return (
    <section className="p-card does" aria-label={phrase('portal-bookings.effect')}>
      <DoesList title={phrase('portal-contracts.effects.stops')} shape={pause} texts={effects.stops} />
      <DoesList title={phrase('portal-contracts.effects.goesOn')} shape={check} texts={effects.goesOn} />
      <Bookings frame={frame} contract={contract} bookings={effects.bookings} />
      {effects.money !== null && <Money frame={frame} money={effects.money} />}
    </section>
  );
}

/** One side of it: nothing where it says nothing. */
export function DoesList({ title, shape, texts }: { title: string; shape: Shape; texts: readonly string[] }) {
  if (texts.length === 0) return null;
  return (
    <div>
      <h2>{title}</h2>
      <ul className="does__list">
        {texts.map((text) => (
          <li key={text}>
            <Icon of={shape} className="muted" />
            {text}
          </li>
        ))}
      </ul>
    </div>
  );
}

function Bookings({
  frame,
  contract,
  bookings,
}: {
  frame: Frame;
  contract: ContractView;
  bookings: ContractEffects['bookings'];
}) {
  const { phrase } = frame;
  const format = frame.formatAt(contract.locationId);
  if (bookings.length === 0) return null;
  return (
    <div>
      <h2>{phrase('portal-contracts.effects.bookings', { count: bookings.length })}</h2>
      <p className="muted small num">
        {bookings
          .slice(0, 3)
          .map(({ name, start }) => `${isolate(name)}, ${format.dayAndTime(start)}`)
          .join(' · ')}
      </p>
      <p className="muted small">{phrase('portal-contracts.effects.bookingsStand')}</p>
    </div>
  );
}

function Money({ frame, money }: { frame: Frame; money: NonNullable<ContractEffects['money']> }) {
  const { phrase, format, place } = frame;
  return (
    <div>
      <h2>{phrase('portal-contracts.effects.money')}</h2>
      {money.lines.length === 0 ? (
        <p className="muted small">{phrase('portal-contracts.effects.noMoney')}</p>
      ) : (
        <dl className="quote">
          {money.lines.map(({ text, fromDay, lastDay, amount }) => [
            <dt key={`${text}${fromDay} of`}>
              <bdi>{text}</bdi>
              {fromDay !== null && lastDay !== null && (
                <small>
                  {phrase('portal-contracts.effects.period', {
                    from: format.shortDay(fromDay),
                    last: format.shortDay(lastDay),
                  })}
                </small>
              )}
            </dt>,
            <dd key={`${text}${fromDay}`}>
              <bdi dir="ltr">{format.money(amount)}</bdi>
            </dd>,
          ])}
          <dt className="total rule-above">
            {phrase('portal-contracts.effects.sum', { tax: place.taxName })}
          </dt>
          <dd className="total rule-above">
            <bdi dir="ltr">{format.money(money.difference)}</bdi>
          </dd>
        </dl>
      )}
    </div>
  );
}
