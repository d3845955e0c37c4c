import type { Browser, BrowserContextOptions } from 'playwright-core';
import { prepareFirstOwner } from '../../src/server/staff/set-up.ts';
import { buildWeb, staleParts } from '../../tools/web/build.ts';
import { newBrowser, newestLetter } from './browser.ts';
import { launchChromium, openPage, type Watched } from './portal/chromium.ts';
import { startWorld, type World } from './world.ts';

const owner = { email: 'robin@harbour.example', password: 'calm-harbour-morning' };

export interface Credentials {
  readonly email: string;
  readonly password: string;
}

export interface AdminPanel {
  readonly world: World;
  readonly browser: Browser;
  /** A page of the panel with the owner signed in, or a colleague. */
  open(path: string, options?: BrowserContextOptions & { readonly as?: Credentials }): Promise<Watched>;
  /** Somebody who holds a role at a location. */
  colleague(role: string, locationId: string): Promise<Credentials>;
  stop(): Promise<void>;
}

/** The built panel on a world of its own, with an owner; Tuesday 1 December, 09:41 in Berlin. */
export async function startAdminPanel(): Promise<AdminPanel> {
  await buildWeb(staleParts('admin'));
  const world = await startWorld({
    now: '2026-12-01T09:41:00+01:00',
    web: true,
    env: { FOYER_OWNER_EMAIL: owner.email, FOYER_OWNER_PASSWORD: owner.password },
  });
  await prepareFirstOwner(world.shell);
  const browser = await launchChromium();
  return {
    world,
    browser,
    colleague: (role, locationId) => acceptedBy(world, role, locationId),
    open: async (path, { as = owner, ...options } = {}) => {
      const watched = await openPage(browser, { locale: 'en-GB', reducedMotion: 'reduce', ...options });
      const signedIn = await watched.context.request.post(`${world.address}/api/v1/auth/sign-in`, {
        data: as, headers: { origin: world.address },
      });
      if (!signedIn.ok()) throw new Error(`${as.email} could not sign in: ${await signedIn.text()}`);
      await watched.page.goto(world.address + path);
      await watched.page.waitForLoadState('networkidle');
      return watched;
    },
    stop: async () => {
      await browser.close();
      await world.stop();
    },
  };
}

async function acceptedBy(world: World, role: string, locationId: string): Promise<Credentials> {
  const { password } = owner;
  const email = `${role.toLowerCase()}@harbour.example`;
  const name = 'Fay Front';
  await world.api('POST', '/staff/invitations', { email, name, role, locationId });
  const token = (await newestLetter(world, email))?.secret;
  const accepted = await newBrowser(world).ask('POST', '/invitations/accept', { token, password });
  if (accepted.status !== 200) throw new Error(`the invitation was refused: ${accepted.status}`);
  return { email, password };
}
