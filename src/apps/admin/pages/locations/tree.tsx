import { Button, icons, NameText, Table, useSpeech } from '../../../../kit/plain/index.ts';
import { useAddressValue } from '../../data/filters.ts';
import { type LocationHere, useHere } from '../../data/here.tsx';
import { Page } from '../../frame/page.tsx';
import { inTreeOrder } from '../../frame/location-switcher.tsx';
import { NewLocation } from './new-location.tsx';

/** The tree of locations, parents before their children. */
export function LocationTree() {
  const { phrase, formats } = useSpeech();
  const { locations, hrefTo, may } = useHere();
  const [adding, setAdding] = useAddressValue('new');
  const ordered = inTreeOrder(locations);
  const depths = new Map(ordered.map((one) => [one.id, depthOf(one, locations)]));
  const setCount = (one: LocationHere) =>
    Object.values(one.settings ?? {}).filter((setting) => setting.own).length;
  return (
    <Page
      title={phrase('admin-locations.title')}
      acts={
        may('locations.write') ? (
          <Button kind="primary" icon={icons.plus} onClick={() => setAdding('yes')}>
            {phrase('admin-locations.new')}
          </Button>
        ) : (
          <span />
        )
      }>
      <div className="card">
        <Table
          caption={phrase('admin-locations.title')}
          rows={ordered}
          keyOf={(one) => one.id}
          hrefOf={(one) => hrefTo(`settings/locations/${one.id}`)}
          columns={[
            {
              key: 'name',
              title: phrase('admin-locations.name'),
              cell: (one) => (
                <span className={`tree tree--${Math.min(3, depths.get(one.id) ?? 0)}`}>
                  <NameText>{one.name}</NameText>
                </span>
              ),
            },
            { key: 'slug', title: phrase('admin-locations.slug'), wideOnly: true, cell: (one) => one.slug },
            { key: 'zone', title: phrase('admin-locations.timeZone'), cell: (one) => one.timeZone },
            { key: 'currency', title: phrase('admin-locations.currency'), cell: (one) => one.currency },
            {
              key: 'own',
              title: phrase('admin-locations.setHere'),
              figures: true,
              cell: (one) => (one.settings === null ? '–' : formats.number(setCount(one))),
            },
          ]}
        />
      </div>
      <NewLocation open={adding !== undefined} onClose={() => setAdding(undefined)} />
    </Page>
  );
}

function depthOf(location: LocationHere, all: readonly LocationHere[]): number {
  const parent = all.find((one) => one.id === location.parentId);
  return parent === undefined ? 0 : depthOf(parent, all) + 1;
}
