/** What signing up needs of invitations: one list of them, for colleagues and for customers. */
export {
  findOpenInvitation,
  insertInvitation,
  type InvitationRow,
  takeInvitation,
  withdrawOlder,
} from './invitation-store.ts';
