// P14: portal pages on a slow phone beside the same pages saved as static files, in the same run.
// node bench/portal-pages.ts
import Fastify from 'fastify';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { brotliCompressSync } from 'node:zlib';
import { buildWeb, staleParts } from '../tools/web/build.ts';
import { launchChromium } from '../test/support/portal/chromium.ts';
import { startFoyer } from '../test/process/foyer-process.ts';
import { median, type Measured, report } from './support/report.ts';

const rounds = 5;
const rooms = 50;
const ownerPassword = 'three quiet harbours';
const slowness = { cpu: 4, latency: 150, bytesPerSecond: 1_600_000 / 8 };

interface Seen {
  /** Milliseconds. */
  readonly lcp: number;
  readonly tbt: number;
  readonly ready: number | null;
  /** Bytes of scripts on the wire. */
  readonly script: number;
}

async function look(browser: Browser, url: string, cookie: string | null): Promise<Seen> {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 } });
  const page = await context.newPage();
  if (cookie !== null) await context.setExtraHTTPHeaders({ cookie });
  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: slowness.latency,
    downloadThroughput: slowness.bytesPerSecond,
    uploadThroughput: slowness.bytesPerSecond,
  });
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowness.cpu });
  const scripts = new Set<string>();
  let script = 0;
  session.on('Network.responseReceived', ({ requestId, type }) => {
    if (type === 'Script') scripts.add(requestId);
  });
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    if (scripts.has(requestId)) script += encodedDataLength;
  });
  await page.addInitScript(() => {
    const seen = { lcp: 0, tbt: 0, ready: 0 };
    Object.assign(globalThis, { seen });
    new PerformanceObserver((list) => {
      for (const { startTime } of list.getEntries()) seen.lcp = startTime;
    }).observe({ type: 'largest-contentful-paint', buffered: true });
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) seen.tbt += Math.max(0, duration - 50);
    }).observe({ type: 'longtask', buffered: true });
    addEventListener('DOMContentLoaded', () =>
      new MutationObserver(() => {
        seen.ready ||= performance.now();
      }).observe(document.body, { subtree: true, attributeFilter: ['data-awake'] }),
    );
  });
  await page.goto(url, { waitUntil: 'load' });
  await page.waitForTimeout(2500);
  const seen = await page.evaluate(
    () => (globalThis as unknown as { seen: { lcp: number; tbt: number; ready: number } }).seen,
  );
  await context.close();
  return { lcp: seen.lcp, tbt: seen.tbt, ready: seen.ready || null, script };
}

/** The pages as files: the same HTML and sheet, without the script. */
async function serveSaved(address: string, paths: readonly string[], cookie: string) {
  const app = Fastify();
  const read = async (path: string) => (await fetch(`${address}${path}`, { headers: { cookie } })).text();
  for (const path of paths) {
    const html = (await read(path))
      .replace(/<script[^>]*><\/script>/, '')
      .replace(/ data-props="[^"]*"/g, '');
    const packed = brotliCompressSync(html);
    app.get(path.split('?')[0] ?? '/', (_, reply) =>
      reply.type('text/html; charset=utf-8').header('content-encoding', 'br').send(packed),
    );
    for (const [, sheet = ''] of html.matchAll(/<link rel="stylesheet" href="([^"]+)"/g)) {
      if (app.hasRoute({ method: 'GET', url: sheet })) continue;
      const css = brotliCompressSync(await read(sheet));
      app.get(sheet, (_, reply) =>
        reply.type('text/css; charset=utf-8').header('content-encoding', 'br').send(css),
      );
    }
  }
  return { address: await app.listen({ port: 0, host: '127.0.0.1' }), close: () => app.close() };
}

/** What an answer is asked for here; none of it is checked. */
interface Answered {
  readonly id: string;
  readonly typeId: string;
  readonly to: string;
  readonly plainText: string;
  readonly data: readonly Answered[];
}
type Ask = (method: string, path: string, body?: unknown) => Promise<Answered>;

