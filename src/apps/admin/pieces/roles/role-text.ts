import type { Phrase } from '../../../../api/texts/message.ts';
import { isRoleName } from '../../../../domain/staff/role.ts';

/** A fixed role in the words of the screen's language, one of the operator's own by its name. */
export const roleText = (
  phrase: Phrase, { role, roleName }: { readonly role: string; readonly roleName: string },
): string => (isRoleName(role) ? phrase(`admin-staff.roles.${role}`) : roleName);
