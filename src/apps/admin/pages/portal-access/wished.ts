import type { AccessLevel, PortalSection } from '../../../../domain/access/section.ts';
import { portalSections } from '../../../../domain/access/section.ts';

/** What a location sets itself, section by section; null: as the parent has it. */
export type OwnLevels = Readonly<Record<PortalSection, AccessLevel | null>>;

export const changesOf = (published: OwnLevels, wished: OwnLevels): readonly PortalSection[] =>
  portalSections.filter((section) => (published[section] ?? null) !== (wished[section] ?? null));

export const countSet = (levels: OwnLevels): number =>
  portalSections.filter((section) => (levels[section] ?? null) !== null).length;

/** Every section named, so that what is not set says so. */
export const complete = (levels: Partial<OwnLevels>): OwnLevels =>
  Object.fromEntries(portalSections.map((section) => [section, levels[section] ?? null])) as OwnLevels;