/** The network Harbour with fifty rooms at one location, and a customer who is signed in. */
async function fill(address: string): Promise<string> {
  const owner = await signedIn(address, 'owner@harbour.example', ownerPassword);
  const ask: Ask = async (method, path, body) =>
    (
      await fetch(`${address}/api/v1${path}`, {
        method,
        headers: { 'content-type': 'application/json', cookie: owner, origin: address },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      })
    ).json() as Promise<Answered>;
  const place = firstOf(await ask('GET', '/locations?slug=harbour-quay'));
  const there = (await ask('GET', `/resources?locationId=${place.id}`)).data;
  for (let room = there.length + 1; room <= rooms; room += 1) {
    await ask('POST', '/resources', {
      name: `Room ${room}`,
      typeId: there[0]?.typeId,
      locationId: place.id,
      capacity: 4,
      stepMinutes: 30,
    });
  }
  const who = { name: 'Mira Kovač', email: 'mira@mail.example', homeLocationId: place.id };
  const customer = await ask('POST', '/customers', who);
  await ask('POST', `/customers/${customer.id}/invite`, {});
  const letter = (await ask('GET', '/mails')).data.find(({ to }) => to === who.email);
  const token = /invitations\/([\w-]{40,})/.exec(letter?.plainText ?? '')?.[1];
  await ask('POST', '/invitations/accept', { token, password: ownerPassword });
  return signedIn(address, who.email, ownerPassword);
}

function firstOf({ data: [first] }: Answered): Answered {
  if (first === undefined) throw new Error('the network has no such location');
  return first;
}

async function signedIn(address: string, email: string, password: string): Promise<string> {
  const answer = await fetch(`${address}/api/v1/auth/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: address },
    body: JSON.stringify({ email, password }),
  });
  return answer.headers
    .getSetCookie()
    .map((text) => text.split(';')[0])
    .join('; ');
}

async function run(address: string, browser: Browser): Promise<void> {
  const cookie = await fill(address);
  const pages = [
    ['home', '/en/harbour-quay'],
    ['plans', '/en/harbour-quay/plans'],
    [`book, ${rooms} rooms`, '/en/harbour-quay/book?date=2026-12-02'],
  ] as const;
  const saved = await serveSaved(
    address,
    pages.map(([, path]) => path),
    cookie,
  );
  const rows: Measured[] = [];
  for (const [name, path] of pages) {
    const [ours, limit]: [Seen[], Seen[]] = [[], []];
    for (let round = 0; round < rounds; round += 1) {
      limit.push(await look(browser, `${saved.address}${path}`, null));
      ours.push(await look(browser, `${address}${path}`, cookie));
    }
    const of = (seen: readonly Seen[], what: 'lcp' | 'tbt' | 'script') =>
      median(seen.map((one) => one[what]));
    // The same HTML costs a slow phone parsing and layout; what we add to it may block 50 ms.
    const hasIsland = ours.some(({ ready }) => ready !== null);
    rows.push(
      {
        name: `${name}: LCP`,
        ours: of(ours, 'lcp'),
        limit: of(limit, 'lcp'),
        unit: 'ms',
        goal: { atMost: 2 },
      },
      { name: `${name}: TBT`, ours: of(ours, 'tbt'), limit: 50 + of(limit, 'tbt'),
        unit: 'ms', goal: { atMost: 1 } },
      {
        name: `${name}: script`,
        ours: of(ours, 'script') / 1000,
        limit: hasIsland ? 40 : 0.001,
        unit: 'kB',
        goal: { atMost: 1 },
      },
    );
    if (hasIsland)
      console.log(`${name}: awake after ${Math.round(median(ours.map(({ ready }) => ready ?? 0)))} ms`);
  }
  await saved.close();
  report('P14 portal pages: 4x slower CPU, 1.6 Mbit/s, 150 ms', rows);
}

await buildWeb(staleParts('portal'));
const folder = await mkdtemp(join(tmpdir(), 'foyer-bench-'));
await chmod(folder, 0o755);
const foyer = await startFoyer(
  {
    FOYER_DATA: folder,
    FOYER_OWNER_EMAIL: 'owner@harbour.example',
    FOYER_OWNER_PASSWORD: ownerPassword,
    FOYER_TEST_CLOCK: '2026-12-01T09:46:00+01:00',
  },
  ['--set-up', 'harbour'],
);
const browser = await launchChromium();
try {
  await run(foyer.address, browser);
} finally {
  await browser.close();
  await foyer.stop();
  await rm(folder, { recursive: true, force: true });
}
