import type { ComponentType } from 'react';
import type { Permission } from '../../domain/staff/permission.ts';
import type { Shape } from '../../kit/plain/index.ts';

/**
 * One address of the admin panel. Every `pages/<word>/routes.tsx` exports `pages: PageEntry[]`, and may
 * export `commands: Command[]`; both are found by the router without being named anywhere else. The file
 * stays light: a page is loaded when somebody goes there.
 */
export interface PageEntry {
  /** Below `/admin/:loc/`, with `$names` for parameters: `customers/$customerId/$tab`. */
  readonly path: string;
  readonly load: () => Promise<ComponentType>;
  /** Without it at the location of the address, the page names it and who can give it. */
  readonly permission?: Permission;
  /**
   * `outside`: below `/admin/` itself, without the frame and without asking who is there: signing in,
   * setting up.
   */
  readonly stands?: 'inside' | 'outside';
}

/** A verb that the command palette and the New menu offer. */
export interface Command {
  /** The key of its text, `admin-contracts.commands.new`. */
  readonly textKey: string;
  readonly icon: Shape;
  readonly permission?: Permission;
  /** Where it begins, below `/admin/:loc/`. */
  readonly path: string;
  /** Shown in the New menu too. */
  readonly isNew?: boolean;
}

interface RoutesFile {
  readonly pages: readonly PageEntry[];
  readonly commands?: readonly Command[];
}

const files = Object.values(import.meta.glob<RoutesFile>('./pages/*/routes.tsx', { eager: true }));

export const pageEntries: readonly PageEntry[] = files.flatMap((file) => file.pages);
export const commands: readonly Command[] = files.flatMap((file) => file.commands ?? []);
