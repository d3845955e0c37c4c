import { Checkbox, RadioField, useSpeech } from '../../../../kit/plain/index.ts';
import { clockText, minuteIn } from '../../data/wall-clock.ts';
import { hoursIn, type WeekHoursSent } from './resource-form.ts';

const days = [1, 2, 3, 4, 5, 6, 7] as const;
const usual = { fromMinute: 540, untilMinute: 1080 };

/** The location's hours, or hours of its own: one period a weekday. */
export function HoursField({ value, onValue }: { value: string; onValue: (value: string) => void }) {
  const { phrase } = useSpeech();
  const hours = hoursIn(value);
  const set = (next: WeekHoursSent) => onValue(JSON.stringify(next));
  return (
    <>
      <RadioField
        name="hours"
        label={phrase('admin-resources.edit.hoursOf')}
        value={hours === null ? 'location' : 'own'}
        onValue={(chosen) => onValue(chosen === 'location' ? '' : JSON.stringify(everyDay()))}
        options={[
          { value: 'location', label: phrase('admin-resources.edit.asLocation') },
          { value: 'own', label: phrase('admin-resources.edit.ownHours') },
        ]}
      />
      {hours === null ? null : (
        <div className="weekhours">
          {days.map((day) => (
            <DayHours key={day} day={day} hours={hours} onSet={set} />
          ))}
        </div>
      )}
    </>
  );
}

const everyDay = (): WeekHoursSent => ({
  1: [usual],
  2: [usual],
  3: [usual],
  4: [usual],
  5: [usual],
  6: [],
  7: [],
});

function DayHours({
  day,
  hours,
  onSet,
}: {
  day: (typeof days)[number];
  hours: WeekHoursSent;
  onSet: (next: WeekHoursSent) => void;
}) {
  const { phrase, formats } = useSpeech();
  const period = hours[day][0];
  const weekday = formats.weekday(day);
  const put = (change: Partial<typeof usual>) =>
    onSet({ ...hours, [day]: [{ ...(period ?? usual), ...change }, ...hours[day].slice(1)] });
  return (
    <div className="weekhours__day">
      <Checkbox
        name={`open${day}`}
        checked={period !== undefined}
        onCheck={(open) => onSet({ ...hours, [day]: open ? [usual] : [] })}
      >
        {weekday}
      </Checkbox>
      {period === undefined ? (
        <span className="muted small">{phrase('admin-resources.edit.closed')}</span>
      ) : (
        <span className="row">
          <input
            className="input"
            type="time"
            aria-label={phrase('admin-resources.edit.opens', { weekday })}
            value={clockText(period.fromMinute)}
            onChange={(event) =>
              put({ fromMinute: minuteIn(event.currentTarget.value) ?? period.fromMinute })
            }
          />
          <span aria-hidden="true">–</span>
          <input
            className="input"
            type="time"
            aria-label={phrase('admin-resources.edit.closes', { weekday })}
            value={clockText(period.untilMinute)}
            onChange={(event) =>
              put({
                untilMinute: (minuteIn(event.currentTarget.value) ?? period.untilMinute) || 1440,
              })
            }
          />
        </span>
      )}
    </div>
  );
}
