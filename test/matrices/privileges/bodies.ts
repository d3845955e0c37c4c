import { z } from 'zod';
import type { Endpoint } from '../../../src/api/endpoint.ts';
import type { Things } from './places.ts';

/** A part of a JSON schema, as far as values are made of it. */
interface Part {
  readonly type?: string;
  readonly enum?: readonly unknown[];
  readonly example?: string;
  readonly format?: string;
  readonly pattern?: string;
  readonly minLength?: number;
  readonly minimum?: number;
  readonly anyOf?: readonly Part[];
  readonly properties?: Readonly<Record<string, Part>>;
  readonly required?: readonly string[];
  readonly items?: Part;
}

let count = 0;

/** A body that the endpoint's own schema takes, about these things: no refusal can hide behind a 422. */
export function bodyFor(endpoint: Endpoint, things: Things): unknown {
  if (endpoint.method === 'GET' || endpoint.body === undefined) return undefined;
  count += 1;
  if (endpoint.accepts === 'multipart') return formOf(things);
  const name = `${endpoint.method} ${endpoint.path}`;
  const body = { ...valueOf(schemaOf(name, endpoint.body), '', things) as object, ...wishes[name]?.(things) };
  const parsed = endpoint.body.safeParse(body);
  if (!parsed.success) throw new Error(`${name}: ${parsed.error.message}`);
  return body;
}

const schemas = new Map<string, Part>();

function schemaOf(name: string, body: z.ZodType): Part {
  const known = schemas.get(name);
  if (known !== undefined) return known;
  const schema = z.toJSONSchema(body, { io: 'input', unrepresentable: 'any' }) as Part;
  schemas.set(name, schema);
  return schema;
}

function valueOf(part: Part, name: string, things: Things): unknown {
  if (part.enum !== undefined) return part.enum[0];
  if (part.example !== undefined) return things.ids[name] ?? part.example;
  if (part.anyOf !== undefined) return valueOf(part.anyOf[0] as Part, name, things);
  if (part.type === 'object') {
    return Object.fromEntries((part.required ?? []).map((key) =>
      [key, valueOf(part.properties?.[key] ?? {}, key, things)]));
  }
  if (part.type === 'array') return [valueOf(part.items ?? {}, name, things)];
  if (part.type === 'integer' || part.type === 'number') return Math.max(part.minimum ?? 1, 1);
  if (part.type === 'boolean') return false;
  return textOf(part, name);
}

function textOf({ format, pattern, minLength }: Part, name: string): string {
  if (format === 'date') return '2027-01-04';
  if (format === 'date-time') return name === 'endAt' || name === 'to' ? noon(1) : noon(0);
  if (name === 'timeZone') return 'Europe/Berlin';
  if (name === 'invoicePrefix') return `P${count}`;
  if (name === 'slug') return `slug-${count}`;
  if (pattern?.includes('@')) return `somebody${count}@example.test`;
  return `word ${count} ${'x'.repeat(minLength ?? 0)}`;
}

/** Another hour for each body, so that no booking stands in the way of the next. */
const noon = (hours: number): string => new Date(Date.UTC(2027, 0, 4) + (count * 2 + hours) * 3_600_000)
  .toISOString();

function formOf({ ids, mark }: Things): FormData {
  const form = new FormData();
  form.set('layout', 'nexudusCustomers');
  form.set('locationId', ids.locationId ?? '');
  form.set('file', new Blob([`Full Name,Email\nNew ${mark},new${count}@example.test\n`]), 'customers.csv');
  return form;
}

const euros = (amount: number) => ({ amount, currency: 'EUR' });

/** What the schemas do not say: where a thing is to be, and what must be named of two. */
const wishes: Readonly<Record<string, (things: Things) => object>> = {
  'POST /locations': ({ ids }) => ({ parentId: ids.locationId }),
  'POST /staff/:adminId/roles': () => ({ role: 'readOnly' }),
  'POST /staff/invitations': () => ({ role: 'readOnly' }),
  'POST /api-keys': ({ ids }) => ({ permissions: ['locations.read'], locationId: ids.locationId }),
  'POST /customers': ({ ids }) => ({ homeLocationId: ids.locationId }),
  'POST /plans': () => ({ price: euros(1000) }),
  'POST /resource-types': ({ ids }) => ({ locationId: ids.locationId }),
  'POST /teams': ({ ids }) => ({ locationId: ids.locationId }),
  'POST /rates': ({ ids }) => ({ typeId: ids.typeId, locationId: ids.locationId }),
  'POST /passes': ({ ids }) => ({ locationId: ids.locationId }),
  'POST /payments': ({ ids }) => ({ invoiceId: ids.invoiceId }),
  'POST /check-ins': ({ ids }) => ({ customerId: ids.customerId, source: 'desk' }),
  'POST /access/reminders': ({ ids }) => ({ customerId: ids.customerId }),
  'POST /bookings': ({ ids }) => ({ customerId: ids.customerId }),
  'POST /bookings/quote': ({ ids }) => ({ customerId: ids.customerId }),
  'POST /bookings/:bookingId/change': () => ({ startAt: noon(0), endAt: noon(1) }),
  'POST /contracts/:contractId/cancel': () => ({ at: 'endOfCycle' }),
  'PUT /locations/:locationId/portal-access': () => ({ sections: { perks: 'members' } }),
  'PUT /locations/:locationId/portal-access/draft': () => ({ sections: { perks: 'members' } }),
  'POST /locations/:locationId/portal-access/preview': () => ({ sections: { perks: 'members' } }),
};
