import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startWorld, type World } from '../../../../test/support/world.ts';
import { composeLetter, type Words } from './compose.ts';
import { deliverLetters, followLetters } from './deliver-letters.ts';
import { localOutbox, type Mailer } from './mailer.ts';
import { smtpMailer } from './smtp-mailer.ts';

let world: World;
let server: SMTPServer;
let url: string;
const arrived: { to: string[]; raw: string }[] = [];
let refusal: { code: number; times: number; to?: string } | null = null;

beforeAll(async () => {
  world = await startWorld();
  server = new SMTPServer({
    authOptional: true, disabledCommands: ['STARTTLS'],
    onRcptTo: ({ address }, _session, done) => {
      if (refusal === null || refusal.times === 0 || (refusal.to ?? address) !== address) return done();
      refusal.times -= 1;
      return done(Object.assign(new Error('not now'), { responseCode: refusal.code }));
    },
    onData: (stream, session, done) => {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => {
        arrived.push({
          to: session.envelope.rcptTo.map(({ address }) => address), raw: Buffer.concat(parts).toString(),
        });
        done();
      });
    },
  });
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  url = `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`;
});
afterAll(async () => {
  server.close();
  await world.stop();
});

const words: Words = {
  to: 'ana@example.com', language: 'de', from: 'Harbour', subject: 'Gruß, Ana', heading: 'Hallo',
  paragraphs: ['Erster Satz.', 'Zweiter Satz.'], because: 'Darum.',
  attachments: [{ name: 'Rechnung 1.pdf', type: 'application/pdf', content: Buffer.from('%PDF-1.7 ab!') }],
};

const write = (more: Partial<Words> = {}) =>
  world.shell.write(world.caller, async (work) => work.mail(composeLetter({ ...words, ...more })));

const newest = () => world.shell.connection.db.selectFrom('mails').selectAll().orderBy('id', 'desc').limit(1)
  .executeTakeFirstOrThrow();

/** What somebody at the other end has: by SMTP the message, in the outbox the row. */
const adapters: [string, () => Mailer, (to: string) => Promise<string>][] = [
  ['local outbox', () => localOutbox, async (to) => {
    const { subject, plainText, html, attachments, toAddress, language } = await newest();
    expect(toAddress).toBe(to);
    return [`Content-Language: ${language}`, subject, plainText, html, JSON.stringify(attachments)].join(
      '\n',
    );
  }],
  ['SMTP', () => smtpMailer(url), async (to) => {
    const { to: receivers, raw } = arrived.at(-1) ?? { to: [], raw: '' };
    expect(receivers).toEqual([to]);
    return raw
      .replaceAll('=?UTF-8?Q?Gru=C3=9F=2C_Ana?=', 'Gruß, Ana')
      .replace(/=\r?\n/g, '')
      .replaceAll('=3D', '=');
  }],
];

describe.each(adapters)('%s', (_, open, received) => {
  test('OPS-1 a letter arrives whole: receiver, subject, both forms, language, file', async () => {
    const mailer = open();
    await write();
    expect(await deliverLetters(world.shell, mailer)).toBe(1);
    const text = await received('ana@example.com');
    expect(text).toContain('Gruß, Ana');
    expect(text).toContain('Zweiter Satz.');
    expect(text).toMatch(/<h1 [^>]*>Hallo/);
    expect(text).toContain('Content-Language: de');
    expect(text).toContain(Buffer.from('%PDF-1.7 ab!').toString('base64'));
    expect((await newest()).sentAt).toBe(world.shell.clock.now());
    mailer.close();
  });

  test('OPS-1 a letter is delivered once, also by two processes at once', async () => {
    const mailer = open();
    for (let letter = 0; letter < 5; letter += 1) await write({ subject: `Number ${letter}` });
    const both = await Promise.all([
      deliverLetters(world.shell, mailer),
      deliverLetters(world.shell, mailer),
    ]);
    expect(both.reduce((sum, count) => sum + count, 0)).toBe(5);
    expect(await deliverLetters(world.shell, mailer)).toBe(0);
    mailer.close();
  });

  test('SAF-2 no text of a letter becomes a header or another receiver', async () => {
    const mailer = open();
    const to = 'eve@example.com';
    await write({ to, subject: 'Hi\r\nBcc: all@example.com', from: 'A\r\nBcc: all@example.com' });
    await deliverLetters(world.shell, mailer);
    const head = (await received(to)).split(/\r?\n\r?\n/)[0] ?? '';
    expect(head).not.toMatch(/^bcc:/im);
    mailer.close();
  });
});

test('OPS-1 what the mail server does not take now is tried again, and not given up', async () => {
  const mailer = smtpMailer(url);
  refusal = { code: 451, times: 1 };
  await write({ to: 'later@example.com' });
  expect(await deliverLetters(world.shell, mailer)).toBe(0);
  const failed = await newest();
  expect(failed).toMatchObject({ attempts: 1, sentAt: null });
  expect(failed.failure).toContain('not now');
  expect(failed.retryAt).not.toBeNull();
  await world.shell.connection.db.updateTable('mails').set({ retryAt: null }).execute();
  expect(await deliverLetters(world.shell, mailer)).toBe(1);
  expect(await newest()).toMatchObject({ failure: null, attempts: 2 });
  mailer.close();
});

test('OPS-1 an address that does not exist is not tried again, and keeps nobody waiting', async () => {
  const mailer = smtpMailer(url);
  refusal = { code: 550, times: 1, to: 'gone@example.com' };
  await write({ to: 'gone@example.com' });
  await write({ to: 'here@example.com' });
  expect(await deliverLetters(world.shell, mailer)).toBe(1);
  expect(arrived.at(-1)?.to).toEqual(['here@example.com']);
  mailer.close();
});

test('OPS-1 a mail server that is gone loses no letter', async () => {
  const mailer = smtpMailer('smtp://127.0.0.1:1');
  await write({ to: 'patient@example.com' });
  expect(await deliverLetters(world.shell, mailer)).toBe(0);
  expect((await newest()).sentAt).toBeNull();
  mailer.close();
});

test('OPS-1 letters are followed as they are written', async () => {
  await world.shell.connection.db.updateTable('mails').set({ attempts: 12 }).execute();
  const stop = followLetters(world.shell, localOutbox);
  await write({ to: 'soon@example.com' });
  await expect.poll(async () => (await newest()).sentAt, { timeout: 20_000 }).not.toBeNull();
  await stop();
});
