import { type ReactNode, useState } from 'react';
import { createPortal } from 'react-dom';
import {
  Button,
  Dialog,
  EmptyState,
  icons,
  List,
  ListRow,
  NameText,
  SelectField,
  useSpeech,
} from '../../../../../kit/plain/index.ts';
import { useAnswer, useSend } from '../../../data/answers.ts';
import { type AnswerTo, freshKey } from '../../../data/client.ts';
import { useHere } from '../../../data/here.tsx';
import { useZone } from '../../../data/today.ts';
import { useDialogForm } from '../../../pieces/form-dialog.tsx';
import { FormFrame } from '../../../pieces/form-parts.tsx';
import { Region } from '../../../pieces/region.tsx';
import { EndDialog } from '../people/end-dialog.tsx';
import { SeatCount } from './seat-count.tsx';
import { type Team, useMembers, useSeatsText, useStandingWithout } from '../use-team.ts';

type Seat = AnswerTo<'listSeats'>['data'][number];

export interface SeatsOf {
  readonly contract: { readonly id: string; readonly planName: string; readonly locationId: string };
  readonly team: Pick<Team, 'id' | 'name'>;
  readonly onClose: () => void;
}

/** Who has the places of a contract: given to one more, passed on, or ended. */
export function SeatsDialog({ contract, team, onClose }: SeatsOf) {
  const { phrase } = useSpeech();
  const { me } = useHere();
  const seatsText = useSeatsText();
  const answer = useAnswer('listSeats', { params: { contractId: contract.id as never }, query: {} });
  const [ending, setEnding] = useState<Seat>();
  const [moving, setMoving] = useState<Seat>();
  const writes = me.may('contracts.write', contract.locationId);
  if (ending !== undefined) {
    return (
      <EndDialog
        team={team}
        member={{ customerId: ending.customerId, name: ending.customerName, seats: [] }}
        seat={{ ...ending, planName: contract.planName, since: ending.startAt, until: ending.endAt }}
        onClose={() => setEnding(undefined)}
      />
    );
  }
  const title = phrase('admin-teams.seats.title', { plan: contract.planName });
  return createPortal(
    <Dialog open wide title={title} onClose={onClose}>
      <Region answer={answer}>
        {({ data, ...counts }) => (
          <div className="stack">
            <p className="num">{seatsText(counts)}</p>
            {data.length === 0 ? (
              <EmptyState icon={icons.ticket}>{phrase('admin-teams.seats.none')}</EmptyState>
            ) : (
              <List label={phrase('admin-teams.columns.seats')}>
                {data.map((seat) => (
                  <SeatRow key={seat.id} of={seat}>
                    {writes ? (
                      <>
                        <Button small onClick={() => setMoving(seat)}>
                          {phrase('admin-teams.seats.move')}
                        </Button>
                        <Button small onClick={() => setEnding(seat)}>
                          {phrase('admin-teams.endSeat.verb')}
                        </Button>
                      </>
                    ) : null}
                  </SeatRow>
                ))}
              </List>
            )}
            {writes && (counts.free > 0 || moving !== undefined) ? (
              <GiveTo
                key={`${moving?.id ?? 'free'} ${data.length}`}
                contract={contract}
                team={team}
                seats={data}
                moving={moving}
                onDone={() => setMoving(undefined)}
              />
            ) : null}
            {writes ? <SeatCount contractId={contract.id} counts={counts} /> : null}
          </div>
        )}
      </Region>
    </Dialog>,
    document.body,
  );
}

function SeatRow({ of, children }: { readonly of: Seat; readonly children: ReactNode }) {
  const { phrase, formats } = useSpeech();
  const { hrefTo } = useHere();
  const zone = useZone();
  const day = formats.dayAt(of.startAt, zone, 'dated');
  return (
    <ListRow
      title={
        <a className="link" href={hrefTo(`customers/${of.customerId}`)}>
          <NameText>{of.customerName}</NameText>
        </a>
      }
      note={phrase(of.state === 'scheduled' ? 'admin-teams.seats.from' : 'admin-teams.seats.since', { day })}
    >
      {children}
    </ListRow>
  );
}

/** What passing it on means for whoever has it now. */
function Passing({ seat, contractId }: { readonly seat: Seat; readonly contractId: string }) {
  const { phrase } = useSpeech();
  const stands = useStandingWithout(seat.customerId, [contractId]);
  if (stands === undefined) return null;
  return (
    <p className="muted small">
      {phrase(stands.after ? 'admin-teams.does.staysMember' : 'admin-teams.does.membership', {
        name: seat.customerName,
      })}
    </p>
  );
}

interface GiveProps extends Omit<SeatsOf, 'onClose'> {
  readonly seats: readonly Seat[];
  /** The one that is passed on; left out: a free one is given. */
  readonly moving: Seat | undefined;
  readonly onDone: () => void;
}

/** Only people of the team can have a seat, and one of each contract. */
function GiveTo({ contract, team, seats, moving, onDone }: GiveProps) {
  const { phrase } = useSpeech();
  const members = useMembers(team.id);
  const give = useSend('giveSeat');
  const pass = useSend('reassignSeat');
  const seated = new Set<string>(seats.map(({ customerId }) => customerId));
  const others = (members.data?.data ?? []).filter(({ customerId }) => !seated.has(customerId));
  const nameOf = (id: string): string => others.find(({ customerId }) => customerId === id)?.name ?? '';
  const form = useDialogForm({
    initial: { customerId: '' },
    check: ({ customerId }) => ({ customerId: customerId === '' ? phrase('kit.form.required') : undefined }),
    done: phrase('admin-teams.seats.done'),
    onClose: onDone,
    send: ({ customerId }): Promise<unknown> => {
      const body = { customerId: customerId as never };
      const params = { contractId: contract.id as never };
      return moving === undefined
        ? give.mutateAsync({ params, body, idempotencyKey: freshKey() })
        : pass.mutateAsync({ params: { ...params, seatId: moving.id }, body, idempotencyKey: freshKey() });
    },
  });
  if (members.data !== undefined && others.length === 0)
    return <p className="muted small">{phrase('admin-teams.seats.allSeated')}</p>;
  const label =
    moving === undefined
      ? phrase('admin-teams.seats.giveTo')
      : phrase('admin-teams.seats.moveTo', { name: moving.customerName });
  return (
    <FormFrame
      form={form}
      label={label}
      verb={phrase(moving === undefined ? 'admin-teams.seat.give' : 'admin-teams.seats.move')}
      {...(moving !== undefined && { onCancel: onDone })}
    >
      <SelectField
        label={label}
        {...form.field('customerId')}
        options={[
          { value: '', label: phrase('kit.choose') },
          ...others.map(({ customerId }) => ({ value: customerId as string, label: nameOf(customerId) })),
        ]}
      />
      {moving === undefined ? null : <Passing seat={moving} contractId={contract.id} />}
    </FormFrame>
  );
}
