import { z } from 'zod';
import type { Endpoint, Shape } from '../../../api/endpoint.ts';
import { problems } from '../../../api/problem.ts';

type AnyEndpoint = Endpoint<Shape, Shape, Shape, z.ZodType>;
type Json = Record<string, unknown>;

/** The OpenAPI 3.1 document, made from the schemas that validate. */
export function openApiOf(endpoints: readonly AnyEndpoint[], url: string): Json {
  const paths: Record<string, Json> = {};
  for (const endpoint of endpoints) {
    const path = endpoint.path.replace(/:(\w+)/g, '{$1}');
    paths[path] = { ...paths[path], [endpoint.method.toLowerCase()]: operationOf(endpoint) };
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Foyer', version: '1', summary: 'Coworking and flex spaces; every no explains itself.' },
    servers: [{ url: `${url}/api/v1` }],
    paths,
    components: {
      securitySchemes: {
        key: { type: 'http', scheme: 'bearer', description: 'An API key: key_…' },
        session: { type: 'apiKey', in: 'cookie', name: '__Host-foyer' },
      },
      schemas: { Problem: problemSchema },
    },
  };
}

function operationOf(endpoint: AnyEndpoint): Json {
  const status = endpoint.status ?? 200;
  return {
    operationId: `${endpoint.method.toLowerCase()}${endpoint.path.replace(
      /[:/{}.-]+(\w)/g,
      (_, letter: string) => letter.toUpperCase(),
    )}`,
    summary: endpoint.summary,
    tags: [endpoint.path.split('/')[1]],
    'x-permission': endpoint.permission,
    ...(endpoint.orPermission && { 'x-or-permission': endpoint.orPermission }),
    security:
      endpoint.permission === 'public' ? [{}, { key: [] }, { session: [] }] : [{ key: [] }, { session: [] }],
    parameters: [
      ...parametersOf(endpoint.params, 'path'),
      ...parametersOf(endpoint.query, 'query'),
      ...headersOf(endpoint),
    ],
    ...(endpoint.body && {
      requestBody: {
        required: true,
        content: {
          [endpoint.accepts === 'multipart' ? 'multipart/form-data' : 'application/json']: {
            schema: jsonSchema(endpoint.body, 'input'),
          },
        },
      },
    }),
    responses: {
      [status]: { description: 'Done', ...(status !== 204 && { content: answerOf(endpoint) }) },
      ...Object.fromEntries(problemStatuses(endpoint).map((code) => [code, refused])),
    },
  };
}

const answerOf = (endpoint: AnyEndpoint): Json => endpoint.answers === 'file'
  ? { '*/*': { schema: { type: 'string', format: 'binary' } } }
  : { 'application/json': { schema: jsonSchema(endpoint.answer, 'output') } };

function problemStatuses(endpoint: AnyEndpoint): number[] {
  const own = (endpoint.problems ?? []).map((code) => problems[code].status);
  const always = [
    422,
    429,
    ...(endpoint.permission === 'public' ? [] : [401, 403]),
    ...(endpoint.params ? [404] : []),
  ];
  return [...new Set<number>([...own, ...always])].sort();
}

function parametersOf(schema: Shape, place: 'path' | 'query'): Json[] {
  if (schema === undefined) return [];
  const { properties = {}, required = [] } = jsonSchema(schema, 'input') as {
    properties?: Record<string, Json>; required?: string[];
  };
  return Object.entries(properties).map(([name, of]) =>
    ({ name, in: place, required: place === 'path' || required.includes(name), schema: of }));
}

function headersOf({ method, takesSecrets }: AnyEndpoint): Json[] {
  const text = { type: 'string' };
  if (method === 'POST' && takesSecrets) return [];
  if (method === 'POST') return [{ name: 'Idempotency-Key', in: 'header', required: false, schema: text }];
  if (method === 'PUT' || method === 'PATCH')
    return [{ name: 'If-Match', in: 'header', required: false, schema: text }];
  return [];
}

const jsonSchema = (schema: z.ZodType, io: 'input' | 'output'): Json => {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' }) as Json;
  return rest;
};

const refused = {
  description: 'Refused',
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
};

const problemSchema = {
  type: 'object',
  required: ['type', 'code', 'title', 'status'],
  properties: {
    type: { type: 'string' },
    code: { type: 'string', enum: Object.keys(problems) },
    title: { type: 'string' },
    status: { type: 'integer' },
    detail: { type: 'string' },
    instance: { type: 'string' },
    requestId: { type: 'string' },
    errors: {
      type: 'array',
      items: {
        type: 'object',
        properties: { field: { type: 'string' }, code: { type: 'string' }, detail: { type: 'string' } },
      },
    },
    decision: { type: 'object', description: 'The decision that refused, with every layer.' },
  },
};
