import type { Instant } from '../kernel/instant.ts';
import { type AccessLevel, type LevelsVersion, type PortalSection, portalSections } from './section.ts';

/** A version as its location keeps it (SEC-4). */
export interface KeptVersion extends Omit<LevelsVersion, 'locationId'> {
  readonly version: number;
  /** Withdrawn before it came into force; null: it stands. */
  readonly withdrawnAt: Instant | null;
}

export type VersionState = 'scheduled' | 'inForce' | 'past' | 'withdrawn';

export interface LevelChange {
  readonly section: PortalSection;
  /** Null: as the parent has it. */
  readonly from: AccessLevel | null;
  readonly to: AccessLevel | null;
}

/** The version in force at an instant; of two for the same instant the later made. Withdrawn ones never. */
export function versionAt<V extends KeptVersion>(versions: readonly V[], at: Instant): V | undefined {
  let last: V | undefined;
  for (const of of versions) {
    if (of.withdrawnAt !== null || of.inForceFrom > at) continue;
    if (last === undefined || isLater(of, last)) last = of;
  }
  return last;
}

export function stateOfVersion(versions: readonly KeptVersion[], of: KeptVersion, at: Instant): VersionState {
  if (of.withdrawnAt !== null) return 'withdrawn';
  if (of.inForceFrom > at) return 'scheduled';
  return versionAt(versions, at)?.version === of.version ? 'inForce' : 'past';
}

/** What a version changes, or would have changed, of what is in force just before it. */
export function changesOfVersion(versions: readonly KeptVersion[], of: KeptVersion): LevelChange[] {
  const before = versionAt(versions.filter((one) => isLater(of, one)), of.inForceFrom);
  return changesBetween(before?.levels ?? {}, of.levels);
}

type Levels = LevelsVersion['levels'];

const changesBetween = (before: Levels, after: Levels): LevelChange[] =>
  portalSections
    .map((section) => ({ section, from: before[section] ?? null, to: after[section] ?? null }))
    .filter(({ from, to }) => from !== to);

const isLater = (of: KeptVersion, other: KeptVersion): boolean =>
  of.inForceFrom > other.inForceFrom
  || (of.inForceFrom === other.inForceFrom && of.version > other.version);
