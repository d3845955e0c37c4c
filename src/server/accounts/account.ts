/**
 * What the words after this one may do with accounts: find them, make them, give them a password. Whoever
 * calls has made sure that it may, and that the address is the person's own where it says so.
 */
export {
  type Account,
  findAccount,
  findAccountByEmail,
  findPassword,
  insertAccount,
  keepPassword,
  markEmailVerified,
} from './kept/account-store.ts';
export { linkCustomer } from './kept/customer-link-store.ts';
export { insertVerification, isVerificationOpen } from './kept/verification-store.ts';
