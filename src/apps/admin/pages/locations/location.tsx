import { useParams } from '@tanstack/react-router';
import { Tabs, useSpeech } from '../../../../kit/plain/index.ts';
import { useAnswer } from '../../data/answers.ts';
import { useHere } from '../../data/here.tsx';
import { Page } from '../../frame/page.tsx';
import { Fault } from '../../pieces/region.tsx';
import { SkeletonRows } from '../../../../kit/plain/index.ts';
import { Closures } from './tabs/closures.tsx';
import { General } from './tabs/general.tsx';
import { HoursTab } from './tabs/hours-tab.tsx';
import { MoneyTab } from './tabs/money-tab.tsx';
import { PeopleTab } from './tabs/people-tab.tsx';
import { PortalTab } from './tabs/portal-tab.tsx';
import { SettingsBar } from './settings-bar.tsx';
import { type LocationAnswer, useSettings } from './use-settings.ts';

const tabs = ['general', 'hours', 'money', 'people', 'portal'] as const;

/** A location: what it is, when it is open, how it bills, what its people may do. */
export function LocationPage() {
  const { locationId = '', tab = 'general' } = useParams({ strict: false }) as {
    locationId?: string;
    tab?: string;
  };
  const { phrase } = useSpeech();
  const { hrefTo } = useHere();
  const location = useAnswer('getLocation', { params: { locationId }, query: {} });
  const title = location.data?.name ?? phrase('kit.loading');
  const crumbs = [{ label: phrase('admin-locations.title'), href: hrefTo('settings/locations') }];
  return (
    <Page
      title={title}
      crumbs={crumbs}
      acts={<span />}
      head={
        <div className="cust">
          <h1>
            <bdi>{title}</bdi>
          </h1>
          <Tabs
            label={title}
            current={tab}
            places={tabs.map((key) => ({
              key,
              label: phrase(`admin-locations.tabs.${key}`),
              href: hrefTo(`settings/locations/${locationId}/${key}`),
            }))}
          />
        </div>
      }>
      {location.data !== undefined ? (
        <Tab key={`${locationId}-${tab}`} tab={tab} location={location.data} />
      ) : location.error === null ? (
        <SkeletonRows rows={6} round={false} />
      ) : (
        <Fault error={location.error} onRetry={() => void location.refetch()} />
      )}
    </Page>
  );
}

function Tab({ tab, location }: { tab: string; location: LocationAnswer }) {
  const settings = useSettings(location);
  return (
    <>
      {tab === 'hours' ? (
        <>
          <HoursTab settings={settings} />
          <Closures location={location} />
        </>
      ) : tab === 'money' ? (
        <MoneyTab settings={settings} />
      ) : tab === 'people' ? (
        <PeopleTab settings={settings} />
      ) : tab === 'portal' ? (
        <PortalTab settings={settings} />
      ) : (
        <General location={location} settings={settings} />
      )}
      <SettingsBar settings={settings} />
    </>
  );
}
