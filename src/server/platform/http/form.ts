import type { FastifyRequest } from 'fastify';
import type { File } from './serve.ts';
import { Problem } from './problem.ts';

/** The parts of a multipart body: its fields by name, and its one file. */
export interface Form {
  readonly fields: Readonly<Record<string, string>>;
  readonly file: Pick<File, 'name' | 'content'> | null;
}

/**
 * Reads a multipart body into memory, up to the 100 MB that an upload may have. A body can be read once only,
 * and both its idempotency key and its endpoint ask for it: the same request hears the same form. Throws 406
 * where the body is no multipart.
 */
export function readForm(request: FastifyRequest): Promise<Form> {
  const known = read.get(request);
  if (known !== undefined) return known;
  const form = partsOf(request);
  read.set(request, form);
  return form;
}

const read = new WeakMap<FastifyRequest, Promise<Form>>();

async function partsOf(request: FastifyRequest): Promise<Form> {
  if (!request.isMultipart()) throw new Problem('notAcceptable');
  const fields: Record<string, string> = {};
  let file: Form['file'] = null;
  for await (const part of request.parts()) {
    if (part.type === 'field') fields[part.fieldname] = String(part.value);
    else if (part.fieldname === 'file') file = { name: part.filename, content: await part.toBuffer() };
    else await part.toBuffer();
  }
  return { fields, file };
}
