import type { FastifyInstance } from 'fastify';
import type { z } from 'zod';
import type { Endpoint, Shape } from '../../../api/endpoint.ts';
import { problems } from '../../../api/problem.ts';
import { openApiOf } from './openapi.ts';

type AnyEndpoint = Endpoint<Shape, Shape, Shape, z.ZodType>;

/** The OpenAPI document, and a reference page that a person can read without script. */
export function serveReference(app: FastifyInstance, endpoints: readonly AnyEndpoint[], url: string): void {
  let document: string | null = null;
  const asText = () => (document ??= JSON.stringify(openApiOf(endpoints, url)));
  app.get('/api/v1/openapi.json', async (_request, reply) =>
    reply.type('application/json; charset=utf-8').send(asText()),
  );
  app.get('/api/docs', async (_request, reply) => reply
    .header('content-security-policy', "default-src 'none'; style-src 'self'; frame-ancestors 'none'")
    .type('text/html; charset=utf-8').send(pageOf(JSON.parse(asText()) as Document)));
  app.get('/api/docs.css', async (_request, reply) => reply.type('text/css').send(style));
}

interface Operation {
  readonly summary: string;
  readonly 'x-permission': string;
  readonly 'x-or-permission'?: string;
  readonly parameters: readonly { name: string; in: string; required: boolean; schema: unknown }[];
  readonly requestBody?: { readonly content: Record<string, { schema: unknown }> };
  readonly responses: Record<string, { readonly content?: Record<string, { schema: unknown }> }>;
}
interface Document {
  readonly paths: Record<string, Record<string, Operation>>;
}

function pageOf({ paths }: Document): string {
  const operations = Object.entries(paths).flatMap(([path, byMethod]) =>
    Object.entries(byMethod).map(([method, operation]) => ({
      path,
      method: method.toUpperCase(),
      operation,
    })),
  );
  const words = Map.groupBy(operations, ({ path }) => path.split('/')[1] ?? '');
  const nav = [...words.keys()].map((word) => `<a href="#${word}">${escape(word)}</a>`).join(' ');
  const parts = [...words].map(([word, list]) =>
    `<section id="${word}"><h2>${escape(word)}</h2>${list.map(operationOf).join('')}</section>`);
  const codes = Object.entries(problems).map(
    ([code, { status }]) => `<li id="${code}"><code>${code}</code> ${status}</li>`,
  );
  return `<!doctype html><html lang="en"><meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Foyer API</title><link rel="stylesheet" href="/api/docs.css"><main><h1>Foyer API</h1>
<p>Base address <code>/api/v1</code>. Send <code>Authorization: Bearer key_…</code>.
Machine-readable: <a href="/api/v1/openapi.json">openapi.json</a> (OpenAPI 3.1).</p>
<nav>${nav} <a href="#problems">problems</a></nav>${parts.join('')}
<section id="problems"><h2>problems</h2><ul>${codes.join('')}</ul></section></main></html>`;
}

function operationOf({
  path,
  method,
  operation,
}: {
  path: string;
  method: string;
  operation: Operation;
}): string {
  const parameters = operation.parameters
    .map(
      ({ name, in: place, required }) =>
        `<li><code>${escape(name)}</code> in ${place}${required ? ', required' : ''}</li>`,
    )
    .join('');
  const body = Object.values(operation.requestBody?.content ?? {})[0]?.schema;
  const either = [operation['x-permission'], operation['x-or-permission']].filter((one) => one !== undefined)
    .map((one) => `<code>${escape(one)}</code>`).join(' or ');
  const answers = Object.entries(operation.responses).filter(([status]) => status.startsWith('2'));
  return `<details>
<summary><b>${method}</b> <code>${escape(path)}</code> ${escape(operation.summary)}</summary>
<p>Permission: ${either}</p>${parameters && `<ul>${parameters}</ul>`}
${body === undefined ? '' : `<h3>Body</h3><pre>${escape(JSON.stringify(body, null, 2))}</pre>`}
${answers
  .map(
    ([status, { content }]) =>
      `<h3>${status}</h3><pre>${escape(
        JSON.stringify(Object.values(content ?? {})[0]?.schema ?? null, null, 2),
      )}</pre>`,
  )
  .join('')}</details>`;
}

const escape = (text: string): string =>
  text.replace(
    /[&<>"]/g,
    (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign] ?? sign,
  );

const style = `:root{color-scheme:light dark}body{font:16px/1.5 system-ui,sans-serif;margin:0}
main{max-width:60rem;margin:0 auto;padding:1.5rem 1rem}nav{display:flex;flex-wrap:wrap;gap:.25rem .75rem}
details{border-block-end:1px solid #8886;padding:.5rem 0}summary{cursor:pointer}
summary b{display:inline-block;min-width:4rem}
pre{overflow:auto;font-size:.8rem;background:#8881;padding:.75rem;border-radius:8px}
h2{margin-block-start:2rem}`;
