import { useEffect, useState } from 'react';
import {
  Banner,
  Button,
  ButtonLink,
  DecisionPanel,
  icons,
  type LayerLine,
  NameText,
  SkeletonRows,
  toast,
  useSpeech,
} from '../../../../kit/plain/index.ts';
import {
  hypothetical,
  layerLine,
  layerName,
  momentText,
  type Speaking,
  verdictSentence,
} from '../../../../api/decision-text.ts';
import { useAnswer, useSend } from '../../data/answers.ts';
import { type AnswerTo, freshKey } from '../../data/client.ts';
import { type LocationHere, useHere } from '../../data/here.tsx';
import { Fault } from '../../pieces/region.tsx';
import { CustomerBadges } from '../customers/customer-badges.tsx';
import { useAmount } from '../customers/benefits/benefits-card.tsx';
import { useOwed } from '../customers/use-customer.ts';
import { SellDialog } from './sell-dialog.tsx';

type Decision = AnswerTo<'askDecision'>;

interface AtDeskProps {
  readonly customerId: string;
  readonly location: LocationHere;
  readonly onDone: () => void;
}

/** One person: standing, the decision with the pass it would use, and Enter to let them in. */
export function PersonAtDesk({ customerId, location, onDone }: AtDeskProps) {
  const { phrase, formats } = useSpeech();
  const { may, hrefTo } = useHere();
  const [selling, setSelling] = useState(false);
  const customer = useAnswer('getCustomer', { params: { customerId: customerId as never } });
  const decision = useAnswer('askDecision', {
    body: {
      customerId: customerId as never,
      action: 'checkIn',
      locationId: location.id as never,
      via: 'desk',
    },
  });
  const inside = useAnswer('listCheckIns', {
    query: { customerId: customerId as never, open: 'true', limit: 1 },
  }).data?.data[0];
  const insideHere = inside?.locationId === location.id ? inside : undefined;
  const owed = useOwed(customerId);
  const verbs = useDeskVerbs(location, onDone);
  const ready = customer.data !== undefined && decision.data?.subject === customerId;
  const allowed = ready && decision.data?.allowed === true && may('checkIns.write');
  const comeIn = () => verbs.checkIn(customerId, customer.data?.name ?? '');
  useEffect(() => {
    if (!allowed || insideHere !== undefined || selling) return undefined;
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
      comeIn();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [allowed, insideHere, selling, customer.data]);
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
        {owed === undefined ? null : <Banner tone="soon">{phrase('admin-desk.overdue', { owed })}</Banner>}
        {insideHere === undefined ? null : (
          <Banner tone="scheduled">
            {phrase('admin-desk.alreadyIn', { time: formats.time(insideHere.startedAt, location.timeZone) })}
          </Banner>
        )}
        <Verdict decision={decision.data} zone={location.timeZone} />
        {verbs.error === null ? null : <Fault error={verbs.error} />}
        <div className="row wrap">
          {insideHere !== undefined ? (
            <Button
              kind="primary"
              busy={verbs.busy}
              icon={icons.arrow}
              onClick={() => verbs.checkOut(insideHere.id, customer.data.name)}
            >
              {phrase('admin-desk.checkOut')}
            </Button>
          ) : allowed ? (
            <Button kind="primary" busy={verbs.busy} icon={icons.check} onClick={comeIn}>
              {phrase('admin-desk.checkIn')} ⏎
            </Button>
          ) : null}
          {!allowed && may('benefits.write') && may('billing.write') ? (
            <Button kind="primary" icon={icons.ticket} onClick={() => setSelling(true)}>
              {phrase('admin-desk.sell')}
            </Button>
          ) : null}
          <ButtonLink href={hrefTo(`customers/${customerId}`)} icon={icons.user}>
            {phrase('admin-desk.profile')}
          </ButtonLink>
          {decision.data.allowed ? null : (
            <ButtonLink kind="quiet" href={hrefTo(`customers/${customerId}/explain`)}>
              {phrase('admin-desk.why')}
            </ButtonLink>
          )}
        </div>
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

/** The decision in a sentence; under it the pass, or every layer where it says no. */
function Verdict({ decision, zone }: { decision: Decision; zone: string }) {
  const { phrase, formats, dir } = useSpeech();
  const amount = useAmount();
  const speaking: Speaking = { phrase, formats, zone, rightToLeft: dir === 'rtl' };
  const thing = decision.layers.find(({ layer }) => layer === 'thing');
  const facts = thing?.facts as
    { passName?: string; kind?: 'day' | 'time'; left?: number | null } | undefined;
  const until =
    decision.nextChange === null ? undefined : momentText(decision.nextChange, speaking, decision.at);
  const said =
    thing?.code !== 'passReady'
      ? thing?.code === 'passNotNeeded'
        ? phrase('admin-desk.noPassNeeded')
        : undefined
      : facts?.left === null
        ? phrase('admin-desk.inUse', { pass: facts.passName ?? '' })
        : phrase('admin-desk.willUse', { pass: facts?.passName ?? '' });
  const left =
    thing?.code === 'passReady' && typeof facts?.left === 'number'
      ? phrase('admin-desk.left', { left: amount(facts.left, facts.kind === 'time' ? 'minutes' : 'passes') })
      : undefined;
  const firstDenial = decision.layers.findIndex(({ outcome }) => outcome === 'deny');
  const lines = decision.allowed
    ? []
    : decision.layers.map((of, at): LayerLine => ({
        key: of.layer,
        name: layerName(of.layer, 'checkIn', speaking),
        state:
          of.outcome === 'notApplicable'
            ? 'skip'
            : at < firstDenial
              ? 'pass'
              : at === firstDenial
                ? 'block'
                : of.outcome === 'deny'
                  ? 'wouldNot'
                  : 'would',
        why:
          at <= firstDenial || of.outcome === 'notApplicable'
            ? layerLine(of, decision.action, 'staff', speaking)
            : hypothetical(of, decision.action, speaking),
      }));
  return (
    <DecisionPanel
      level={3}
      verdict={decision.allowed ? 'allow' : 'deny'}
      layers={lines}
      sentence={
        decision.allowed
          ? [said, left].filter((part) => part !== undefined).join(' · ')
          : verdictSentence(decision, 'staff', speaking)
      }
      until={decision.allowed ? undefined : until}
    />
  );
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
