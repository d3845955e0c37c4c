import type { FastifyRequest } from 'fastify';
import { Problem } from '../../platform/http/problem.ts';

const reading = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Against forged requests: what changes something and comes with a cookie, or asks for one, must come from
 * our own pages. Browsers say where a request comes from by `Origin`, and by `Sec-Fetch-Site` where they do
 * not. Whoever sends neither is no browser that could be misled. Throws 403.
 */
export function mustComeFromOurPages(request: FastifyRequest, ownUrl: string): void {
  if (reading.has(request.method)) return;
  if (!comesFromOurPages(request, ownUrl)) {
    throw new Problem('notPermitted', { detail: 'This request was made by a page of another site.' });
  }
}

function comesFromOurPages({ headers, host }: FastifyRequest, ownUrl: string): boolean {
  const { origin } = headers;
  const site = headers['sec-fetch-site'];
  if (origin !== undefined) return isOurs(origin, [host, new URL(ownUrl).host]);
  return site === undefined || site === 'same-origin' || site === 'none';
}

function isOurs(origin: string, hosts: readonly string[]): boolean {
  if (!URL.canParse(origin)) return false;
  return hosts.includes(new URL(origin).host);
}
