import { personas } from '../../../../domain/access/what-if/persona.ts';
import { parseDay } from '../../../../domain/kernel/day.ts';
import { formatInstant, instant } from '../../../../domain/kernel/instant.ts';
import { dayAt, minuteOfDayAt, wallTime, type Zone } from '../../../../domain/kernel/zone.ts';
import { Button, Icon, icons, TextField, useSpeech } from '../../../../kit/plain/index.ts';
import { useAnswer } from '../../data/answers.ts';
import { useHere } from '../../data/here.tsx';
import { now } from '../../data/now.ts';
import { clockText, minuteIn } from '../../data/wall-clock.ts';
import { Word } from '../access/ask-sentence.tsx';
import { CustomerPicker } from '../bookings/customer-picker.tsx';
import type { PaneProps } from './preview-pane.tsx';
import { nameIn, type Wish } from './wish.ts';

interface ChoosingProps extends Omit<PaneProps, 'width'> {
  /** Where it stands alone; undefined while there is nothing to see. */
  readonly href: string | undefined;
  readonly onAgain: () => void;
}

const isNamed = ({ as }: Wish): boolean => as === 'customer' || as.startsWith('cus_');

/** Whom, when, and which levels: a row of words, each of which can be changed. */
export function WhomAndWhen({ side, wish, place, onSet, href, onAgain }: ChoosingProps) {
  const { phrase } = useSpeech();
  const { me } = useHere();
  const put = (name: keyof Wish, value: string | undefined) => onSet({ [nameIn(side, name)]: value });
  const people: (readonly [string, string])[] = personas
    .map((persona) => [persona, phrase(`admin-preview.personas.${persona}`)]);
  if (me.may('customers.read', place.id)) people.push(['customer', phrase('admin-preview.named')]);
  const mayDraft = me.may('portal.read', place.id);
  return (
    <div className="pane__head">
      <div className="row wrap">
        <Word label={phrase('admin-preview.whom')} value={isNamed(wish) ? 'customer' : wish.as}
          options={people} onPick={(as) => put('as', as)} />
        <Word label={phrase('admin-preview.when')} value={wish.at === undefined ? 'now' : 'then'}
          onPick={(when) => put('at', when === 'now' ? undefined : formatInstant(instant(now())))}
          options={[['now', phrase('admin-preview.now')], ['then', phrase('admin-preview.then')]]} />
        {mayDraft ? (
          <Word label={phrase('admin-preview.levels')} value={wish.levels}
            onPick={(levels) => put('levels', levels === 'draft' ? levels : undefined)}
            options={[
              ['published', phrase('admin-preview.published')], ['draft', phrase('admin-preview.draft')],
            ]} />
        ) : null}
        <span className="row push">
          {href === undefined ? null : (
            <>
              <Button kind="quiet" icon={icons.refresh} label={phrase('admin-preview.again')}
                onClick={onAgain} />
              <a className="btn btn--quiet btn--icon" href={href} target="_blank" rel="noopener"
                aria-label={phrase('admin-preview.tab')} title={phrase('admin-preview.tab')}>
                <Icon of={icons.external} />
              </a>
            </>
          )}
        </span>
      </div>
      {isNamed(wish) ? <Named side={side} wish={wish} onPick={(id) => put('as', id ?? 'customer')} /> : null}
      {wish.at === undefined ? null
        : <Then side={side} at={wish.at} zone={place.timeZone as Zone} onAt={(at) => put('at', at)} />}
    </div>
  );
}

/** A customer that there is. */
function Named({ side, wish: { as }, onPick }: {
  readonly side: string;
  readonly wish: Wish;
  readonly onPick: (id: string | undefined) => void;
}) {
  const { phrase } = useSpeech();
  const when = as !== 'customer';
  const customer = useAnswer('getCustomer', { params: { customerId: as as never } }, { when });
  const known = when && customer.data?.id === as ? { id: as, name: customer.data.name } : null;
  if (when && known === null && customer.error === null) return null;
  return (
    <CustomerPicker id={`preview-customer-${side}`} label={phrase('admin-preview.customer')} value={known}
      onPick={(one) => onPick(one?.id)} />
  );
}

/** The day and the time at the location. */
function Then({ side, at, zone, onAt }: {
  readonly side: string;
  readonly at: string;
  readonly zone: Zone;
  readonly onAt: (at: string) => void;
}) {
  const { phrase } = useSpeech();
  const then = instant(Date.parse(at));
  const day = dayAt(then, zone);
  const minute = minuteOfDayAt(then, zone);
  return (
    <div className="row wrap pane__then">
      <TextField label={phrase('admin-preview.day')} name={`day-${side}`} type="date" value={day}
        onValue={(text) => {
          const on = parseDay(text);
          if (on !== null) onAt(formatInstant(wallTime(on, minute, zone)));
        }} />
      <TextField label={phrase('admin-preview.time')} name={`time-${side}`} type="time"
        value={clockText(minute)} help={phrase('admin-preview.zone', { zone })}
        onValue={(text) => {
          const chosen = minuteIn(text);
          if (chosen !== null) onAt(formatInstant(wallTime(day, chosen, zone)));
        }} />
    </div>
  );
}
