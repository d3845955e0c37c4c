import { useState } from 'react';
import { Button, Facts, icons, NameText, Rail, RailPart, useSpeech } from '../../../../kit/plain/index.ts';
import { useHere } from '../../data/here.tsx';
import { EditTeam } from './edit-team.tsx';
import { type Team, useSeatsText } from './use-team.ts';

/** How a team is run, what it says of itself, and the way to change both. */
export function TeamRail({ team }: { readonly team: Team }) {
  const { phrase } = useSpeech();
  const [editing, setEditing] = useState(false);
  return (
    <Rail label={phrase('admin-customers.rail.title')}>
      <RailPart title={phrase('admin-customers.rail.title')}>
        <HowItRuns team={team} />
      </RailPart>
      <RailPart title={phrase('admin-teams.profile')}>
        <Profile team={team} />
        {team.may.edit ? (
          <div className="rail-acts">
            <Button kind="quiet" small icon={icons.pencil} onClick={() => setEditing(true)}>
              {phrase('admin-teams.edit.act')}
            </Button>
          </div>
        ) : null}
      </RailPart>
      {editing ? <EditTeam team={team} onClose={() => setEditing(false)} /> : null}
    </Rail>
  );
}

function HowItRuns({ team }: { readonly team: Team }) {
  const { phrase } = useSpeech();
  const { hrefTo } = useHere();
  const seatsText = useSeatsText();
  const { payingCustomerId, payingCustomerName } = team;
  return (
    <Facts
      of={[
        [phrase('admin-teams.columns.place'), <NameText key="p">{team.locationName}</NameText>],
        [
          phrase('admin-teams.fields.sizeMax'),
          team.sizeMax === null ? phrase('admin-teams.anySize') : String(team.sizeMax),
        ],
        [phrase('admin-teams.columns.seats'), seatsText(team.seats)],
        [
          phrase('admin-teams.columns.payer'),
          payingCustomerId === null ? (
            phrase('admin-teams.noPayer')
          ) : (
            <a key="y" className="link" href={hrefTo(`customers/${payingCustomerId}`)}>
              <NameText>{payingCustomerName ?? ''}</NameText>
            </a>
          ),
        ],
        team.billing === null
          ? null
          : [phrase('admin-teams.fields.billing'), phrase(`admin-teams.billing.${team.billing}`)],
        [
          phrase('admin-teams.mayInvite'),
          phrase(team.membersMayInvite ? 'admin-teams.invites.everybody' : 'admin-teams.invites.managers'),
        ],
      ]}
    />
  );
}

function Profile({ team }: { readonly team: Team }) {
  const { phrase } = useSpeech();
  const { about, website, email, phone } = team.profile;
  if (about === '' && website === '' && email === '' && phone === '')
    return <p className="muted small">{phrase('admin-teams.noProfile')}</p>;
  return (
    <>
      {about === '' ? null : (
        <p className="small">
          <bdi>{about}</bdi>
        </p>
      )}
      <Facts
        of={[
          website === ''
            ? null
            : [
                phrase('admin-teams.fields.website'),
                <a key="w" className="link breakable" href={website} rel="noreferrer" target="_blank">
                  <bdi>{website.replace(/^https?:\/\//, '')}</bdi>
                </a>,
              ],
          email === ''
            ? null
            : [
                phrase('admin-customers.fields.email'),
                <bdi key="m" className="breakable">
                  {email}
                </bdi>,
              ],
          phone === ''
            ? null
            : [
                phrase('admin-customers.fields.phone'),
                <bdi key="t" className="num">
                  {phone}
                </bdi>,
              ],
        ]}
      />
    </>
  );
}
