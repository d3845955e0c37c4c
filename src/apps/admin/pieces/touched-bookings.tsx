import { layerLine, type Speaking } from '../../../api/decision-text.ts';
import { DuringText, RadioField, useSpeech } from '../../../kit/plain/index.ts';
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

/**
 * BKA-5: bookings already made that would be refused or cost more, each with its reason or difference; they
 * are kept unless whoever decides lets them go without a fee.
 */
export function TouchedBookings({ of, wish, onWish }: Props) {
  const { phrase } = useSpeech();
  const { may } = useHere();
  if (of.length === 0) return null;
  const wishes = may('bookings.write') ? ['keep', 'cancel'] : ['keep'];
  return (
    <section>
      <h3>{phrase('admin-explain.touched.title', { count: of.length })}</h3>
      <ul>
        {of.slice(0, MOST).map((booking) => <Touched key={booking.id} of={booking} />)}
        {of.length > MOST
          ? <li className="muted">{phrase('admin-explain.touched.more', { count: of.length - MOST })}</li>
          : null}
      </ul>
      <RadioField
        name="bookings"
        label={phrase('admin-explain.touched.choice')}
        value={wish}
        onValue={onWish}
        options={wishes.map((value) => ({
          value,
          label: phrase(`admin-explain.touched.${value}`, { count: of.length }),
        }))}
      />
    </section>
  );
}

const MOST = 6;

function Touched({ of }: { readonly of: Touches['bookings'][number] }) {
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
  return (
    <li>
      <span>
        <bdi>{of.resourceName}</bdi> <DuringText start={of.startAt} end={of.endAt} zone={zone} />
{' '}<span className="muted small">{why}</span>
      </span>
    </li>
  );
}
