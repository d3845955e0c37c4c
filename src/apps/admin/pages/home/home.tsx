import { useSpeech } from '../../../../kit/plain/index.ts';
import { useHere } from '../../data/here.tsx';
import { Page } from '../../frame/page.tsx';
import { Arrivals } from './arrivals.tsx';
import { openState, type OpenState } from './day.ts';
import { Ending } from './ending.tsx';
import { NeedsYou } from './needs-you.tsx';
import { NowStrip } from './now-strip.tsx';
import { RoomsNow } from './rooms-now.tsx';
import { useDay } from './use-day.ts';

/** The day at a glance: what is now, who comes, what waits for a person, which rooms are taken. */
export function Home() {
  const { formats } = useSpeech();
  const { may } = useHere();
  const { day } = useDay();
  return (
    <Page title={formats.day(day, 'heading')} note={<Clock />}>
      <NowStrip />
      <div className="two-col two-col--even">
        {may('bookings.read') ? <Arrivals /> : null}
        <NeedsYou />
        {may('bookings.read') ? <RoomsNow /> : null}
        {may('contracts.read') ? <Ending /> : null}
      </div>
    </Page>
  );
}

function Clock() {
  const { phrase, formats } = useSpeech();
  const { location } = useHere();
  const { now, zone } = useDay();
  const time = phrase('admin-home.clock', {
    time: formats.time(now, zone),
    zone: formats.zoneName(now, zone),
  });
  if (location === undefined) return <>{time}</>;
  const state = openState(location.openingHours, location.closures, now as never, zone);
  return (
    <>
      {time} <span aria-hidden="true">·</span> <Open state={state} />
    </>
  );
}

function Open({ state }: { state: OpenState }) {
  const { phrase } = useSpeech();
  if (state.is === 'open') return <>{phrase('admin-home.openUntil', { time: wall(state.untilMinute) })}</>;
  if (state.is === 'opensLater') return <>{phrase('admin-home.opensAt', { time: wall(state.fromMinute) })}</>;
  return <>{phrase(state.is === 'always' ? 'admin-home.alwaysOpen' : 'admin-home.closed')}</>;
}

/** What a clock on the wall shows: 1200 is 20:00, 1440 is 24:00. */
const wall = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
