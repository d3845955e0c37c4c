import type { AccessLevel, PortalSection } from './section.ts';

/** Combinations of levels that hurt the operator, each with what to use instead (ux.md 3.5). */
export const levelCheckCodes = [
  'membersCannotPay',
  'membersCannotChangePlan',
  'nobodyCanSignUp',
  'contactsCannotSignUp',
  'portalKeepsContactsOut',
  'portalKeepsMembersOut',
  'membersCannotBook',
  'membersCannotSeeBenefits',
  'membersCannotAskForHelp',
] as const;
export type LevelCheckCode = (typeof levelCheckCodes)[number];

export interface LevelCheck {
  readonly code: LevelCheckCode;
  readonly section: PortalSection;
  readonly use: AccessLevel;
}

export function checkLevels(levels: Readonly<Record<PortalSection, AccessLevel>>): LevelCheck[] {
  const checks: LevelCheck[] = [];
  const say = (code: LevelCheckCode, section: PortalSection, use: AccessLevel): number =>
    checks.push({ code, section, use });
  if (levels.entirePortal === 'members') say('portalKeepsContactsOut', 'entirePortal', 'public');
  if (levels.entirePortal === 'contacts') say('portalKeepsMembersOut', 'entirePortal', 'public');
  if (levels.payments === 'contacts') say('membersCannotPay', 'payments', 'signedIn');
  if (levels.plans === 'contacts') say('membersCannotChangePlan', 'plans', 'public');
  if (levels.plans === 'members') say('contactsCannotSignUp', 'plans', 'public');
  if (levels.plans === 'signedIn' || (levels.plans === 'public' && levels.entirePortal !== 'public')) {
    say('nobodyCanSignUp', levels.plans === 'public' ? 'entirePortal' : 'plans', 'public');
  }
  if (levels.bookings === 'contacts') say('membersCannotBook', 'bookings', 'signedIn');
  if (levels.benefits === 'contacts') say('membersCannotSeeBenefits', 'benefits', 'signedIn');
  if (levels.helpDesk === 'contacts') say('membersCannotAskForHelp', 'helpDesk', 'signedIn');
  return checks;
}
