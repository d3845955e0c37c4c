import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { FastifyReply, FastifyRequest } from 'fastify';

const brotli = promisify(brotliCompress);
const zip = promisify(gzip);

/** Less than a packet gains nothing. */
const worthIt = 1400;
const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } };

/** Sends a text as small as the browser takes it. No page carries a secret that packing could betray. */
export async function sendPacked(
  request: FastifyRequest,
  reply: FastifyReply,
  text: string,
): Promise<FastifyReply> {
  const accepted = String(request.headers['accept-encoding'] ?? '');
  const way =
    text.length < worthIt
      ? null
      : /\bbr\b/.test(accepted)
        ? 'br'
        : /\bgzip\b/.test(accepted)
          ? 'gzip'
          : null;
  if (way === null) return reply.send(text);
  const body = way === 'br' ? await brotli(text, quality) : await zip(text);
  return reply.header('content-encoding', way).send(body);
}
