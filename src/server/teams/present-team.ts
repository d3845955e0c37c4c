import type { AnsweredTeam, AnsweredTeamInvitation, AnsweredTeamMember } from '../../api/teams.ts';
import { text, textOrNull } from '../../api/schema.ts';
import type { Instant } from '../../domain/kernel/instant.ts';
import type { Locations } from '../locations/load-locations.ts';
import type { InvitationRow } from '../staff/invitations.ts';
import type { KnownTeam } from './load-team.ts';
import type { MemberRow } from './member-store.ts';

export function presentTeam({ team, may, seesAll }: KnownTeam, { tree }: Locations): AnsweredTeam {
  return {
    id: team.id,
    name: team.name,
    locationId: team.locationId,
    locationName: tree.get(team.locationId)?.name ?? '',
    profile: { about: team.about, website: team.website, email: team.email, phone: team.phone },
    sizeMax: team.sizeMax,
    membersMayInvite: team.membersMayInvite,
    payingCustomerId: seesAll ? team.payingCustomerId : null,
    payingCustomerName: seesAll ? team.payingCustomerName : null,
    billing: seesAll ? team.billing : null,
    sharing: {
      passes: team.sharesPasses,
      timeCredits: team.sharesTimeCredits,
      moneyCredits: team.sharesMoneyCredits,
    },
    memberCount: team.memberCount,
    managerCount: team.managerCount,
    invitationCount: seesAll ? team.invitationCount : 0,
    seats: {
      total: team.seatsTotal, taken: team.seatsTaken, free: Math.max(0, team.seatsTotal - team.seatsTaken),
    },
    yourRole: team.yourRole,
    may: { ...may },
    createdAt: text(team.createdAt),
    version: team.version,
  };
}

/** A plain member is told who is in the team, not how to write to them nor what they are elsewhere. */
export const presentMember = (
  row: MemberRow, { seesAll }: Pick<KnownTeam, 'seesAll'>,
): AnsweredTeamMember => ({
  customerId: row.customerId,
  name: row.name,
  email: seesAll ? row.email : null,
  role: row.role,
  since: text(row.startedAt),
  until: textOrNull(row.endedAt),
  standing: seesAll ? (row.isMember ? 'member' : 'contact') : null,
  seats: seesAll
    ? row.seats.map(({ id, contractId, planName, start, end }) => ({
        id, contractId, planName, since: text(start as Instant), until: textOrNull(end as Instant | null),
      }))
    : [],
});

export const presentInvitation = (row: InvitationRow, now: Instant): AnsweredTeamInvitation => ({
  id: row.id,
  email: row.email,
  name: row.name,
  role: row.teamRole ?? 'member',
  sentAt: text(row.sentAt),
  expiresAt: text(row.expiresAt),
  isOver: row.expiresAt <= now,
});
