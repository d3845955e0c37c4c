import { type FormEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { Banner, Button, icons, TextField, toast, useSpeech } from '../../../../kit/plain/index.ts';
import { verdictSentence } from '../../../../api/decision-text.ts';
import { freshKey, Refused } from '../../data/client.ts';
import { useSend } from '../../data/answers.ts';
import { useHere } from '../../data/here.tsx';
import { explainHref } from '../access/explain-href.ts';
import { Alternatives } from './alternatives.tsx';
import { CustomerPicker, type Picked } from './customer-picker.tsx';
import { QuoteLines } from './quote-lines.tsx';
import { useQuote } from './use-quote.ts';
import type { ResourceRow } from './calendar/use-calendar.ts';
import type { Slot } from './calendar/use-why.ts';

export interface NewBookingProps {
  readonly resource: ResourceRow;
  readonly startAt: string;
  readonly endAt: string;
  readonly zone: string;
  readonly person: Picked | null;
  readonly onClose: () => void;
  readonly onTake: (startAt: string, endAt: string) => void;
  /** Explains a refusal where it is seen; undefined: on the customer's page. */
  readonly onWhy?: ((slot: Slot, customerId: string) => void) | undefined;
  /** What may still be changed about the time. */
  readonly children?: ReactNode;
}

/** Three fields at most: who, what it costs, and, where the rules refuse, why staff book anyway. */
export function NewBooking(props: NewBookingProps) {
  const { resource, startAt, endAt, zone, person, onClose, onTake, onWhy, children } = props;
  const { phrase, formats } = useSpeech();
  const { may } = useHere();
  const [customer, setCustomer] = useState<Picked | null>(person);
  const [reason, setReason] = useState('');
  const [refused, setRefused] = useState<Refused | null>(null);
  const key = useRef(freshKey());
  const send = useSend('createBooking', { refresh: ['listBookings', 'listAvailability'] });
  const slot = { resourceId: resource.id, startAt, endAt };
  const wished = { ...slot, customerId: customer?.id as never, via: 'desk' as const };
  const quote = useQuote(wished, customer !== null);
  useEffect(() => {
    key.current = freshKey();
    setRefused(null);
  }, [startAt, endAt, customer?.id]);
  const decision = quote.data?.decision;
  const denied = decision !== undefined && !decision.allowed;
  const taken =
    decision?.layers.some(({ code, outcome }) => code === 'occupied' && outcome === 'deny') === true;
  const mayAnyway = denied && !taken && may('bookings.override');
  const done = () => {
    const when = formats.during(startAt, endAt, zone);
    toast(phrase('admin-calendar.new.booked', { resource: resource.name, when }));
    onClose();
  };
  const book = (event: FormEvent) => {
    event.preventDefault();
    const override = mayAnyway && reason.trim() !== '' ? { override: { reason: reason.trim() } } : {};
    send.mutate(
      { body: { ...wished, ...override }, idempotencyKey: key.current },
      {
        onSuccess: done,
        onError: (error) => {
          key.current = freshKey();
          setRefused(error instanceof Refused ? error : null);
        },
      },
    );
  };
  return (
    <form className="newbooking__form" onSubmit={book}>
      <CustomerPicker value={customer} onPick={setCustomer} label={phrase('admin-calendar.new.customer')} />
      {children}
      {quote.data?.quote == null ? null : <QuoteLines quote={quote.data.quote} />}
      {denied ? (
        <Denial of={decision} zone={zone} onWhy={onWhy} slot={slot} />
      ) : null}
      {mayAnyway ? <ReasonField value={reason} onValue={setReason} /> : null}
      {refused === null ? null : <Lost refused={refused} zone={zone} onTake={onTake} />}
      <div className="row">
        <Button
          kind="primary"
          type="submit"
          className="grow"
          busy={send.isPending}
          icon={icons.check}
          why={whyNot({ customer, denied, mayAnyway, reason }, phrase)}
        >
          {phrase(mayAnyway ? 'admin-calendar.new.anyway' : 'admin-calendar.new.book')}
        </Button>
        <Button onClick={onClose}>{phrase('kit.cancel')}</Button>
      </div>
    </form>
  );
}

type QuotedDecision = NonNullable<ReturnType<typeof useQuote>['data']>['decision'];

/** What the rules say against it. */
function Denial({ of, zone, slot, onWhy }: Pick<NewBookingProps, 'zone' | 'onWhy'> & {
  readonly of: QuotedDecision;
  readonly slot: Slot;
}) {
  const { phrase, formats } = useSpeech();
  const { hrefTo, may } = useHere();
  const href = explainHref(of, zone);
  const label = phrase('admin-explain.title');
  const way = href === null || !may('access.explain') ? undefined
    : onWhy === undefined || of.subject === null ? { label, href: hrefTo(href) }
      : { label, onGo: () => onWhy(slot, of.subject ?? '') };
  return (
    <Banner tone={of.firstDenial === 'freeze' ? 'frozen' : 'alert'} way={way}>
      {verdictSentence(of, 'staff', { phrase, formats, zone })}
    </Banner>
  );
}

function ReasonField({
  value,
  onValue,
}: {
  readonly value: string;
  readonly onValue: (reason: string) => void;
}) {
  const { phrase } = useSpeech();
  return (
    <TextField
      name="reason"
      label={phrase('admin-calendar.new.reason')}
      value={value}
      onValue={onValue}
      maxLength={500}
    />
  );
}

function whyNot(
  {
    customer,
    denied,
    mayAnyway,
    reason,
  }: { customer: Picked | null; denied: boolean; mayAnyway: boolean; reason: string },
  phrase: (key: string) => string,
): string | undefined {
  if (customer === null) return phrase('admin-calendar.new.whoFirst');
  if (denied && !mayAnyway) return phrase('admin-calendar.new.refused');
  return mayAnyway && reason.trim() === '' ? phrase('admin-calendar.new.reasonFirst') : undefined;
}

/** Somebody was quicker: the free times nearby, each one press away. */
function Lost({
  refused,
  zone,
  onTake,
}: {
  refused: Refused;
  zone: string;
  onTake: NewBookingProps['onTake'];
}) {
  return (
    <div role="alert">
      <Banner tone="soon">{refused.detail}</Banner>
      <Alternatives of={refused} zone={zone} onTake={onTake} />
    </div>
  );
}
