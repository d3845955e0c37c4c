import { useRouterState } from '@tanstack/react-router';
import { useState } from 'react';
import '../../css/customers.css';
import {
  Avatar,
  Badges,
  Button,
  icons,
  NameText,
  SkeletonRows,
  ToneBadge,
  useSpeech,
} from '../../../../kit/plain/index.ts';
import { useAnswer } from '../../data/answers.ts';
import { useHere } from '../../data/here.tsx';
import { Page } from '../../frame/page.tsx';
import { Fault } from '../../pieces/region.tsx';
import { AddPerson } from './people/add-person.tsx';
import { ContractsCard } from './seats/contracts-card.tsx';
import { InvitationsCard } from './people/invitations-card.tsx';
import { InvitePerson } from './people/invite-person.tsx';
import { PeopleCard } from './people/people-card.tsx';
import { TeamRail } from './team-rail.tsx';
import { type Team, useSeatsText } from './use-team.ts';

/** One team: who is in it, what it shares, who is still to answer; how it is run stands in the rail. */
export function TeamPage() {
  const { phrase } = useSpeech();
  const { hrefTo } = useHere();
  const [, , , , id = ''] = useRouterState({ select: (state) => state.location.pathname }).split('/');
  const answer = useAnswer('getTeam', { params: { teamId: id as never } });
  if (answer.data === undefined || answer.data.id !== id) {
    return (
      <Page
        title={phrase('admin-teams.one')}
        crumbs={[{ label: phrase('admin-teams.title'), href: hrefTo('teams') }]}
      >
        {answer.error === null ? (
          <SkeletonRows rows={6} />
        ) : (
          <Fault error={answer.error} onRetry={() => void answer.refetch()} />
        )}
      </Page>
    );
  }
  return <Known key={id} team={answer.data} />;
}

function Known({ team }: { readonly team: Team }) {
  const { phrase } = useSpeech();
  const { hrefTo, may } = useHere();
  return (
    <Page
      title={team.name}
      crumbs={[
        { label: phrase('admin-customers.title'), href: hrefTo('customers') },
        { label: phrase('admin-teams.title'), href: hrefTo('teams') },
      ]}
      acts={<span />}
      head={
        <div className="cust cust--alone">
          <Head team={team} />
        </div>
      }
    >
      <div className="with-rail">
        <div className="stack">
          <PeopleCard team={team} />
          {may('contracts.read') ? <ContractsCard team={team} /> : null}
          <InvitationsCard team={team} />
        </div>
        <TeamRail team={team} />
      </div>
    </Page>
  );
}

function Head({ team }: { readonly team: Team }) {
  const { phrase } = useSpeech();
  const seatsText = useSeatsText();
  const [asked, setAsked] = useState<'add' | 'invite'>();
  const close = () => setAsked(undefined);
  const payer = team.payingCustomerName;
  return (
    <div className="row row--12 wrap">
      <Avatar name={team.name} large square />
      <div className="cust__id">
        <div className="row row--12 wrap">
          <h1>
            <NameText>{team.name}</NameText>
          </h1>
          <p className="muted small clip">
            {payer === null
              ? team.locationName
              : phrase('admin-teams.placeAndPayer', { place: team.locationName, payer })}
          </p>
        </div>
        <Badges>
          <ToneBadge tone="scheduled" icon={icons.users}>
            {team.sizeMax === null
              ? phrase('admin-teams.people', { count: team.memberCount })
              : phrase('admin-teams.peopleOfMost', { count: team.memberCount, most: team.sizeMax })}
          </ToneBadge>
          <ToneBadge tone={team.seats.total === 0 ? 'quiet' : 'active'} icon={icons.ticket}>
            {seatsText(team.seats)}
          </ToneBadge>
        </Badges>
      </div>
      <div className="row wrap push">
        {team.may.add ? (
          <Button icon={icons.plus} onClick={() => setAsked('add')}>
            {phrase('admin-teams.addPerson.act')}
          </Button>
        ) : null}
        {team.may.invite ? (
          <Button kind="primary" icon={icons.mail} onClick={() => setAsked('invite')}>
            {phrase('admin-teams.invite.act')}
          </Button>
        ) : null}
      </div>
      {asked === 'add' ? <AddPerson team={team} onClose={close} /> : null}
      {asked === 'invite' ? <InvitePerson team={team} onClose={close} /> : null}
    </div>
  );
}
