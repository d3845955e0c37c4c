import { randomBytes } from 'node:crypto';
import type { Id, Prefix } from '../../../domain/kernel/id.ts';
import { machineNow } from '../clock/clock.ts';

const alphabet = '0123456789abcdefghjkmnpqrstvwxyz';

/** A new id: a uuid of version 7 (the machine's time, then chance) in base32, after its prefix. */
export function newId<P extends Prefix>(prefix: P): Id<P> {
  const bytes = randomBytes(16);
  bytes.writeUIntBE(machineNow(), 0, 6);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x70;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  let rest = BigInt(`0x${bytes.toString('hex')}`);
  let text = '';
  for (let digit = 0; digit < 26; digit += 1) {
    text = (alphabet[Number(rest & 31n)] ?? '') + text;
    rest >>= 5n;
  }
  return `${prefix}_${text}` as Id<P>;
}
