// ACC-5: whom a change would reach, counted over a hundred thousand customers before it is saved: all sixteen
// sections at the network, the switches for suspended customers, what may be overdue, whose rooms are shown,
// a plan and a room, over HTTP, and one page of those who lose. The limit is what was promised: two seconds.
// Run: node bench/impact.ts (ROWS=1000000).
import { fillManyRows } from './support/many-rows.ts';
import { type Measured, median, report } from './support/report.ts';
import { serve } from './support/served.ts';

const rows = Number(process.env.ROWS ?? 100_000);
const rounds = 5;
const LIMIT_MS = 2000;
const served = await serve({ durable: false });

try {
  const { network, plans, resources } = await setUp();
  const levels = {
    sections: { bookings: 'members', plans: 'contacts', payments: 'signedIn', home: 'members' },
  };
  const preview = `/locations/${network}/portal-access/preview`;
  const on = Object.fromEntries(['signIn', 'payInvoices', 'createBookings', 'changeBookings', 'buy',
    'signUpToPlans', 'checkIn', 'useBenefits', 'post', 'openTickets'].map((name) => [name, true]));
  const asked: readonly (readonly [string, string, unknown])[] = [
    ['sixteen sections of the network', preview, levels],
    ['the same, with a page of who loses', `${preview}?of=bookings&who=loses&limit=200`, levels],
    ['switches while suspended', `/locations/${network}/settings/impact`,
      { settings: { whileSuspended: on } }],
    ['what may be overdue', `/locations/${network}/settings/impact`, { settings: { overdueLimit: {
      days: 0, amount: 0, blocksBooking: true, blocksBuying: true, blocksCheckIn: true,
    } } }],
    ['whose rooms are shown', `/locations/${network}/settings/impact`,
      { settings: { resourcesScope: 'network' } }],
    ['a plan', `/plans/${plans[0]}/impact`, { entitlements: { resourceIds: resources.slice(0, 5) } }],
    ['a room', `/resources/${resources[0]}/impact`, { audience: { level: 'members' } }],
  ];
  const found: Measured[] = [];
  for (const [name, path, body] of asked) {
    const took: number[] = [];
    for (let round = 0; round < rounds; round += 1) took.push(await measure(path, body));
    found.push({ name, ours: median(took), limit: LIMIT_MS, unit: 'ms', goal: { atMost: 1 } });
  }
  report(`ACC-5 whom a change reaches, of ${rows} customers`, found);
} finally {
  await served.stop();
}

async function measure(path: string, body: unknown): Promise<number> {
  const began = performance.now();
  const { status, text } = await served.ask('POST', path, body);
  const took = performance.now() - began;
  if (status !== 200) throw new Error(`${path}: ${status} ${text}`);
  const { people } = JSON.parse(text) as { people: number };
  if (people === 0) throw new Error(`${path} asked nobody`);
  return took;
}

async function setUp() {
  const locations: string[] = [];
  const plans: string[] = [];
  const resources: string[] = [];
  const type = await served.make('/resource-types', { name: 'Rooms' });
  for (let n = 0; n < 10; n += 1) {
    const at = await served.make('/locations', {
      name: `Quay ${n}`, slug: `quay-${n}`, currency: 'EUR', timeZone: 'Europe/Berlin',
    });
    locations.push(at.id);
    const plan = { locationId: at.id, cycle: { every: 1, unit: 'month' },
      price: { amount: 12_000, currency: 'EUR' } };
    for (const name of ['Desk', 'Office']) {
      plans.push((await served.make('/plans', { ...plan, name })).id);
    }
    const audience = { level: 'plans', planIds: [plans.at(-1)] };
    for (const name of ['Atlas', 'Borea']) {
      const room = { name: `${name} ${n}`, typeId: type.id, locationId: at.id, audience };
      resources.push((await served.make('/resources', room)).id);
    }
  }
  const pass = await served.make('/passes', { name: 'Day', kind: 'day', locationId: locations[0] });
  await fillManyRows(served.databaseUrl, rows, { locations, plans, resources, passId: pass.id }, [
    'customers', 'portal_access_changes', 'suspensions', 'archivings', 'contracts', 'contract_terms',
    'contract_freezes', 'invoices', 'bookings',
  ]);
  const { text } = await served.ask('GET', '/locations');
  const tree = JSON.parse(text) as { data: { id: string; parentId: string | null }[] };
  return { network: tree.data.find(({ parentId }) => parentId === null)!.id, plans, resources };
}
