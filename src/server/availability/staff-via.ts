import type { Via } from '../../domain/access/decision.ts';
import type { Caller } from '../platform/http/caller.ts';

/** Where staff ask from unless they say so. */
export const staffVia = ({ kind, customerId }: Caller): Via =>
  (kind === 'admin' ? 'desk' : customerId === null ? 'api' : 'portal');
