import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const places = [
  process.env.FOYER_CHROMIUM,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/**
 * The Chromium that the browser journeys use: found, or on Debian as root installed; else it says what to
 * install.
 */
export function findBrowser(): string {
  const found = installed();
  if (found !== undefined) return found;
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    process.stdout.write('Installing Chromium for the browser journeys (once)\n');
    const apt = (args: string[]) =>
      spawnSync('apt-get', args, {
        stdio: ['ignore', 'ignore', 'inherit'],
        env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      }).status === 0;
    const packages = ['install', '-y', '--no-install-recommends', 'chromium'];
    if (!apt(packages) && apt(['update'])) apt(packages);
  }
  const now = installed();
  if (now !== undefined) return now;
  process.stderr.write(
    'The browser journeys need Chromium: install the package `chromium`, or name one with FOYER_CHROMIUM.\n',
  );
  process.exit(1);
}

const installed = (): string | undefined =>
  places.find((path) => path !== undefined && path !== '' && existsSync(path));
