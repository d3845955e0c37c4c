import { addDays, type Day, weekdayOf } from '../../../domain/kernel/day.ts';
import { type Asked, go, type Outcome, route, show } from './route.ts';
import { dayAt, minuteOfDayAt, wallTime } from '../../../domain/kernel/zone.ts';
import { minutesBetween } from '../../../domain/kernel/instant.ts';
import { closedPage } from './closed.ts';
import type { Booking, Grant } from '../readers.ts';
import type { HomeFacts } from '../pages/facts.ts';
import type { WhyProps } from '../parts/why.tsx';
import { whyLayers } from './why.ts';
import type { Zone } from '../../../domain/kernel/zone.ts';

export const homeRoutes = [
  route<'home'>({ page: 'home', section: 'home', signedIn: false, get: home }),
  route<'plans'>({ page: 'plans', section: 'plans', signedIn: false, get: plans }),
  route<'checkIn'>({ page: 'checkIn', section: 'home', signedIn: true, get: back, post: checkIn }),
  route<'checkOut'>({ page: 'checkOut', section: 'home', signedIn: true, get: back, post: checkOut }),
];

async function home(asked: Asked<'home'>): Promise<Outcome> {
  const { visit, place, sections, phrase } = asked;
  if (visit.customer !== null) {
    return show('home', phrase('portal-frame.menu.home'), await homeFacts(asked, null), {
      notice: noticeOf(asked),
    });
  }
  const offers = sections.plans.allowed ? await visit.plans(place) : [];
  return show('publicHome', phrase('portal-frame.menu.home'), {
    offers: offers.slice(0, 3),
    mayBook: sections.bookings.allowed,
    mayOpenAccount: place.accountsOpen && visit.accountEmail === null,
    open: place.openToday,
  });
}

const notices: Readonly<Record<string, string>> = {
  password: 'portal-account.reset.done',
  in: 'portal-home.checkedIn',
  out: 'portal-home.checkedOut',
};
function noticeOf({ query, phrase }: Asked<'home'>): string | null {
  const key = notices[query['done'] ?? ''];
  return key === undefined ? null : phrase(key);
}

async function back({ link }: Pick<Asked, 'link'>): Promise<Outcome> {
  return go(link('home'));
}

/** Comes in, or says on the same page why not. */
async function checkIn(asked: Asked<'checkIn'>): Promise<Outcome> {
  const { visit, place, phrase, link } = asked;
  const answer = await visit.checkIn(place);
  if (answer.ok) return go(link('home', { done: 'in' }));
  const { decision, detail, status } = answer.problem;
  const facts = await homeFacts(asked as unknown as Asked<'home'>, {
    id: 'why',
    verdict: 'deny',
    text: detail,
    label: phrase('portal-closed.why'),
    acts: [],
    layers: decision === null ? [] : whyLayers(decision, phrase),
  });
  return show('home', phrase('portal-frame.menu.home'), facts, { status });
}

async function checkOut({ visit, params, link }: Asked<'checkOut'>): Promise<Outcome> {
  const answer = await visit.checkOut(params.checkInId);
  return go(link('home', { done: answer.ok ? 'out' : null }));
}

async function plans(asked: Asked<'plans'>): Promise<Outcome> {
  const { visit, place, phrase, sections } = asked;
  if (!sections.plans.allowed) return closedPage(asked, 'plans', sections.plans);
  const [offers, mine] = await Promise.all([
    visit.plans(place),
    visit.customer === null ? [] : visit.contracts(),
  ]);
  const refused = sections.plans.isReadOnly ? undefined : offers.find(({ refusal }) => refusal !== null);
  const remind = refused === undefined ? null : await remindOf(asked, refused.id);
  const refusal = refused?.refusal ?? null;
  return show('plans', phrase('portal-plans.title'), { offers, mine, refusal, remind });
}

/** Only where the day is known on which the plan can be taken. */
async function remindOf({ visit, place, phrase, link }: Asked<'plans'>, target: string) {
  if (visit.customer === null) return null;
  const decision = await visit.judge({ action: 'signUpToPlan', target, locationId: place.id });
  return decision === null || decision.nextChange === null ? null
    : { label: phrase('portal-remind.ask'), href: link('remind', { target }) };
}

async function homeFacts(asked: Asked<'home'>, refused: WhyProps | null): Promise<HomeFacts> {
  const { visit, place, sections } = asked;
  const zone = place.zone as Zone;
  const now = visit.now;
  const [presence, bookings, wallet, contracts, invoices] = await Promise.all([
    visit.presence(place),
    sections.bookings.allowed ? visit.bookings() : [],
    sections.benefits.allowed ? visit.wallet() : null,
    visit.contracts(),
    sections.payments.allowed ? visit.invoices() : [],
  ]);
  const coming = bookings
    .filter((booking) => booking.end > now && isOpen(booking))
    .toSorted((a, b) => a.start - b.start);
  const paused = visit.customer?.suspended === true && !place.suspendedMayBook;
  const mayBook = sections.bookings.allowed && !paused;
  const hour = Math.floor(minuteOfDayAt(now, zone) / 60);
  return {
    presence,
    refused,
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
    again: mayBook ? await againOf(asked, bookings) : null,
    mayBook,
    seesBookings: sections.bookings.allowed,
    seesInvoices: sections.payments.allowed,
    seesPlans: sections.plans.allowed,
  };
}

/** The room booked last, on the next working day: at the same time, or the first that is free then. */
async function againOf(
  { visit, places, place }: Asked<'home'>,
  bookings: readonly Booking[],
): Promise<HomeFacts['again']> {
  const [last] = bookings
    .filter((booking) => booking.end <= visit.now && isOpen(booking))
    .toSorted((a, b) => b.start - a.start);
  if (last === undefined || last.locationId !== place.id) return null;
  const at = places.find(({ id }) => id === last.locationId) ?? place;
  const zone = at.zone as Zone;
  const day = nextWorkday(dayAt(visit.now, zone));
  const minutes = minutesBetween(last.start, last.end);
  const [room] = await visit.rooms({
    place: at,
    day,
    minutes,
    people: null,
    resourceId: last.resourceId,
  });
  const same = wallTime(day, minuteOfDayAt(last.start, zone), zone);
  const start = room?.starts.includes(same) === true ? same : (room?.starts[0] ?? null);
  return start === null ? null : { resourceId: last.resourceId, name: last.resourceName, start, minutes };
}

const isOpen = (booking: Booking): boolean => !['cancelled', 'rejected', 'noShow'].includes(booking.state);

const soonest = (a: Grant, b: Grant): number => (a.useByDay ?? '9').localeCompare(b.useByDay ?? '9');

function nextWorkday(today: Day): Day {
  const tomorrow = addDays(today, 1);
  return weekdayOf(tomorrow) < 6 ? tomorrow : addDays(tomorrow, 8 - weekdayOf(tomorrow));
}
