import type { Frame } from '../frame/view.ts';
import type { Grant } from '../readers.ts';

/** The two things most likely to be used next: how much is left, until when. */
export function GrantStrip({ frame, grants }: { frame: Frame; grants: readonly Grant[] }) {
  return (
    <section
      className={grants.length === 1 ? 'p-card strip strip--one' : 'p-card strip'}
      aria-label={frame.phrase('portal-wallet.left')}
    >
      {grants.slice(0, 2).map((grant) => (
        <a key={grant.id} href={frame.link('wallet')}>
          <span className="muted small">
            <bdi>{grant.name}</bdi>
          </span>
          <b className="num">{leftText(frame, grant)}</b>
          <Meter grant={grant} label={leftText(frame, grant)} />
          <span className="muted small">{lastDayText(frame, grant)}</span>
        </a>
      ))}
    </section>
  );
}

export const Meter = ({ grant, label }: { grant: Grant; label: string }) =>
  grant.granted > 0 ? (
    <progress className="meter" value={grant.left} max={grant.granted} aria-label={label} />
  ) : null;

export const leftText = ({ phrase, format }: Frame, grant: Grant): string =>
  grant.kind === 'time' || grant.kind === 'credit'
    ? format.minutes(grant.left)
    : phrase('portal-wallet.passesLeft', { count: grant.left });

export function lastDayText({ phrase, format }: Frame, grant: Grant): string {
  if (grant.paused) {
    return grant.pausedUntilDay === null
      ? phrase('portal-wallet.paused')
      : phrase('portal-wallet.pausedUntil', { day: format.shortDay(grant.pausedUntilDay) });
  }
  return grant.useByDay === null
    ? phrase('portal-wallet.noEnd')
    : phrase('portal-wallet.useBy', { day: format.shortDay(grant.useByDay) });
}
