import {
  CamelCasePlugin,
  type OperationNode,
  PostgresDialect,
  PostgresQueryCompiler,
  type RawBuilder,
  type RawNode,
  type ValueNode,
} from 'kysely';

/** SQL with its parameters, as written with `sql`. */
export type Statement = RawBuilder<unknown>;

export interface Compiled {
  readonly text: string;
  readonly values: unknown[];
}

/** Only `sql` texts and values: tables and columns are named as in the database. */
export function compiled(statement: Statement): Compiled {
  const plain = plainSql(statement.toOperationNode());
  if (plain === null) throw new RangeError('a statement of names for the builder is no plain SQL');
  return plain;
}

/**
 * SQL that we wrote is put together as it stands. The builder's own way visits and copies each of its parts
 * several times, which costs more than PostgreSQL takes for many a statement. Null where something in it is
 * for the builder.
 */
function plainSql(node: OperationNode): Compiled | null {
  const values: unknown[] = [];
  const text = textOf(node, values);
  return text === null ? null : { text, values };
}

function textOf(node: OperationNode, values: unknown[]): string | null {
  if (node.kind === 'ValueNode' && (node as ValueNode).immediate !== true)
    return `$${values.push((node as ValueNode).value)}`;
  if (node.kind !== 'RawNode') return null;
  const { sqlFragments, parameters } = node as RawNode;
  let text = sqlFragments[0] ?? '';
  for (let index = 0; index < parameters.length; index += 1) {
    const part = textOf(parameters[index] as OperationNode, values);
    if (part === null) return null;
    text += part + (sqlFragments[index + 1] ?? '');
  }
  return text;
}

const plain = new WeakMap<OperationNode, Compiled>();

/** Columns are named as in code; what is kept as JSON stays as it is. */
export class Names extends CamelCasePlugin {
  constructor() {
    super({ maintainNestedObjectKeys: true });
  }

  override transformQuery(sent: Parameters<CamelCasePlugin['transformQuery']>[0]) {
    const known = plainSql(sent.node);
    if (known === null) return super.transformQuery(sent);
    plain.set(sent.node, known);
    return sent.node;
  }
}

class Compiler extends PostgresQueryCompiler {
  override compileQuery(...[node, queryId]: Parameters<PostgresQueryCompiler['compileQuery']>) {
    const known = plain.get(node);
    if (known === undefined) return super.compileQuery(node, queryId);
    return { query: node, queryId, sql: known.text, parameters: known.values };
  }
}

export class Dialect extends PostgresDialect {
  override createQueryCompiler(): Compiler {
    return new Compiler();
  }
}
