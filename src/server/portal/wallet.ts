import type { Wallet } from '../../apps/portal/readers.ts';
import type { Visiting } from './visiting.ts';

/** What the visitor may use without paying again. */
export async function loadWallet({ customerId }: Visiting): Promise<Wallet> {
  if (customerId === null) return { grants: [], ledger: [] };
  return { grants: [], ledger: [] };
}
