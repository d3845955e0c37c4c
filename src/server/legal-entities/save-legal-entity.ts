import type { BodyOf } from '../../api/endpoint.ts';
import type * as api from '../../api/legal-entities.ts';
import type { Id } from '../../domain/kernel/id.ts';
import { refusedBy } from '../platform/database/sql.ts';
import { Problem } from '../platform/http/problem.ts';
import type { Work } from '../platform/work/shell.ts';
import {
  insertLegalEntity,
  type LegalEntity,
  lockLegalEntity,
  updateLegalEntity,
} from './legal-entity-store.ts';

/** Who invoices is for those who may set settings of the whole network. */
export async function createLegalEntity(
  work: Work, wished: BodyOf<typeof api.createLegalEntity>,
): Promise<LegalEntity> {
  const entity: LegalEntity = { id: work.newId('ent'), ...wished, createdAt: work.now };
  await insertLegalEntity(work.tx, entity).catch(prefixTaken);
  tellOf(work, 'created', entity);
  return entity;
}

export async function changeLegalEntity(
  work: Work, id: Id<'ent'>, change: BodyOf<typeof api.changeLegalEntity>,
): Promise<LegalEntity> {
  const before = await lockLegalEntity(work.tx, id);
  if (before === undefined) throw new Problem('notFound');
  const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
  const entity: LegalEntity = { ...before, ...given };
  await updateLegalEntity(work.tx, entity).catch(prefixTaken);
  tellOf(work, 'changed', entity, before);
  return entity;
}

function prefixTaken(error: unknown): never {
  if (refusedBy(error) !== 'legal_entities_invoice_prefix_key') throw error;
  const detail = 'Another legal entity numbers its invoices so. Choose another prefix.';
  throw new Problem('invoicePrefixTaken', { errors: [{ field: 'invoicePrefix', code: 'taken', detail }] });
}

function tellOf(work: Work, verb: 'created' | 'changed', entity: LegalEntity, before?: LegalEntity): void {
  work.audit({ action: `legalEntity.${verb}`, aboutId: entity.id, before, after: entity });
  work.tell({ kind: `legalEntity.${verb}`, aboutId: entity.id, facts: { name: entity.name } });
}
