import { useState } from 'react';
import {
  Banner, Button, ButtonLink, icons, NameText, SkeletonRows, useSpeech,
} from '../../../../kit/plain/index.ts';
import { useAnswer } from '../../data/answers.ts';
import type { AnswerTo } from '../../data/client.ts';
import { type LocationHere, useHere } from '../../data/here.tsx';
import { Fault } from '../../pieces/region.tsx';
import { CustomerBadges } from '../customers/customer-badges.tsx';
import { useOwed } from '../customers/use-customer.ts';
import { SellDialog } from './sell-dialog.tsx';
import { PassChoice } from './pass-choice.tsx';
import { useDecision, useDeskVerbs, useEnter, usePassChoice, useStayHere } from './use-desk.ts';
import { Verdict } from './verdict.tsx';

type Decision = AnswerTo<'askDecision'>;

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
  const passes = usePassChoice(customerId, location, allowed && insideHere === undefined);
  const [chosenId, setChosenId] = useState<string>();
  const chosen = passes.find(({ grantId }) => grantId === chosenId);
  const comeIn = () => verbs.checkIn(customerId, customer.data?.name ?? '', chosen?.grantId);
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
        <Verdict decision={decision.data} zone={location.timeZone} chosen={chosen} />
        <PassChoice passes={passes} chosenId={chosenId} onChoose={setChosenId} zone={location.timeZone} />
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
            onDone();
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
  readonly stay: ReturnType<typeof useStayHere>;
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
  readonly inside: ReturnType<typeof useStayHere>;
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
      {decision.firstDenial === 'thing' && may('benefits.sell') ? (
        <Button kind="primary" icon={icons.ticket} onClick={onSell}>
          {phrase('admin-desk.sell')}
        </Button>
      ) : null}
      <ButtonLink href={hrefTo(`customers/${customer.id}`)} icon={icons.user}>
        {phrase('admin-desk.profile')}
      </ButtonLink>
      {decision.allowed ? null : (
        <ButtonLink kind="quiet" href={hrefTo(`customers/${customer.id}/explain?action=checkIn&via=desk`)}>
          {phrase('admin-desk.why')}
        </ButtonLink>
      )}
    </div>
  );
}
