import type { ReactNode } from 'react';
import { Icon } from '../icon/icon.tsx';
import { alert, info, pause, type Shape, snow } from '../icon/shapes.generated.ts';

type BannerTone = 'quiet' | 'soon' | 'alert' | 'frozen' | 'scheduled' | 'suspended';

const icons: Record<BannerTone, Shape> = {
  quiet: info, soon: alert, alert, frozen: snow, scheduled: info, suspended: pause,
};

export interface BannerProps {
  readonly tone?: BannerTone;
  readonly icon?: Shape;
  readonly children: ReactNode;
  /** The one way out. */
  readonly way?: { readonly href: string; readonly label: string } | undefined;
}

/** A lasting condition with one way out. */
export function Banner({ tone = 'quiet', icon, children, way }: BannerProps) {
  return (
    <div className={tone === 'quiet' ? 'banner' : `banner banner--${tone}`}>
      <Icon of={icon ?? icons[tone]} />
      <p>{children}{way === undefined ? null : <> <a href={way.href}>{way.label}</a></>}</p>
    </div>
  );
}
