import type { ReactNode } from 'react';
import { Icon } from '../icon/icon.tsx';
import {
  alert,
  archive,
  check,
  circle,
  clock,
  hourglass,
  lock,
  pause,
  pencil,
  type Shape,
  snow,
  user,
} from '../icon/shapes.generated.ts';
import { usePhrase } from '../words/speech.tsx';

export type Tone = 'active' | 'scheduled' | 'soon' | 'alert' | 'frozen' | 'suspended' | 'quiet' | 'draft';

/** The states that have a name in the glossary. Never two in one badge; standing first, then restrictions. */
export type NamedState = keyof typeof states;

const states = {
  active: ['active', check],
  paid: ['active', check],
  open: ['scheduled', clock],
  member: ['scheduled', user],
  contact: ['quiet', circle],
  scheduled: ['scheduled', clock],
  tentative: ['soon', hourglass],
  overdue: ['alert', alert],
  failed: ['alert', alert],
  frozen: ['frozen', snow],
  suspended: ['suspended', pause],
  noPortalAccess: ['quiet', lock],
  archived: ['quiet', archive],
  ended: ['quiet', circle],
  cancelled: ['soon', hourglass],
  draft: ['draft', pencil],
  issued: ['scheduled', check],
  void: ['quiet', circle],
} as const satisfies Record<string, readonly [Tone, Shape]>;

export interface BadgeProps {
  readonly state: NamedState;
  /** More than the state's name: "Frozen until 3 Dec". */
  readonly children?: ReactNode;
  /** To its cause. */
  readonly href?: string | undefined;
  readonly small?: boolean;
}

/** A state: soft ground, ink, icon and word, always all four. */
export function Badge({ state, children, href, small = false }: BadgeProps) {
  const phrase = usePhrase();
  const [tone, icon] = states[state];
  return (
    <ToneBadge tone={tone} icon={icon} href={href} small={small}>
      {children ?? phrase(`kit.badge.${state}`)}
    </ToneBadge>
  );
}

/** For a state whose word and icon are its owner's, such as a stage. */
export function ToneBadge({
  tone,
  icon,
  children,
  href,
  small = false,
}: {
  readonly tone: Tone;
  readonly icon: Shape;
  readonly children: ReactNode;
  readonly href?: string | undefined;
  readonly small?: boolean;
}) {
  const names = `badge badge--${tone}${small ? ' badge--sm' : ''}`;
  const inner = (
    <>
      <Icon of={icon} />
      {children}
    </>
  );
  return href === undefined ? (
    <span className={names}>{inner}</span>
  ) : (
    <a className={names} href={href}>
      {inner}
    </a>
  );
}

export const Badges = ({ children }: { children: ReactNode }) => <span className="badges">{children}</span>;
