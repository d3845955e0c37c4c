import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { extname } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

/** No script, style or frame but our own files: nothing inline, so that a text can never become a program. */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "form-action 'self'",
  "frame-src 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
].join('; ');

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
};

interface WebFile {
  readonly type: string;
  readonly plain: Buffer;
  readonly brotli: Buffer;
  readonly gzip: Buffer;
}

const folder = new URL('../../../dist/admin/', import.meta.url);

/** The product's clock, which the panel goes by instead of its device's; it may stand still, for trials. */
export interface MountOptions {
  readonly now: () => number;
  readonly stands: boolean;
}

/** The built panel: one page for every address below `/admin`, and its hashed files for good. */
export async function mountAdmin(app: FastifyInstance, clock: MountOptions): Promise<void> {
  const files = new Map<string, WebFile>();
  const page = async (_request: FastifyRequest, reply: FastifyReply) => {
    const html = new URL('index.html', folder);
    reply.header('content-security-policy', policy).header('cache-control', 'no-store');
    if (!existsSync(html))
      return reply.code(503).type('text/plain').send('The admin panel has not been built.');
    const time = `<meta name="foyer-now" content="${clock.now()}" data-stands="${clock.stands}">`;
    return reply
      .type('text/html; charset=utf-8')
      .send(readFileSync(html, 'utf8').replace('</head>', `${time}\n</head>`));
  };
  app.get('/admin', page);
  app.get('/admin/*', page);
  app.get('/assets/admin/:name', async (request, reply) => {
    const { name } = request.params as { name: string };
    const file = files.get(name) ?? readFile(name);
    if (file === undefined) return reply.code(404).send();
    files.set(name, file);
    return send(request, reply, file);
  });
}

/** Only what the build wrote: a name is looked up in the folder, so no path leads out of it. */
function readFile(name: string): WebFile | undefined {
  const type = types[extname(name)];
  if (type === undefined || !existsSync(folder) || !readdirSync(folder).includes(name)) return undefined;
  const plain = readFileSync(new URL(name, folder));
  const params = { [constants.BROTLI_PARAM_QUALITY]: 9 };
  return { type, plain, brotli: brotliCompressSync(plain, { params }), gzip: gzipSync(plain) };
}

function send(request: FastifyRequest, reply: FastifyReply, file: WebFile): FastifyReply {
  const accepted = String(request.headers['accept-encoding'] ?? '');
  reply
    .header('cache-control', 'public, max-age=31536000, immutable')
    .header('vary', 'accept-encoding')
    .type(file.type);
  if (/\bbr\b/.test(accepted)) return reply.header('content-encoding', 'br').send(file.brotli);
  if (/\bgzip\b/.test(accepted)) return reply.header('content-encoding', 'gzip').send(file.gzip);
  return reply.send(file.plain);
}
