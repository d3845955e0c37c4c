import { useSpeech } from '../../../../kit/plain/index.ts';
import { useAnswer } from '../../data/answers.ts';
import type { AnswerTo } from '../../data/client.ts';
import { useHere } from '../../data/here.tsx';

export type Customer = AnswerTo<'getCustomer'>;
export type CustomerContract = AnswerTo<'listContracts'>['data'][number];
export type CustomerGrant = AnswerTo<'listBenefits'>['data'][number];

export function useContractsOf(customerId: string) {
  const { may } = useHere();
  const query = { customerId: customerId as never, limit: 100 };
  return useAnswer('listContracts', { query }, { when: may('contracts.read') });
}

/** "1 of 2 contracts frozen until 3 Dec", as far as any is. */
export function useFrozen(customer: Customer): string | undefined {
  const { phrase, formats } = useSpeech();
  const contracts = useContractsOf(customer.id).data?.data.filter(
    ({ status }) => status === 'active' || status === 'frozen',
  );
  const frozen = contracts?.filter(({ status }) => status === 'frozen') ?? [];
  if (contracts === undefined || frozen.length === 0) return undefined;
  const days = frozen.map(
    ({ freezes }) => freezes.find(({ state }) => state === 'inForce')?.untilDay ?? null,
  );
  const counts = { count: frozen.length, total: contracts.length };
  if (days.some((day) => day === null)) return phrase('admin-customers.frozenOf', counts);
  const until = formats.day((days as string[]).toSorted()[0]!);
  return phrase('admin-customers.frozenOfUntil', { ...counts, until });
}

/** "€120.00 overdue", of all invoices past their day. */
export function useOwed(customerId: string): string | undefined {
  const { phrase, formats } = useSpeech();
  const { amounts } = useBalance(customerId);
  const overdue = amounts.filter(({ overdue }) => overdue > 0);
  if (overdue.length === 0) return undefined;
  const money = overdue.map((one) => formats.money({ amount: one.overdue, currency: one.currency }));
  return phrase('admin-customers.overdue', { amount: formats.list(money) });
}

interface Owed {
  readonly currency: string;
  readonly owed: number;
  readonly overdue: number;
}

/** What is still owed, by currency. */
export function useBalance(customerId: string): {
  readonly known: boolean;
  readonly amounts: readonly Owed[];
} {
  const { may } = useHere();
  const query = { customerId: customerId as never, limit: 100, state: 'open' as const };
  const answer = useAnswer('listInvoices', { query }, { when: may('billing.read') });
  const byCurrency = new Map<string, Owed>();
  for (const invoice of answer.data?.data ?? []) {
    const { currency, amount } = invoice.outstanding;
    const before = byCurrency.get(currency) ?? { currency, owed: 0, overdue: 0 };
    const late = invoice.overdue ? amount : 0;
    byCurrency.set(currency, { currency, owed: before.owed + amount, overdue: before.overdue + late });
  }
  return { known: answer.data !== undefined, amounts: [...byCurrency.values()] };
}
