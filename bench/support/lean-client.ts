import { connect, type Socket } from 'node:net';

/** An answer as far as a benchmark looks at it. */
export interface LeanAnswer {
  readonly status: number;
  readonly text: string;
}

/**
 * One connection that sends one request after the other and reads no more of the answer than it must: whoever
 * measures on two cores should leave them to what is measured.
 */
export class LeanClient {
  readonly #socket: Socket;
  readonly #head: string;
  #held = '';
  #answered: ((answer: LeanAnswer) => void) | null = null;

  constructor(port: number, key: string) {
    this.#socket = connect({ port, host: '127.0.0.1', noDelay: true });
    this.#socket.setEncoding('latin1');
    this.#socket.on('data', (chunk: string) => this.#read(chunk));
    this.#head = [
      `host: 127.0.0.1:${port}`, `authorization: Bearer ${key}`, 'content-type: application/json', '',
    ].join('\r\n');
  }

  /** Bodies are of plain ASCII. */
  post(path: string, body: unknown): Promise<LeanAnswer> {
    const sent = JSON.stringify(body);
    const answer = new Promise<LeanAnswer>((resolve) => {
      this.#answered = resolve;
    });
    this.#socket.write(
      `POST /api/v1${path} HTTP/1.1\r\n${this.#head}content-length: ${sent.length}\r\n\r\n${sent}`,
    );
    return answer;
  }

  close(): void {
    this.#socket.destroy();
  }

  #read(chunk: string): void {
    this.#held = this.#held === '' ? chunk : this.#held + chunk;
    const end = this.#held.indexOf('\r\n\r\n');
    if (end < 0) return;
    const length = Number(/content-length: (\d+)/i.exec(this.#held.slice(0, end))?.[1] ?? 0);
    if (this.#held.length < end + 4 + length) return;
    const text = this.#held.slice(end + 4, end + 4 + length);
    const answer = { status: Number(this.#held.slice(9, 12)), text };
    this.#held = this.#held.slice(end + 4 + length);
    this.#answered?.(answer);
  }
}
