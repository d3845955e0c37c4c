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
  /** The one way out: a place to go, or something to do here. */
  readonly way?: { readonly label: string; readonly href?: string; readonly onGo?: () => void } | undefined;
}

/** A lasting condition with one way out. */
export function Banner({ tone = 'quiet', icon, children, way }: BannerProps) {
  return (
    <div className={tone === 'quiet' ? 'banner' : `banner banner--${tone}`}>
      <Icon of={icon ?? icons[tone]} />
      <p>{children}{way === undefined ? null : <> <Way of={way} /></>}</p>
    </div>
  );
}

function Way({ of }: { of: NonNullable<BannerProps['way']> }) {
  if (of.href !== undefined) return <a href={of.href}>{of.label}</a>;
  return <button type="button" onClick={of.onGo}>{of.label}</button>;
}
