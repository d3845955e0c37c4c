import {
  Banner,
  Icon,
  icons,
  RadioField,
  Rail,
  RailPart,
  TextField,
  useSpeech,
} from '../../../../kit/plain/index.ts';
import { formatInstant, instant } from '../../../../domain/kernel/instant.ts';
import { day } from '../../../../domain/kernel/day.ts';
import { minuteOfDayAt, dayAt, wallTime, type Zone } from '../../../../domain/kernel/zone.ts';
import { type LocationHere, useHere } from '../../data/here.tsx';
import { now } from '../../data/now.ts';
import { Gain } from '../../pieces/gain.tsx';
import type { AccessHere, Preview } from './use-access.ts';

export interface BeforePublishingProps {
  readonly access: AccessHere;
  readonly place: LocationHere;
  /** When it shall be in force, RFC 3339; undefined: now. */
  readonly when: string | undefined;
  readonly onWhen: (when: string | undefined) => void;
}

/** Who would gain and lose what, before anything is live. */
export function BeforePublishing({ access, place, when, onWhen }: BeforePublishingProps) {
  const { phrase } = useSpeech();
  const { me } = useHere();
  const changed = (access.preview.data?.sections ?? []).filter((one) => access.changed.includes(one.section));
  const checks = access.preview.data?.checks ?? [];
  const elsewhere = checks.filter((check) => !access.changed.includes(check.section));
  return (
    <Rail label={phrase('admin-access.before')}>
      <RailPart title={phrase('admin-access.before')}>
        <p className="muted small">
          {phrase(access.changed.length === 0 ? 'admin-access.nothingChanged' : 'admin-access.notLive', {
            name: place.name,
          })}
        </p>
        {me.may('portal.publish', place.id) ? null : (
          <p className="muted small" id="access-read-only">
            {phrase('admin-access.readOnly', { permission: 'portal.publish' })}
          </p>
        )}
        {elsewhere.map((check) => (
          <Check key={check.code} of={check} access={access} />
        ))}
      </RailPart>
      {changed.map((one) => (
        <Change
          key={one.section}
          of={one}
          access={access}
          checks={checks.filter((check) => check.section === one.section)}
        />
      ))}
      {access.changed.length === 0 ? null : <When place={place} when={when} onWhen={onWhen} />}
    </Rail>
  );
}

type Section = Preview['sections'][number];
type Found = Preview['checks'][number];

function Change({ of, access, checks }: { of: Section; access: AccessHere; checks: readonly Found[] }) {
  const { phrase } = useSpeech();
  const before = access.own[of.section] ?? null;
  const after = access.wished[of.section] ?? null;
  return (
    <div>
      <h3>{phrase(`admin-access.sections.${of.section}`)}</h3>
      <p className="shift">
        <span>{phrase(`admin-access.levels.${before ?? 'inherited'}`)}</span>
        <Icon of={icons.arrow} size={14} flip />
        <b>{phrase(`admin-access.levels.${after ?? 'inherited'}`)}</b>
      </p>
      <dl className="gain">
        <dt>{phrase('admin-access.loseIt')}</dt>
        <dd>
          <Gain people={of.loses} visitors={of.visitors === 'lose'} onWho={access.who(of.section, 'loses')} />
        </dd>
        <dt>{phrase('admin-access.gainIt')}</dt>
        <dd>
          <Gain people={of.gains} visitors={of.visitors === 'gain'} onWho={access.who(of.section, 'gains')} />
        </dd>
      </dl>
      {checks.map((check) => (
        <Check key={check.code} of={check} access={access} />
      ))}
    </div>
  );
}

function Check({ of, access }: { of: Found; access: AccessHere }) {
  const { phrase } = useSpeech();
  const { hrefTo } = useHere();
  const { use } = of;
  const settings = `settings/locations/${access.place.id}/people`;
  const way = use === undefined ? { label: phrase('admin-access.openSetting'), href: hrefTo(settings) }
    : {
      label: phrase('admin-access.use', { level: phrase(`admin-access.levels.${use}`) }),
      onGo: () => access.set(of.section, use),
    };
  return (
    <Banner tone="soon" way={way}>
      {phrase(`admin-access.checks.${of.code}`)}
    </Banner>
  );
}

const DAYS_AHEAD = 7;

function When({ place, when, onWhen }: Pick<BeforePublishingProps, 'place' | 'when' | 'onWhen'>) {
  const { phrase } = useSpeech();
  const zone = place.timeZone as Zone;
  const local = when === undefined ? undefined : localText(Date.parse(when), zone);
  const soon = () => {
    const at = instant(now() + DAYS_AHEAD * 86_400_000);
    onWhen(formatInstant(wallTime(dayAt(at, zone), 6 * 60, zone)));
  };
  return (
    <div className="stack stack--8">
      <RadioField
        label={phrase('admin-access.when')}
        name="when"
        value={when === undefined ? 'now' : 'later'}
        onValue={(value) => (value === 'now' ? onWhen(undefined) : soon())}
        options={[
          { value: 'now', label: phrase('admin-access.now') },
          { value: 'later', label: phrase('admin-access.later') },
        ]}
      />
      {local === undefined ? null : (
        <TextField
          label={phrase('admin-access.at')}
          name="at"
          type="datetime-local"
          value={local}
          help={phrase('admin-access.zone', { zone: place.timeZone })}
          onValue={(text) => {
            const [date, time] = text.split('T');
            if (!date || !time) return;
            const minute = Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
            onWhen(formatInstant(wallTime(day(date), minute, zone)));
          }}
        />
      )}
    </div>
  );
}

/** As a field for local times wants it: 2026-12-07T06:00. */
function localText(at: number, zone: Zone): string {
  const minute = minuteOfDayAt(instant(at), zone);
  const two = (of: number) => String(of).padStart(2, '0');
  return `${dayAt(instant(at), zone)}T${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
}
