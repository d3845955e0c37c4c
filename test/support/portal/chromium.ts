import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
  type Page,
} from 'playwright-core';
import { findBrowser } from '../../../tools/web/browser.ts';

const args = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export const launchChromium = (): Promise<Browser> =>
  chromium.launch({ executablePath: findBrowser(), args });

export interface Watched {
  readonly page: Page;
  readonly context: BrowserContext;
  /** What the page complained about: errors on its console, unhandled rejections; not the status of pages. */
  readonly complaints: string[];
}

/** A page of its own context that keeps what goes wrong in it. */
export async function openPage(browser: Browser, options: BrowserContextOptions = {}): Promise<Watched> {
  const context = await browser.newContext({ viewport: phone, ...options });
  context.setDefaultTimeout(60_000);
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    const isStatus = /Failed to load resource: the server responded with a status of 4\d\d/.test(
      message.text(),
    );
    if (message.type() === 'error' && !isStatus) complaints.push(message.text());
  });
  return { page, context, complaints };
}

export const phone = { width: 360, height: 740 };
export const desktop = { width: 1280, height: 800 };

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

interface Finding {
  readonly id: string;
  readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
}

/** What axe finds on the page as it is, one line a fault. */
export async function axeFaults(page: Page): Promise<string[]> {
  await showWhole(page);
  await page.evaluate(axe);
  const found = await page.evaluate(async (wanted): Promise<Finding[]> => {
    const { axe: engine } = globalThis as unknown as {
      axe: { run: (options: object) => Promise<{ violations: Finding[] }> };
    };
    return (await engine.run({ runOnly: { type: 'tag', values: wanted } })).violations;
  }, tags);
  return found.flatMap(({ id, nodes }) =>
    nodes.map(
      ({ html, failureSummary }) =>
        `${id}: ${html.slice(0, 160)} (${(failureSummary ?? '').replaceAll('\n', ' ').slice(0, 160)})`,
    ),
  );
}

/** The whole page at once: what stands behind a bar that stays would count as hidden by it. */
async function showWhole(page: Page): Promise<void> {
  const size = page.viewportSize();
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  if (size !== null && height > size.height) await page.setViewportSize({ width: size.width, height });
}

/** Texts without a translation, and anything wider than the window. */
export const layoutFaults = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const faults = [...document.documentElement.outerHTML.matchAll(/⟦[^⟧]*⟧/g)].map(
      ([key]) => `no text: ${key}`,
    );
    const over = document.documentElement.scrollWidth - innerWidth;
    return over > 0 ? [...faults, `${over} px too wide`] : faults;
  });
