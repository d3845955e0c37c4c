import type { Effects } from '../../../api/contracts.ts';
import type { Id } from '../../../domain/kernel/id.ts';
import type { Caller } from '../../platform/http/caller.ts';
import type { Shell, Work } from '../../platform/work/shell.ts';
import type { ContractRecord } from '../contract-record.ts';
import type { AnsweredTouched, BookingsWish } from '../../../api/touched-booking.ts';
import type { ReviewBookings } from '../../customers/touched/touching.ts';
import { previewed } from '../../platform/work/previewed.ts';
import { type Done, effectsOf, withMoney } from './effects.ts';
import { reload } from '../load-facts.ts';
import { loadContracts } from '../load-contracts.ts';
import { listSeatedWithBookings } from '../seats/seat-store.ts';
import type { LinesAhead } from './money-ahead.ts';

/** What words further right say of a change, given where all of them join the product. */
export interface Ahead {
  readonly lines: LinesAhead;
  readonly bookings: ReviewBookings;
}

interface Asked {
  readonly body: { readonly preview: boolean; readonly bookings?: BookingsWish };
  readonly caller: Caller;
  readonly shell: Shell;
}

interface Performing<R, A> {
  readonly verb: (work: Work) => Promise<R>;
  readonly answer: (work: Work, result: R) => Promise<A>;
  readonly done: (contract: ContractRecord, result: R) => Omit<Done, 'contractId' | 'bookings'>;
  readonly contractIdOf: (result: R) => Id<'con'>;
  /** The contract that is changed: its customer's bookings are looked at (BKA-5). Null: it only begins. */
  readonly changes: Id<'con'> | null;
}

/** Does what was asked, or, as a preview, does it, looks what it does, and takes it back. */
export async function perform<R, A>(
  { body, caller, shell }: Asked, ahead: Ahead, performing: Performing<R, A>,
): Promise<A | Effects> {
  const { verb, answer, done, contractIdOf, changes } = performing;
  if (!body.preview) {
    const { bookings: wish = 'keep' } = body;
    return shell.write(caller, async (work) => {
      const { result } = await reviewed(work, ahead, { verb, changes, wish });
      return answer(work, result);
    });
  }
  const found = await previewed(shell, caller, async (work) => {
    const { result, bookings } = await reviewed(work, ahead, { verb, changes, wish: 'keep' });
    const { contract } = await reload(work, contractIdOf(result));
    return effectsOf(work, { ...done(contract, result), contractId: contract.id, bookings }, ahead.lines);
  });
  const { customerId } = found.effects.contract;
  const before = await shell.read(caller, (work) => ahead.lines(work, customerId, found.throughDay));
  return withMoney(found, before);
}

interface Reviewing<R> extends Pick<Performing<R, unknown>, 'verb' | 'changes'> {
  readonly wish: BookingsWish;
}

/**
 * The verb, and which bookings already made it touches, of the holder and of everybody who has a seat;
 * whether it may be done is the verb's to say.
 */
async function reviewed<R>(
  work: Work, ahead: Ahead, { verb, changes, wish }: Reviewing<R>,
): Promise<{ result: R; bookings: readonly AnsweredTouched[] }> {
  const [contract] = changes === null ? [] : await loadContracts(work.tx, { ids: [changes] });
  if (contract === undefined) return { result: await verb(work), bookings: [] };
  const bookings: AnsweredTouched[] = [];
  let act = () => verb(work);
  for (const { customerId, isTold } of await whoseBookings(work, contract)) {
    const inner = act;
    act = async () => {
      const found = await ahead.bookings(work, { customerId, wish: isTold ? wish : 'keep' }, inner);
      if (isTold) bookings.push(...found.bookings);
      return found.result;
    };
  }
  return { result: await act(), bookings };
}

/** Everybody on the contract; holders are not told what others have booked, and decide nothing about it. */
async function whoseBookings(
  work: Work, { id, customerId: holderId, locationId }: ContractRecord,
): Promise<readonly { readonly customerId: Id<'cus'>; readonly isTold: boolean }[]> {
  const seated = await listSeatedWithBookings(work.tx, id, work.now);
  const isTold = work.caller.may('contracts.write', locationId);
  return [
    { customerId: holderId, isTold: true },
    ...seated.filter((one) => one !== holderId).map((customerId) => ({ customerId, isTold })),
  ];
}
