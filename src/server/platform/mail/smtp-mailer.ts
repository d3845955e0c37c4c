import type { Transporter } from 'nodemailer';
import { type Mailer, Undeliverable } from './mailer.ts';

/**
 * Sends by SMTP, `smtp://user:password@host:port` or `smtps://`. A server that does not answer in ten
 * seconds, or falls silent for thirty, counts as gone.
 */
export function smtpMailer(url: string): Mailer {
  let transport: Transporter | undefined;
  // Loaded with the first letter, so that a start does not wait for it.
  const opened = async (): Promise<Transporter> =>
    transport ??= (await import('nodemailer')).createTransport({
      url,
      pool: true,
      maxConnections: 2,
      connectionTimeout: 10_000,
      greetingTimeout: 10_000,
      socketTimeout: 30_000,
      disableFileAccess: true,
      disableUrlAccess: true,
    });
  return {
    async deliver(letter, { id, fromName, fromAddress }) {
      const host = fromAddress.split('@')[1] ?? 'localhost';
      try {
        await (await opened()).sendMail({
          messageId: `<${id}@${host}>`,
          // As objects, so that a name with a comma or an address with two never becomes another receiver.
          from: { name: fromName, address: fromAddress }, to: { name: '', address: letter.to },
          subject: letter.subject, text: letter.plainText, html: letter.html,
          headers: { 'Content-Language': letter.language, 'Auto-Submitted': 'auto-generated' },
          attachments: (letter.attachments ?? [])
            .map(({ name, type, content }) => ({ filename: name, contentType: type, content })),
        });
      } catch (error) {
        throw undeliverable(error as SmtpError);
      }
    },
    close: () => transport?.close(),
  };
}

interface SmtpError extends Error {
  readonly responseCode?: number;
  readonly code?: string;
}

/** What the server said, without its address or our password in it. */
function undeliverable({ responseCode, code, message }: SmtpError): Undeliverable {
  const forGood = responseCode !== undefined && responseCode >= 550 && responseCode < 560;
  const said = responseCode === undefined ? code ?? 'no answer' : message.slice(0, 300);
  return new Undeliverable(said, forGood);
}
