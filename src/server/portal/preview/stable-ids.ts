import { createHash } from 'node:crypto';
import type { Id, Prefix } from '../../../domain/kernel/id.ts';
import type { Work } from '../../platform/work/shell.ts';

const signs = '0123456789abcdefghjkmnpqrstvwxyz';

/**
 * Ids that are the same each time somebody is made up for a preview: a link on one of its pages leads to the
 * same contract and the same team on the next.
 */
export function stableIds(previewId: Id<'pvw'>): Work['newId'] {
  const age = previewId.slice(4, 14);
  let count = 0;
  return <P extends Prefix>(prefix: P): Id<P> => {
    count += 1;
    const hash = createHash('sha256').update(`${previewId} ${count}`).digest();
    return `${prefix}_${age}${[...hash.subarray(0, 16)].map((byte) => signs[byte & 31]).join('')}` as Id<P>;
  };
}
