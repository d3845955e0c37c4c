import { Button, icons, Switch, TextField, useSpeech } from '../../../../../kit/plain/index.ts';
import type { DayHours, WeekHours } from '../../../../../domain/locations/setting.ts';
import { ChoiceSetting } from '../controls.tsx';
import { minutesOf, textOf, usualWeek } from '../hours.ts';
import { Setting, SettingGroup } from '../setting.tsx';
import type { SettingsHere } from '../use-settings.ts';

/** When the location is open, and when its day ends. */
export function HoursTab({ settings }: { settings: SettingsHere }) {
  const { phrase } = useSpeech();
  if (!settings.mayRead) return null;
  const hours = settings.value('openingHours');
  return (
    <div className="two-col">
      <SettingGroup title={phrase('admin-locations.groups.hours')}>
        <Setting settings={settings} name="openingHours" wide>
          <Switch
            name="always"
            checked={hours === null}
            onCheck={(always) =>
              settings.mayChange && settings.set('openingHours', always ? null : usualWeek)
            }>
            {phrase('admin-locations.alwaysOpen')}
          </Switch>
          {hours === null ? null : (
            <WeekEditor
              hours={hours}
              mayChange={settings.mayChange}
              onChange={(next) => settings.set('openingHours', next)}
            />
          )}
        </Setting>
      </SettingGroup>
      <SettingGroup title={phrase('admin-locations.groups.dayEnd')}>
        <Setting settings={settings} name="dailyCutOffMinutes">
          <TextField
            label={phrase('admin-locations.settings.dailyCutOffMinutes.label')}
            type="time"
            name="cutOff"
            help={phrase('admin-locations.settings.dailyCutOffMinutes.help')}
            max="11:59"
            readOnly={!settings.mayChange}
            value={textOf(settings.value('dailyCutOffMinutes'))}
            onValue={(text) =>
              text !== '' && settings.set('dailyCutOffMinutes', Math.min(719, minutesOf(text)))
            }
          />
        </Setting>
        <ChoiceSetting settings={settings} name="timePassRunsOut" values={['flagStay', 'endStay']} />
      </SettingGroup>
    </div>
  );
}

const weekdays = [1, 2, 3, 4, 5, 6, 7] as const;

function WeekEditor({
  hours,
  mayChange,
  onChange,
}: {
  readonly hours: WeekHours;
  readonly mayChange: boolean;
  readonly onChange: (hours: WeekHours) => void;
}) {
  const { phrase, formats } = useSpeech();
  const set = (weekday: (typeof weekdays)[number], periods: readonly DayHours[]) =>
    onChange({ ...hours, [weekday]: periods });
  return (
    <ul className="week">
      {weekdays.map((weekday) => (
        <li key={weekday}>
          <b>{formats.weekday(weekday)}</b>
          <div className="stack stack--8">
            {hours[weekday].length === 0 ? (
              <span className="muted">{phrase('admin-locations.closed')}</span>
            ) : null}
            {hours[weekday].map((period, at) => (
              <Period
                key={at}
                of={period}
                day={formats.weekday(weekday)}
                mayChange={mayChange}
                onChange={(next) =>
                  set(
                    weekday,
                    hours[weekday].map((one, place) => (place === at ? next : one)),
                  )
                }
                onRemove={() =>
                  set(
                    weekday,
                    hours[weekday].filter((_, place) => place !== at),
                  )
                }
              />
            ))}
          </div>
          {mayChange ? (
            <Button
              small
              kind="quiet"
              icon={icons.plus}
              label={phrase('admin-locations.addHours', { day: formats.weekday(weekday) })}
              onClick={() => set(weekday, [...hours[weekday], nextPeriod(hours[weekday])])}
            />
          ) : null}
        </li>
      ))}
    </ul>
  );
}

function Period({
  of,
  day,
  mayChange,
  onChange,
  onRemove,
}: {
  readonly of: DayHours;
  readonly day: string;
  readonly mayChange: boolean;
  readonly onChange: (next: DayHours) => void;
  readonly onRemove: () => void;
}) {
  const { phrase } = useSpeech();
  const wrong = of.untilMinute <= of.fromMinute;
  const until = of.untilMinute === 1440 ? '00:00' : textOf(of.untilMinute);
  return (
    <span className="period">
      <input
        className="input"
        type="time"
        value={textOf(of.fromMinute)}
        readOnly={!mayChange}
        aria-label={phrase('admin-locations.opensOn', { day })}
        aria-invalid={wrong || undefined}
        onChange={(event) =>
          event.currentTarget.value !== '' &&
          onChange({ ...of, fromMinute: minutesOf(event.currentTarget.value) })
        }
      />
      <span aria-hidden="true">–</span>
      <input
        className="input"
        type="time"
        value={until}
        readOnly={!mayChange}
        aria-label={phrase('admin-locations.closesOn', { day })}
        aria-invalid={wrong || undefined}
        onChange={(event) =>
          event.currentTarget.value !== '' &&
          onChange({ ...of, untilMinute: minutesOf(event.currentTarget.value) || 1440 })
        }
      />
      {mayChange ? (
        <Button
          small
          kind="quiet"
          icon={icons.x}
          label={phrase('admin-locations.removeHours', { day })}
          onClick={onRemove}
        />
      ) : null}
      {wrong ? <span className="error">{phrase('admin-locations.hoursWrong')}</span> : null}
    </span>
  );
}

/** After the last period of the day, for two hours; else the usual day. */
function nextPeriod(periods: readonly DayHours[]): DayHours {
  const last = periods.at(-1);
  if (last === undefined) return { fromMinute: 540, untilMinute: 1080 };
  const fromMinute = Math.min(last.untilMinute + 60, 1380);
  return { fromMinute, untilMinute: Math.min(fromMinute + 120, 1440) };
}
