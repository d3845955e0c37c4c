import { useRouterState } from '@tanstack/react-router';
import { type ComponentType, Fragment, lazy, Suspense } from 'react';
import '../../css/customers.css';
import {
  Avatar,
  ButtonLink,
  icons,
  NameText,
  SkeletonRows,
  Tabs,
  useSpeech,
} from '../../../../kit/plain/index.ts';
import { useAnswer } from '../../data/answers.ts';
import { useHere } from '../../data/here.tsx';
import { useZone } from '../../data/today.ts';
import { Page } from '../../frame/page.tsx';
import { Fault } from '../../pieces/region.tsx';
import { useTeamsOf } from '../teams/of-customer.tsx';
import { BenefitsTab } from './benefits/benefits-tab.tsx';
import { CustomerBadges } from './customer-badges.tsx';
import { CustomerRail } from './customer-rail.tsx';
import { NotesTab } from './notes-tab.tsx';
import { OverviewTab } from './overview-tab.tsx';
import { TimelineTab } from './timeline-tab.tsx';
import type { Customer } from './use-customer.ts';
import { useFrozen, useOwed } from './use-customer.ts';

type Tab = ComponentType<{ customerId: string }>;

/** Tabs that other words bring along, loaded when somebody goes there. */
const contracts: Tab = lazy(async () => ({
  default: (await import('../contracts/contracts-tab.tsx')).ContractsTab,
}));
const bookings: Tab = lazy(async () => ({
  default: (await import('../bookings/customer-tab.tsx')).CustomerBookings,
}));
const invoices: Tab = lazy(async () => ({
  default: (await import('../billing/customer-tab.tsx')).InvoicesTab,
}));
const explain: Tab = lazy(async () => ({
  default: (await import('../access/customer-tab.tsx')).ExplainAccess,
}));

const places = [
  'overview',
  'contracts',
  'benefits',
  'bookings',
  'invoices',
  'timeline',
  'notes',
  'explain',
] as const;
type PlaceName = (typeof places)[number];

const tabs: Readonly<Record<PlaceName, Tab>> = {
  overview: OverviewTab,
  contracts,
  benefits: BenefitsTab,
  bookings,
  invoices,
  timeline: TimelineTab,
  notes: NotesTab,
  explain,
};
const needs = {
  contracts: 'contracts.read',
  benefits: 'benefits.read',
  bookings: 'bookings.read',
  invoices: 'billing.read',
  notes: 'notes.read',
  explain: 'access.explain',
} as const;

/** One customer: standing first, then restrictions; the parts of the record as tabs with addresses. */
export function CustomerPage() {
  const { phrase } = useSpeech();
  const { hrefTo } = useHere();
  const [, , , , id = '', asked = 'overview'] = useRouterState({
    select: (state) => state.location.pathname,
  }).split('/');
  const answer = useAnswer('getCustomer', { params: { customerId: id as never } });
  const crumbs = [{ label: phrase('admin-customers.title'), href: hrefTo('customers') }];
  if (answer.data === undefined || answer.data.id !== id) {
    return (
      <Page title={phrase('admin-customers.one')} crumbs={crumbs}>
        {answer.error === null ? (
          <SkeletonRows rows={6} />
        ) : (
          <Fault error={answer.error} onRetry={() => void answer.refetch()} />
        )}
      </Page>
    );
  }
  const tab = places.find((place) => place === asked) ?? 'overview';
  return <Known customer={answer.data} tab={tab} />;
}

function Known({ customer, tab }: { customer: Customer; tab: PlaceName }) {
  const { phrase } = useSpeech();
  const { hrefTo, may } = useHere();
  const standing = customer.standing === 'member' ? 'members' : 'contacts';
  const crumbs = [
    { label: phrase('admin-customers.title'), href: hrefTo('customers') },
    {
      label: phrase(`admin-customers.filter.${standing}`),
      href: hrefTo(`customers?f.standing=${customer.standing}`),
    },
  ];
  const hrefOf = (place: string) => hrefTo(`customers/${customer.id}/${place}`);
  const shown = places.filter((place) => !(place in needs) || may(needs[place as keyof typeof needs]));
  const Shown = tabs[tab];
  return (
    <Page
      title={customer.name}
      crumbs={crumbs}
      acts={<span />}
      head={
        <div className="cust">
          <Head customer={customer} hrefOf={hrefOf} />
          <Tabs
            label={customer.name}
            current={tab}
            places={shown.map((place) => ({
              key: place,
              label: phrase(`admin-customers.tabs.${place}`),
              href: hrefOf(place),
            }))}
          />
        </div>
      }
    >
      <div className={tab === 'explain' ? 'stack' : 'with-rail'}>
        <div className="stack">
          <Suspense fallback={<SkeletonRows rows={4} round={false} />}>
            <Shown key={customer.id} customerId={customer.id} />
          </Suspense>
        </div>
        {tab === 'explain' ? null : <CustomerRail customer={customer} />}
      </div>
    </Page>
  );
}

/** After the name: the teams, and which of them it runs. */
function InTeams({ customerId }: { readonly customerId: string }) {
  const { phrase } = useSpeech();
  const { hrefTo } = useHere();
  return useTeamsOf(customerId).map(({ team, role }) => (
    <Fragment key={team.id}>
      {' · '}
      <a className="link" href={hrefTo(`teams/${team.id}`)}>
        {role === 'manager' ? phrase('admin-teams.of.manages', { team: team.name }) : team.name}
      </a>
    </Fragment>
  ));
}

function Head({ customer, hrefOf }: { customer: Customer; hrefOf: (tab: string) => string }) {
  const { phrase, formats } = useSpeech();
  const { locations, hrefTo, may } = useHere();
  const zone = useZone();
  const home = locations.find(({ id }) => id === customer.homeLocationId)?.name ?? '';
  const since = formats.dayAt(customer.createdAt, zone, 'month');
  return (
    <div className="row row--12 wrap">
      <Avatar name={customer.name} large square={customer.kind === 'company'} />
      <div className="cust__id">
        <div className="row row--12 wrap">
          <h1>
            <NameText>{customer.name}</NameText>
          </h1>
          <p className="muted small clip">
            {phrase(
              customer.kind === 'company' ? 'admin-customers.companySince' : 'admin-customers.homeSince',
              { home, since },
            )}
            <InTeams customerId={customer.id} />
          </p>
        </div>
        <CustomerBadges
          of={customer}
          hrefOf={hrefOf}
          frozenText={useFrozen(customer)}
          owed={useOwed(customer.id)}
        />
      </div>
      <div className="row wrap push">
        {may('portal.preview') ? (
          <ButtonLink icon={icons.eye} href={hrefTo(`portal/preview?as=${customer.id}&as2=none`)}>
            {phrase('admin-preview.ofCustomer')}
          </ButtonLink>
        ) : null}
        {may('bookings.write') ? (
          <ButtonLink icon={icons.calendar} href={hrefTo(`calendar?for=${customer.id}`)}>
            {phrase('admin-customers.book')}
          </ButtonLink>
        ) : null}
        {may('checkIns.write') ? (
          <ButtonLink kind="primary" icon={icons.check} href={hrefTo(`desk?customer=${customer.id}`)}>
            {phrase('admin-customers.checkIn')}
          </ButtonLink>
        ) : null}
      </div>
    </div>
  );
}
