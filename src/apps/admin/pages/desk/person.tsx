import { useEffect, useRef, useState } from 'react';
import {
  Banner,
  Button,
  ButtonLink,
  icons,
  NameText,
  SkeletonRows,
  toast,
  useSpeech,
} from '../../../../kit/plain/index.ts';
import { useAnswer, useSend } from '../../data/answers.ts';
import { type AnswerTo, freshKey } from '../../data/client.ts';
import { type LocationHere, useHere } from '../../data/here.tsx';
import { Fault } from '../../pieces/region.tsx';
import { CustomerBadges } from '../customers/customer-badges.tsx';
import { useAmount } from '../customers/benefits/benefits-card.tsx';
import { useOwed } from '../customers/use-customer.ts';
import { SellDialog } from './sell-dialog.tsx';
import { Verdict } from './verdict.tsx';

type Decision = AnswerTo<'askDecision'>;
type Stay = AnswerTo<'listCheckIns'>['data'][number];

interface AtDeskProps {
  readonly customerId: string;
  readonly location: LocationHere;
  readonly onDone: () => void;
}

/** One person: standing, the decision with the pass it would use, and Enter to let them in. */
export function PersonAtDesk({ customerId, location, onDone }: AtDeskProps) {
  const { may } = useHere();
  const [selling, setSelling] = useState(false);
  const customer = useAnswer('getCustomer', { params: { customerId: customerId as never } });
  const decision = useDecision(customerId, location);
  const insideHere = useStayHere(customerId, location);
  const owed = useOwed(customerId);
  const verbs = useDeskVerbs(location, onDone);
  const ready = customer.data !== undefined && decision.data?.subject === customerId;
  const allowed = ready && decision.data?.allowed === true && may('checkIns.write');
  const comeIn = () => verbs.checkIn(customerId, customer.data?.name ?? '');
  useEnter(allowed && insideHere === undefined && !selling, comeIn);
  const error = customer.error ?? decision.error;
  if (error !== null)
    return (
      <div className="card">
        <Fault error={error} onRetry={() => void decision.refetch()} />
      </div>
    );
  if (!ready || customer.data === undefined || decision.data === undefined)
    return (
      <div className="card">
        <SkeletonRows rows={3} />
      </div>
    );
  return (
    <section
      className="card desk__person"
      data-verdict={decision.data.allowed ? 'allow' : 'deny'}
      aria-label={customer.data.name}
    >
      <div className="desk__body">
        <div className="row wrap">
          <h2>
            <NameText>{customer.data.name}</NameText>
          </h2>
          <CustomerBadges of={customer.data} small />
        </div>
        <Notices owed={owed} stay={insideHere} zone={location.timeZone} />
        <Verdict decision={decision.data} zone={location.timeZone} />
        {verbs.error === null ? null : <Fault error={verbs.error} />}
        <Acts
          customer={customer.data}
          decision={decision.data}
          inside={insideHere}
          mayComeIn={allowed}
          verbs={verbs}
          onComeIn={comeIn}
          onSell={() => setSelling(true)}
        />
      </div>
      {selling ? (
        <SellDialog
          customer={customer.data}
          location={location}
          onClose={() => setSelling(false)}
          onSold={() => {
            setSelling(false);
            comeIn();
          }}
        />
      ) : null}
    </section>
  );
}

/** What to mention before letting somebody in: money owed, and that they are in already. */
function Notices({
  owed,
  stay,
  zone,
}: {
  readonly owed: ReturnType<typeof useOwed>;
  readonly stay: Stay | undefined;
  readonly zone: string;
}) {
  const { phrase, formats } = useSpeech();
  return (
    <>
      {owed === undefined ? null : <Banner tone="soon">{phrase('admin-desk.overdue', { owed })}</Banner>}
      {stay === undefined ? null : (
        <Banner tone="scheduled">
          {phrase('admin-desk.alreadyIn', { time: formats.time(stay.startedAt, zone) })}
        </Banner>
      )}
    </>
  );
}

interface ActsProps {
  readonly customer: AnswerTo<'getCustomer'>;
  readonly decision: Decision;
  readonly inside: Stay | undefined;
  readonly mayComeIn: boolean;
  readonly verbs: ReturnType<typeof useDeskVerbs>;
  readonly onComeIn: () => void;
  readonly onSell: () => void;
}

