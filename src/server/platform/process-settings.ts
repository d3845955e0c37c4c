import { type Instant, parseInstant } from '../../domain/kernel/instant.ts';

/** Settings of the process, from the environment; all optional (OPS-4). */
export interface ProcessSettings {
  readonly port: number;
  readonly host: string;
  readonly folder: string;
  readonly databaseUrl: string | null;
  /** The address under which people reach this server, without a slash at its end. */
  readonly url: string;
  readonly ownerEmail: string | null;
  readonly ownerPassword: string | null;
  readonly testClock: Instant | null;
  readonly smtpUrl: string | null;
}

/** A setting that cannot be used, in one line that says what it needs. */
export class WrongSetting extends Error {}

/** Throws {@link WrongSetting} at the first setting that is wrong. */
export function readProcessSettings(env: Readonly<Record<string, string | undefined>>): ProcessSettings {
  const port = portOf(env.PORT || '4000');
  const host = env.HOST || '0.0.0.0';
  const ownerEmail = env.FOYER_OWNER_EMAIL || null;
  const ownerPassword = env.FOYER_OWNER_PASSWORD || null;
  if ((ownerEmail === null) !== (ownerPassword === null)) {
    throw new WrongSetting('FOYER_OWNER_EMAIL and FOYER_OWNER_PASSWORD go together: set both or neither.');
  }
  if (ownerEmail !== null && !/^[^\s@]+@[^\s@]+$/.test(ownerEmail)) {
    throw new WrongSetting('FOYER_OWNER_EMAIL needs an e-mail address.');
  }
  if (ownerPassword !== null && ownerPassword.length < 8) {
    throw new WrongSetting('FOYER_OWNER_PASSWORD needs 8 characters or more.');
  }
  return {
    port,
    host,
    ownerEmail,
    ownerPassword,
    folder: env.FOYER_DATA || '.foyer',
    databaseUrl: urlOf('DATABASE_URL', env.DATABASE_URL, ['postgres:', 'postgresql:']),
    url: (urlOf('FOYER_URL', env.FOYER_URL, ['http:', 'https:']) ?? `http://localhost:${port}`).replace(
      /\/+$/,
      '',
    ),
    testClock: testClockOf(env.FOYER_TEST_CLOCK),
    smtpUrl: urlOf('FOYER_SMTP_URL', env.FOYER_SMTP_URL, ['smtp:', 'smtps:']),
  };
}

function portOf(text: string): number {
  const port = Number(text);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new WrongSetting('PORT needs a number from 1 to 65535.');
  return port;
}

function urlOf(name: string, text: string | undefined, protocols: readonly string[]): string | null {
  if (!text) return null;
  if (!URL.canParse(text) || !protocols.includes(new URL(text).protocol)) {
    throw new WrongSetting(
      `${name} needs an address that begins with ${protocols.map((p) => `${p}//`).join(' or ')}.`,
    );
  }
  return text;
}

function testClockOf(text: string | undefined): Instant | null {
  if (!text) return null;
  const at = parseInstant(text);
  if (at === null)
    throw new WrongSetting('FOYER_TEST_CLOCK needs a time with an offset, such as 2026-12-01T09:00:00Z.');
  return at;
}
