import { useState } from 'react';
import { verdictSentence } from '../../../../api/decision-text.ts';
import { Button, ButtonLink, Dialog, toast, useSpeech } from '../../../../kit/plain/index.ts';
import { useSend } from '../../data/answers.ts';
import { type AnswerTo, Refused } from '../../data/client.ts';
import { useHere } from '../../data/here.tsx';
import { Fault } from '../../pieces/region.tsx';
import { type BookingRow, useDay } from './use-day.ts';

const changed = ['listCheckIns', 'listBookings'] as const;

/** Lets somebody in with one press, and back out within the time of the toast; a no explains itself. */
export function CheckInButton({ of }: { of: BookingRow }) {
  const { phrase, formats } = useSpeech();
  const [refusal, setRefusal] = useState<Error | null>(null);
  const checkIn = useSend('checkIn', { refresh: changed });
  const undo = useSend('undoCheckIn', { refresh: changed });
  const name = of.customerName ?? '';
  if (of.customerId === null) return null;
  const body = { customerId: of.customerId, locationId: of.locationId, source: 'desk' as const };
  const say = ({ checkIn: stay, pass }: AnswerTo<'checkIn'>) => {
    const left = pass === null ? '' : pass.kind === 'time' ? formats.minutes(pass.left) : String(pass.left);
    const text =
      pass === null
        ? phrase('admin-home.arrivals.isIn', { name })
        : phrase('admin-home.arrivals.isInOn', { name, pass: pass.name, left });
    toast(text, () => undo.mutate({ params: { checkInId: stay.id } }));
  };
  return (
    <>
      <Button
        small
        busy={checkIn.isPending}
        onClick={() => checkIn.mutate({ body }, { onSuccess: say, onError: setRefusal })}>
        {phrase('admin-home.arrivals.checkIn')}
      </Button>
      <Refusal of={of} refusal={refusal} onClose={() => setRefusal(null)} />
    </>
  );
}

/** What stands in the way, and the page that says all of it. */
function Refusal({ of, refusal, onClose }: {
  readonly of: BookingRow;
  readonly refusal: Error | null;
  readonly onClose: () => void;
}) {
  const { phrase, formats, dir } = useSpeech();
  const { hrefTo } = useHere();
  const { zone } = useDay();
  const decision = refusal instanceof Refused ? refusal.decision : null;
  const speaking = { phrase, formats, zone, rightToLeft: dir === 'rtl' };
  return (
    <Dialog
      open={refusal !== null}
      title={phrase('admin-home.arrivals.cannot', { name: of.customerName ?? '' })}
      onClose={onClose}
      acts={
        <>
          <Button kind="quiet" onClick={onClose}>
            {phrase('kit.close')}
          </Button>
          <ButtonLink href={hrefTo(`customers/${of.customerId}/explain?action=checkIn&via=desk`)}>
            {phrase('admin-home.arrivals.why')}
          </ButtonLink>
        </>
      }>
      {decision !== null ? (
        <p>{verdictSentence(decision, 'staff', speaking)}</p>
      ) : refusal === null ? null : (
        <Fault error={refusal} />
      )}
    </Dialog>
  );
}