/** Out for whoever is in, in for whoever may come in; for the others a pass to sell, and the reason. */
function Acts({ customer, decision, inside, mayComeIn, verbs, onComeIn, onSell }: ActsProps) {
  const { phrase } = useSpeech();
  const { may, hrefTo } = useHere();
  return (
    <div className="row wrap">
      {inside !== undefined ? (
        <Button
          kind="primary"
          busy={verbs.busy}
          icon={icons.arrow}
          onClick={() => verbs.checkOut(inside.id, customer.name)}
        >
          {phrase('admin-desk.checkOut')}
        </Button>
      ) : mayComeIn ? (
        <Button kind="primary" busy={verbs.busy} icon={icons.check} onClick={onComeIn}>
          {phrase('admin-desk.checkIn')} ⏎
        </Button>
      ) : null}
      {!mayComeIn && may('benefits.write') && may('billing.write') ? (
        <Button kind="primary" icon={icons.ticket} onClick={onSell}>
          {phrase('admin-desk.sell')}
        </Button>
      ) : null}
      <ButtonLink href={hrefTo(`customers/${customer.id}`)} icon={icons.user}>
        {phrase('admin-desk.profile')}
      </ButtonLink>
      {decision.allowed ? null : (
        <ButtonLink kind="quiet" href={hrefTo(`customers/${customer.id}/explain`)}>
          {phrase('admin-desk.why')}
        </ButtonLink>
      )}
    </div>
  );
}

/** Enter lets in, unless it is meant for what has the focus. */
function useEnter(isReady: boolean, onEnter: () => void) {
  const latest = useRef(onEnter);
  useEffect(() => {
    latest.current = onEnter;
  });
  useEffect(() => {
    if (!isReady) return undefined;
    const onKey = (event: KeyboardEvent) => {
      const target = event.target as HTMLElement;
      const typing = target.tagName === 'INPUT' && (target as HTMLInputElement).value !== '';
      if (
        event.key !== 'Enter' ||
        event.repeat ||
        typing ||
        target.tagName === 'BUTTON' ||
        target.tagName === 'A'
      )
        return;
      event.preventDefault();
      latest.current();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [isReady]);
}

function useDecision(customerId: string, location: LocationHere) {
  return useAnswer('askDecision', {
    body: {
      customerId: customerId as never,
      action: 'checkIn',
      locationId: location.id as never,
      via: 'desk',
    },
  });
}

function useStayHere(customerId: string, location: LocationHere): Stay | undefined {
  const query = { customerId: customerId as never, open: 'true', limit: 1 } as const;
  const stay = useAnswer('listCheckIns', { query }).data?.data[0];
  return stay?.locationId === location.id ? stay : undefined;
}

function useDeskVerbs(location: LocationHere, onDone: () => void) {
  const { phrase } = useSpeech();
  const amount = useAmount();
  const checkIn = useSend('checkIn');
  const checkOut = useSend('checkOut');
  const undo = useSend('undoCheckIn');
  return {
    busy: checkIn.isPending || checkOut.isPending,
    error: checkIn.error ?? checkOut.error,
    checkIn: (customerId: string, name: string) => {
      if (checkIn.isPending) return;
      const body = {
        customerId: customerId as never,
        locationId: location.id as never,
        source: 'desk' as const,
      };
      checkIn.mutate(
        { body, idempotencyKey: freshKey() },
        {
          onSuccess: ({ checkIn: made, pass }) => {
            const left =
              pass === null ? undefined : amount(pass.left, pass.kind === 'time' ? 'minutes' : 'passes');
            toast(
              left === undefined
                ? phrase('admin-desk.done', { name })
                : phrase('admin-desk.doneLeft', { name, left }),
              () => void undo.mutate({ params: { checkInId: made.id } }),
            );
            onDone();
          },
        },
      );
    },
    checkOut: (checkInId: string, name: string) =>
      checkOut.mutate(
        { params: { checkInId: checkInId as never }, body: {} },
        {
          onSuccess: () => {
            toast(phrase('admin-desk.out', { name }));
            onDone();
          },
        },
      ),
  };
}
