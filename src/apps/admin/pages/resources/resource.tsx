import { useParams, useRouter } from '@tanstack/react-router';
import '../../css/bookings.css';
import { EmptyState, ButtonLink, icons, SkeletonRows, useSpeech } from '../../../../kit/plain/index.ts';
import { useAnswer } from '../../data/answers.ts';
import { useHere } from '../../data/here.tsx';
import { Page } from '../../frame/page.tsx';
import { Fault } from '../../pieces/region.tsx';
import { Rates } from './rates.tsx';
import { ResourceEditor } from './resource-editor.tsx';
import { ResourceSeen } from './impact/resource-seen.tsx';
import { ResourceState } from './resource-state.tsx';
import { StateVerbs } from './state-verbs.tsx';

/** One resource, or a new one. */
export function ResourcePage() {
  const { phrase } = useSpeech();
  const { hrefTo, location, may } = useHere();
  const router = useRouter();
  const { resourceId = 'new' } = useParams({ strict: false }) as { resourceId?: string };
  const isNew = resourceId === 'new';
  const answer = useAnswer('getResource', { params: { resourceId: resourceId as never } }, { when: !isNew });
  const crumbs = [{ label: phrase('admin-resources.title'), href: hrefTo('spaces/resources') }];
  if (isNew) {
    return (
      <Page title={phrase('admin-resources.new')} crumbs={crumbs} acts={<span />}>
        {location === undefined || location.parentId === null ? <ChoosePlace /> : (
          <ResourceEditor resource={null} locationId={location.id}
            onDone={(id) => void router.history.push(hrefTo(`spaces/resources/${id}`))} />
        )}
      </Page>
    );
  }
  const resource = answer.data;
  return (
    <Page
      title={resource?.name ?? ''}
      crumbs={crumbs}
      acts={resource === undefined ? <span /> : (
        <>
          {may('access.explain') ? (
            <ButtonLink href={hrefTo(`explain?action=book&target=${resource.id}`)} icon={icons.help}>
              {phrase('admin-explain.title')}
            </ButtonLink>
          ) : null}
          {may('resources.write') ? <StateVerbs resource={resource} /> : null}
        </>
      )}
    >
      {resource === undefined ? (
        answer.error === null ? (
          <SkeletonRows rows={6} round={false} />
        ) : (
          <Fault error={answer.error} onRetry={() => void answer.refetch()} />
        )
      ) : (
        <div className="stack">
          <div className="row">
            <ResourceState state={resource.state} />
          </div>
          <ResourceEditor
            key={resource.version}
            resource={resource}
            locationId={resource.locationId}
            onDone={() => undefined}
          />
          <ResourceSeen resource={resource} />
          <Rates
            of={{ resourceId: resource.id }}
            title={phrase('admin-resources.rates.own')}
            text={phrase('admin-resources.rates.ownText')}
          />
        </div>
      )}
    </Page>
  );
}

function ChoosePlace() {
  const { phrase } = useSpeech();
  const { locations, hrefTo } = useHere();
  return (
    <>
      <EmptyState icon={icons.spaces}>{phrase('admin-resources.edit.location')}</EmptyState>
      <div className="row wrap">
        {locations.filter(({ parentId }) => parentId !== null).map((one) => (
          <ButtonLink key={one.id} href={hrefTo('spaces/resources/new', one.slug)}>{one.name}</ButtonLink>
        ))}
      </div>
    </>
  );
}
