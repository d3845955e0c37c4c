import { RadioField, useSpeech } from '../../../../kit/plain/index.ts';
import { formatInstant, instant } from '../../../../domain/kernel/instant.ts';
import { dayAt, wallTime, type Zone } from '../../../../domain/kernel/zone.ts';
import type { LocationHere } from '../../data/here.tsx';
import { now } from '../../data/now.ts';
import { LocalTimeField } from '../../pieces/local-time-field.tsx';

export interface WhenProps {
  readonly place: LocationHere;
  /** When it shall be in force, RFC 3339; undefined: now. */
  readonly when: string | undefined;
  readonly onWhen: (when: string | undefined) => void;
  /** Tells the fields of two of them apart. */
  readonly name?: string;
}

const DAYS_AHEAD = 7;
const MORNING = 6 * 60;

/** False for a time that has passed. */
export const isToCome = (when: string | undefined): boolean => when === undefined || Date.parse(when) > now();

/** Now, or at a time of the place. */
export function WhenField({ place, when, onWhen, name = 'when' }: WhenProps) {
  const { phrase, formats } = useSpeech();
  const zone = place.timeZone as Zone;
  const soon = wallTime(dayAt(instant(now() + DAYS_AHEAD * 86_400_000), zone), MORNING, zone);
  return (
    <div className="stack stack--8">
      <RadioField
        label={phrase('admin-access.when')}
        name={name}
        value={when === undefined ? 'now' : 'later'}
        onValue={(value) => onWhen(value === 'now' ? undefined : formatInstant(soon))}
        options={[
          { value: 'now', label: phrase('admin-access.now') },
          {
            value: 'later',
            label: phrase('admin-access.laterSuchAs', {
              time: formats.at(formatInstant(soon), zone, 'dated'), given: when === undefined ? 'no' : 'yes',
            }),
          },
        ]}
      />
      {when === undefined ? null : (
        <LocalTimeField
          label={phrase('admin-access.at')}
          name={`${name}-at`}
          zone={zone}
          value={when}
          help={phrase('admin-access.zone', { zone: place.timeZone })}
          error={isToCome(when) ? undefined : phrase('admin-access.past')}
          onValue={(value) => value !== '' && onWhen(value)}
        />
      )}
    </div>
  );
}
