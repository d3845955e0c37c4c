import type { Database } from '../../platform/database/connect.ts';
import type { LoadedClass } from './load-classes.ts';
import { type After, listByName, listNamed, type NamedRow } from './name-store.ts';

/** Somebody by name, with the class they are in. */
export type Named = NamedRow & { readonly of: LoadedClass };

interface Wanted {
  readonly homes: readonly string[] | null;
  readonly after: After;
  /** Of each group. */
  readonly most: number;
}

/**
 * The first of several groups of classes by name. A group of few is looked up by its ids; the first of many
 * are met soon by going through everybody by name, in steps that grow.
 */
export async function firstByName(
  db: Database, groups: readonly (readonly LoadedClass[])[], wanted: Wanted,
): Promise<readonly (readonly Named[])[]> {
  const classOf = new Map<string, LoadedClass>();
  for (const of of new Set(groups.flat())) for (const id of of.ids) classOf.set(id, of);
  const finding = groups.map((classes): Finding => ({
    classes: new Set(classes), count: classes.reduce((sum, { count }) => sum + count, 0), found: [],
  }));
  const put = (into: readonly Finding[], rows: readonly NamedRow[]): void => {
    for (const row of rows) {
      const of = classOf.get(row.id);
      if (of === undefined) continue;
      for (const { classes, found } of into) {
        if (found.length < wanted.most && classes.has(of)) found.push({ ...row, of });
      }
    }
  };
  const few = finding.filter(({ count }) => count <= FEW);
  const many = finding.filter(({ count }) => count > FEW);
  const ids = [...new Set(few.flatMap(({ classes }) => [...classes]))].flatMap((of) => of.ids);
  if (ids.length > 0) put(few, await listNamed(db, { ids, after: wanted.after }));
  await goThrough(db, wanted, { groups: many, put });
  return finding.map(({ found }) => found);
}

interface Finding {
  readonly classes: ReadonlySet<LoadedClass>;
  readonly count: number;
  readonly found: Named[];
}

const FEW = 1000;
const FIRST_STEP = 500;

async function goThrough(
  db: Database, { homes, after: from, most }: Wanted,
  { groups, put }: { groups: readonly Finding[]; put: (into: readonly Finding[], rows: NamedRow[]) => void },
): Promise<void> {
  let [after, limit] = [from, FIRST_STEP];
  while (groups.some(({ found }) => found.length < most)) {
    const rows = await listByName(db, { homes, after, limit });
    put(groups, rows);
    if (rows.length < limit) return;
    const last = rows.at(-1)!;
    after = [last.sortedName, last.id];
    limit *= 4;
  }
}
