import {
  alert,
  calendar,
  check,
  circle,
  file,
  mail,
  pause,
  pencil,
  ticket,
  users,
} from '../../../../kit/plain/icon/shapes.generated.ts';
import { ContractRows } from '../../parts/contract-rows.tsx';
import { Icon } from '../../../../kit/plain/icon/icon.tsx';
import { isolate } from '../../parts/isolate.ts';
import { RowLink } from '../../parts/row-link.tsx';
import type { Frame } from '../../frame/view.ts';
import type { MeFacts } from '../facts.ts';
import type { PageParts } from '../page-parts.ts';

/** Everything about oneself, and the way out. */
export function Me({ frame, facts }: { frame: Frame; facts: MeFacts }): PageParts {
  const { phrase, link, visitor } = frame;
  return {
    airy: true,
    main: (
      <>
        <div className="hello">
          <h1>
            <bdi>{visitor?.name}</bdi>
          </h1>
          <p className="muted">
            <bdi>{visitor?.email}</bdi>
          </p>
          <p>
            <span
              className={visitor?.standing === 'member' ? 'badge badge--scheduled' : 'badge badge--quiet'}
            >
              <Icon of={visitor?.standing === 'member' ? check : circle} />
              {phrase(`portal-me.standing.${visitor?.standing ?? 'contact'}`)}
            </span>{' '}
            {visitor?.suspended === true && (
              <span className="badge badge--suspended">
                <Icon of={pause} />
                {phrase('portal-me.suspended')}
              </span>
            )}
          </p>
        </div>
        <Ways frame={frame} facts={facts} />
        {facts.seats.length > 0 && (
          <section aria-labelledby="seats">
            <h2 id="seats" className="p-h2">
              {phrase('portal-teams.seats')}
            </h2>
            <ul className="p-list">
              {facts.seats.map(({ contractId, planName }) => (
                <RowLink
                  key={contractId}
                  shape={ticket}
                  href={link('teams')}
                  title={phrase('portal-teams.seatOn', { plan: isolate(planName) })}
                  text={phrase('portal-teams.seatOfYours')}
                />
              ))}
            </ul>
          </section>
        )}
        {facts.contracts.length > 0 && (
          <section aria-labelledby="contracts">
            <h2 id="contracts" className="p-h2">
              {phrase('portal-contracts.title')}
            </h2>
            <ContractRows frame={frame} contracts={facts.contracts} />
          </section>
        )}
        <form method="post" action={link('signOut')}>
          <button className="btn" type="submit">
            {phrase('portal-me.signOut')}
          </button>
        </form>
      </>
    ),
  };
}

function Ways({ frame, facts }: { frame: Frame; facts: MeFacts }) {
  const { phrase, link, format, visitor } = frame;
  const [first] = facts.due;
  const overdue = facts.due.some(({ state }) => state === 'overdue');
  return (
    <ul className="p-list">
      {facts.seesInvoices && (
        <RowLink
          shape={overdue ? alert : file}
          alert={overdue}
          href={link('invoices')}
          title={phrase('portal-invoices.title')}
          text={
            first === undefined
              ? phrase('portal-me.nothingDue')
              : phrase('portal-me.due', { count: facts.due.length, day: format.shortDay(first.dueDay) })
          }
        />
      )}
      {facts.seesBookings && (
        <RowLink
          shape={calendar}
          href={link('bookings')}
          title={phrase('portal-bookings.title')}
          text={phrase('portal-home.bookingsText')}
        />
      )}
      {facts.teams.length > 0 && (
        <RowLink
          shape={users}
          href={link('teams')}
          title={phrase(facts.teams.length === 1 ? 'portal-teams.one' : 'portal-teams.title')}
          text={<bdi>{facts.teams.map(({ name }) => name).join(' · ')}</bdi>}
        />
      )}
      <RowLink
        shape={pencil}
        href={link('profile')}
        title={phrase('portal-me.profile')}
        text={phrase('portal-me.profileText')}
      />
      <RowLink
        shape={mail}
        href={link('changeEmail')}
        title={phrase('portal-me.email')}
        text={<bdi>{visitor?.email}</bdi>}
      />
    </ul>
  );
}
