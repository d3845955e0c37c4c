/** What signing up needs of invitations: one list of them, for colleagues, customers and teams. */
export {
  findOpenInvitation,
  findWaitingInvitation,
  insertInvitation,
  type InvitationRow,
  listTeamInvitations,
  markWithdrawn,
  takeInvitation,
  withdrawOlder,
  withdrawSentTo,
} from './invitation-store.ts';
