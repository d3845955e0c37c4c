import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { answeredId, answeredInstant, idOf, pageOf } from './schema.ts';

const legalEntitySchema = z.object({
  id: answeredId('ent'), name: z.string(), address: z.string(), taxNumber: z.string().nullable(),
  bankDetails: z.string().meta({ description: 'Where a transfer goes: bank, IBAN, BIC' }),
  invoicePrefix: z.string(), createdAt: answeredInstant,
});

const fields = {
  name: z.string().trim().min(1).max(200),
  address: z.string().max(500).default(''),
  taxNumber: z.string().trim().max(50).nullable().default(null),
  bankDetails: z.string().trim().max(300).default(''),
  /** Begins the numbers of its invoices: BER in BER-2026-0001. */
  invoicePrefix: z.string().regex(/^[A-Z0-9]{1,10}$/, 'needs 1 to 10 capital letters or digits, such as BER'),
};

export const createLegalEntity = endpoint({
  method: 'POST', path: '/legal-entities', permission: 'settings.write',
  summary: 'Adds a legal entity that invoices; locations choose it by the setting legalEntityId',
  body: z.strictObject(fields), answer: legalEntitySchema, status: 201, problems: ['invoicePrefixTaken'],
});

export const listLegalEntities = endpoint({
  method: 'GET', path: '/legal-entities', permission: 'settings.read',
  summary: 'The legal entities that invoice', answer: pageOf(legalEntitySchema),
});

export const changeLegalEntity = endpoint({
  method: 'PATCH', path: '/legal-entities/:legalEntityId', permission: 'settings.write',
  summary: 'Changes a legal entity; invoices issued before keep what they said',
  params: z.object({ legalEntityId: idOf('ent') }),
  body: z.strictObject({
    name: fields.name, address: z.string().max(500), taxNumber: z.string().trim().max(50).nullable(),
    bankDetails: z.string().trim().max(300), invoicePrefix: fields.invoicePrefix,
  }).partial(),
  answer: legalEntitySchema, problems: ['invoicePrefixTaken'],
});
