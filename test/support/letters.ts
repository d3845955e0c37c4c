import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { deliverLetters } from '../../src/server/platform/mail/deliver-letters.ts';
import { smtpMailer } from '../../src/server/platform/mail/smtp-mailer.ts';
import type { World } from './world.ts';

/** A mail server of a test's own, at the other end of SMTP. */
export interface Postbox {
  /** Sends what is written and not sent yet, and gives the newest letter that arrived at an address. */
  newest(to: string): Promise<string>;
  close(): void;
}

export async function openPostbox({ shell }: Pick<World, 'shell'>): Promise<Postbox> {
  const arrived: { readonly to: string; readonly text: string }[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData: (stream, session, done) => {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => {
        const text = unfolded(Buffer.concat(parts).toString());
        for (const { address } of session.envelope.rcptTo) arrived.push({ to: address, text });
        done();
      });
    },
  });
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  const mailer = smtpMailer(`smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`);
  return {
    newest: async (to) => {
      while ((await deliverLetters(shell, mailer)) > 0);
      const letter = arrived.findLast((one) => one.to === to);
      if (letter === undefined) throw new Error(`nothing arrived for ${to}`);
      return letter.text;
    },
    close: () => {
      mailer.close();
      server.close();
    },
  };
}

/** Quoted-printable, as far as links and plain words need it. */
const unfolded = (raw: string): string => raw.replace(/=\r?\n/g, '').replaceAll('=3D', '=');
