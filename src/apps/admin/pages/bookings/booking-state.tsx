import { icons, type Tone, ToneBadge, useSpeech } from '../../../../kit/plain/index.ts';
import type { BookingRow } from './calendar/use-calendar.ts';

const looks: Record<BookingRow['state'], readonly [Tone, typeof icons.check]> = {
  requested: ['soon', icons.hourglass],
  tentative: ['soon', icons.hourglass],
  confirmed: ['scheduled', icons.check],
  checkedIn: ['active', icons.check],
  completed: ['quiet', icons.check],
  noShow: ['alert', icons.alert],
  cancelled: ['quiet', icons.x],
  rejected: ['quiet', icons.x],
};

/** Where a booking stands, in the words of the glossary. */
export function BookingState({ state, small = false }: { state: BookingRow['state']; small?: boolean }) {
  const { phrase } = useSpeech();
  const [tone, icon] = looks[state];
  return (
    <ToneBadge tone={tone} icon={icon} small={small}>
      {phrase(`admin-calendar.state.${state}`)}
    </ToneBadge>
  );
}
