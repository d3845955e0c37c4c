import { addDays, weekdayOf } from '../../../domain/kernel/day.ts';
import { type Asked, type Outcome, route, show } from './route.ts';
import { dayAt, minuteOfDayAt } from '../../../domain/kernel/zone.ts';
import { closedPage } from './closed.ts';
import type { Booking, Grant } from '../readers.ts';
import type { HomeFacts } from '../pages/facts.ts';
import type { Zone } from '../../../domain/kernel/zone.ts';

export const homeRoutes = [
  route<'home'>({ page: 'home', section: 'home', signedIn: false, get: home }),
  route<'plans'>({ page: 'plans', section: 'plans', signedIn: false, get: plans }),
];

async function home(asked: Asked<'home'>): Promise<Outcome> {
  const { visit, place, sections, phrase } = asked;
  if (visit.customer !== null) {
    const notice = asked.query['done'] === 'password' ? phrase('portal-account.reset.done') : null;
    return show('home', phrase('portal-frame.menu.home'), await homeFacts(asked), { notice });
  }
  const offers = sections.plans.allowed ? await visit.plans(place) : [];
  return show('publicHome', phrase('portal-frame.menu.home'), {
    offers: offers.slice(0, 3),
    mayBook: sections.bookings.allowed,
    mayOpenAccount: place.accountsOpen && visit.accountEmail === null,
    open: place.openToday,
  });
}

async function plans(asked: Asked<'plans'>): Promise<Outcome> {
  const { visit, place, phrase, sections } = asked;
  if (!sections.plans.allowed) return closedPage(asked, 'plans', sections.plans);
  const [offers, mine] = await Promise.all([
    visit.plans(place),
    visit.customer === null ? [] : visit.contracts(),
  ]);
  return show('plans', phrase('portal-plans.title'), { offers, mine });
}

async function homeFacts({ visit, place, sections, format }: Asked<'home'>): Promise<HomeFacts> {
  const zone = place.zone as Zone;
  const now = visit.now;
  const [bookings, wallet, contracts, invoices] = await Promise.all([
    sections.bookings.allowed ? visit.bookings() : [],
    sections.benefits.allowed ? visit.wallet() : null,
    visit.contracts(),
    sections.payments.allowed ? visit.invoices() : [],
  ]);
  const coming = bookings
    .filter((booking) => booking.end > now && isOpen(booking))
    .toSorted((a, b) => a.start - b.start);
  const again =
    bookings
      .filter((booking) => booking.end <= now && isOpen(booking))
      .toSorted((a, b) => b.start - a.start)[0] ?? null;
  const hour = Math.floor(minuteOfDayAt(now, zone) / 60);
  return {
    partOfDay: hour < 12 ? 'morning' : hour < 18 ? 'afternoon' : 'evening',
    now,
    open: place.openToday,
    next: coming[0] ?? null,
    grants: [...(wallet?.grants ?? [])]
      .filter((grant) => grant.left > 0 && !grant.paused)
      .toSorted(soonest)
      .slice(0, 2),
    frozen: contracts.filter((contract) => contract.status === 'frozen'),
    due: invoices.filter((invoice) => invoice.due.amount > 0 && invoice.state !== 'void').slice(0, 3),
    again,
    againDay: nextWorkday(dayAt(now, zone)),
    againStart: again === null ? '' : format.clock(again.start),
    mayBook: sections.bookings.allowed,
    seesInvoices: sections.payments.allowed,
    seesPlans: sections.plans.allowed,
  };
}

const isOpen = (booking: Booking): boolean => !['cancelled', 'rejected', 'noShow'].includes(booking.state);

const soonest = (a: Grant, b: Grant): number => (a.useByDay ?? '9').localeCompare(b.useByDay ?? '9');

function nextWorkday(today: HomeFacts['againDay']): HomeFacts['againDay'] {
  const tomorrow = addDays(today, 1);
  return weekdayOf(tomorrow) < 6 ? tomorrow : addDays(tomorrow, 8 - weekdayOf(tomorrow));
}
