import { randomFillSync } from 'node:crypto';
import type { Id, Prefix } from '../../../domain/kernel/id.ts';
import { machineNow } from '../clock/clock.ts';

const alphabet = '0123456789abcdefghjkmnpqrstvwxyz';
const LENGTH = 16;
/** Chance is asked for in one go for many ids. */
const pool = Buffer.alloc(256 * LENGTH);
let next = pool.length;

/** A new id: a uuid of version 7 (the machine's time, then chance) in base32, after its prefix. */
export function newId<P extends Prefix>(prefix: P): Id<P> {
  if (next === pool.length) next = randomFillSync(pool) && 0;
  const bytes = pool.subarray(next, (next += LENGTH));
  bytes.writeUIntBE(machineNow(), 0, 6);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x70;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  return `${prefix}_${base32(bytes)}` as Id<P>;
}

/** The 128 bits as 26 digits of five, the first of three. */
function base32(bytes: Uint8Array): string {
  let text = '';
  let held = 0;
  let bits = 2;
  for (const byte of bytes) {
    held = (held << 8) | byte;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      text += alphabet[(held >>> bits) & 31] ?? '';
    }
    held &= (1 << bits) - 1;
  }
  return text;
}
