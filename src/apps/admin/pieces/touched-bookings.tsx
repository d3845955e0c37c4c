import { layerLine, type Speaking } from '../../../api/decision-text.ts';
import type { Id } from '../../../domain/kernel/id.ts';
import { Checkbox, DuringText, RadioField, useSpeech } from '../../../kit/plain/index.ts';
import type { AnswerTo } from '../data/client.ts';
import { useHere } from '../data/here.tsx';

type Touches = Extract<AnswerTo<'suspendCustomer'>, { preview: true }>;

/** What a preview has found; nothing while it is asked. */
export const touchesOf = (answer: object | undefined): Touches['bookings'] =>
  (answer !== undefined && 'preview' in answer ? (answer as Touches).bookings : []);

interface Props {
  readonly of: Touches['bookings'];
  readonly wish: string;
  readonly onWish: (wish: string) => void;
}

const SOME = 'some:';

/** The wish as a form keeps it, as the API takes it: keep, cancel, or the bookings that are cancelled. */
export const bookingsWish = (text: string): 'keep' | 'cancel' | Id<'bok'>[] => {
  if (text.startsWith(SOME)) return chosenIn(text);
  return text === 'cancel' ? 'cancel' : 'keep';
};

const chosenIn = (wish: string): Id<'bok'>[] =>
  wish.startsWith(SOME) ? wish.slice(SOME.length).split(' ').filter((id) => id !== '') as Id<'bok'>[] : [];

/**
 * BKA-5: bookings already made that would be refused or cost more, each with its reason or difference; they
 * are kept unless whoever decides lets them go without a fee, all of them or one by one.
 */
export function TouchedBookings({ of, wish, onWish }: Props) {
  const { phrase } = useSpeech();
  const { may } = useHere();
  if (of.length === 0) return null;
  const isSome = wish.startsWith(SOME);
  const chosen = chosenIn(wish);
  const wishes = !may('bookings.write') ? ['keep']
    : of.length === 1 ? ['keep', 'cancel'] : ['keep', 'cancel', 'some'];
  const choose = (id: Id<'bok'>, isOn: boolean) =>
    onWish(SOME + (isOn ? [...chosen, id] : chosen.filter((one) => one !== id)).join(' '));
  const shown = isSome ? of : of.slice(0, MOST);
  return (
    <section className="touched">
      <h3>{phrase('admin-explain.touched.title', { count: of.length })}</h3>
      <ul>
        {shown.map((booking) => (
          <Touched key={booking.id} of={booking}
            {...(isSome && { isChosen: chosen.includes(booking.id), onChoose: choose })} />
        ))}
        {of.length > shown.length ? (
          <li className="muted">
            {phrase('admin-explain.touched.more', { count: of.length - shown.length })}
          </li>
        ) : null}
      </ul>
      <RadioField
        name="bookings"
        label={phrase('admin-explain.touched.choice')}
        value={isSome ? 'some' : wish}
        onValue={(value) => onWish(value === 'some' ? SOME : value)}
        options={wishes.map((value) => ({
          value,
          label: phrase(`admin-explain.touched.${value}`, { count: of.length }),
        }))}
      />
    </section>
  );
}

const MOST = 6;

interface TouchedProps {
  readonly of: Touches['bookings'][number];
  readonly isChosen?: boolean;
  /** Lets it be chosen by itself. */
  readonly onChoose?: (id: Id<'bok'>, isChosen: boolean) => void;
}

function Touched({ of, isChosen = false, onChoose }: TouchedProps) {
  const { phrase, formats, dir } = useSpeech();
  const { locations } = useHere();
  const zone = locations.find(({ id }) => id === of.locationId)?.timeZone ?? 'UTC';
  const speaking: Speaking = { phrase, formats, zone, rightToLeft: dir === 'rtl' };
  const because = of.decision.layers.find(({ layer }) => layer === of.layer);
  const why = because === undefined || of.outcome === 'dearer'
    ? phrase('admin-explain.touched.dearer', {
      amount: of.difference === null ? '' : formats.money(of.difference),
    })
    : layerLine(because, 'book', 'staff', speaking);
  const what = (
    <>
      <b><bdi>{of.resourceName}</bdi></b>{' '}
      <DuringText start={of.startAt} end={of.endAt} zone={zone} />
      <span className="touched__why muted small">{why}</span>
    </>
  );
  return (
    <li>
      {onChoose === undefined ? <span>{what}</span> : (
        <Checkbox name={`cancel-${of.id}`} checked={isChosen} onCheck={(isOn) => onChoose(of.id, isOn)}>
          {what}
        </Checkbox>
      )}
    </li>
  );
}
