import pg from 'pg';

/** A text seen this often is worth a statement of its own on each connection. */
const seenBefore = 3;
/** Beyond these, texts are parsed each time: a connection's memory has a measure. */
const namesMost = 400;

/**
 * A connection that prepares the statements it is sent again and again, so that PostgreSQL parses and plans
 * each once. Texts have one name in the whole process; what is asked once or with ever new texts has none.
 */
export class NamedClient extends pg.Client {
  override query(...sent: unknown[]): never {
    const [text, values] = sent;
    if (typeof text !== 'string' || !Array.isArray(values) || values.length === 0) return ask(this, sent);
    const name = nameOf(text);
    if (name === undefined) return ask(this, sent);
    const answer: unknown = ask(this, [{ name, text, values }, ...sent.slice(2)]);
    if (answer instanceof Promise) answer.catch((error: unknown) => forgetWhenStale(error, text));
    return answer as never;
  }
}

const ask = (client: NamedClient, sent: readonly unknown[]): never =>
  Reflect.apply(pg.Client.prototype.query, client, sent) as never;

const names = new Map<string, string>();
const seen = new Map<string, number>();
let made = 0;

function nameOf(text: string): string | undefined {
  const name = names.get(text);
  if (name !== undefined || names.size >= namesMost) return name;
  const times = (seen.get(text) ?? 0) + 1;
  if (times < seenBefore) {
    if (seen.size > 10 * namesMost) seen.clear();
    seen.set(text, times);
    return undefined;
  }
  seen.delete(text);
  names.set(text, `s${(made += 1)}`);
  return names.get(text);
}

/** A newer version has changed a table under this process: the next time the text is parsed anew. */
function forgetWhenStale(error: unknown, text: string): void {
  const { code, message } = error as { code?: string; message?: string };
  if (code === '0A000' && message?.includes('cached plan') === true) names.delete(text);
}
