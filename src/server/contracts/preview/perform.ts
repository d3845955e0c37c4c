import type { Effects } from '../../../api/contracts.ts';
import type { Id } from '../../../domain/kernel/id.ts';
import type { Caller } from '../../platform/http/caller.ts';
import type { Shell, Work } from '../../platform/work/shell.ts';
import type { ContractRecord } from '../contract-record.ts';
import { type Done, effectsOf, withMoney } from './effects.ts';
import { reload } from '../load-facts.ts';
import type { LinesAhead } from './money-ahead.ts';
import { previewed } from './preview.ts';

interface Asked {
  readonly body: { readonly preview: boolean };
  readonly caller: Caller;
  readonly shell: Shell;
}

interface Performing<R, A> {
  readonly verb: (work: Work) => Promise<R>;
  readonly answer: (work: Work, result: R) => Promise<A>;
  readonly done: (contract: ContractRecord, result: R) => Omit<Done, 'contractId'>;
  readonly contractIdOf: (result: R) => Id<'con'>;
}

/** Does what was asked, or, as a preview, does it, looks what it does, and takes it back. */
export async function perform<R, A>(
  { body, caller, shell }: Asked, linesAhead: LinesAhead, performing: Performing<R, A>,
): Promise<A | Effects> {
  const { verb, answer, done, contractIdOf } = performing;
  if (!body.preview) return shell.write(caller, async (work) => answer(work, await verb(work)));
  const found = await previewed(shell, caller, async (work) => {
    const result = await verb(work);
    const { contract } = await reload(work, contractIdOf(result));
    return effectsOf(work, { ...done(contract, result), contractId: contract.id }, linesAhead);
  });
  const { customerId } = found.effects.contract;
  const before = await shell.read(caller, (work) => linesAhead(work, customerId, found.throughDay));
  return withMoney(found, before);
}
