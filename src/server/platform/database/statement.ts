import type { OperationNode, RawBuilder, RawNode, ValueNode } from 'kysely';

/** SQL with its parameters, as written with `sql`. */
export type Statement = RawBuilder<unknown>;

export interface Compiled {
  readonly text: string;
  readonly values: unknown[];
}

/**
 * Put together as it stands: SQL that we wrote needs no look at its parts, which costs more than PostgreSQL
 * takes for many a statement. Only `sql` texts and values: tables and columns are named as in the database.
 */
export function compiled(statement: Statement): Compiled {
  const values: unknown[] = [];
  return { text: textOf(statement.toOperationNode(), values), values };
}

function textOf(node: OperationNode, values: unknown[]): string {
  if (node.kind === 'ValueNode') return `$${values.push((node as ValueNode).value)}`;
  if (node.kind !== 'RawNode') throw new RangeError(`${node.kind} is not plain SQL`);
  const { sqlFragments, parameters } = node as RawNode;
  let text = sqlFragments[0] ?? '';
  for (const [index, parameter] of parameters.entries())
    text += textOf(parameter, values) + (sqlFragments[index + 1] ?? '');
  return text;
}
