import type { Decision } from '../../domain/access/decision.ts';
import type { Work } from '../platform/work/shell.ts';
import { prepare, type Question } from './prepare.ts';
import type { FactSuppliers } from './suppliers.ts';

/** One question about one customer at one place: loads the facts it needs and asks the domain (ACC-2). */
export async function decideAccess(work: Work, asked: Question, suppliers: FactSuppliers): Promise<Decision> {
  return (await prepare(work, asked, { suppliers })).decide(asked.at);
}
