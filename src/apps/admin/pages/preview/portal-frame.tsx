import { useEffect, useRef, useState } from 'react';
import { Skeleton, useSpeech } from '../../../../kit/plain/index.ts';
import type { Width } from './wish.ts';

/**
 * Both the page and its scripts are ours: it needs the session, and its islands wake. It opens nothing, and
 * leaves its frame only by somebody's click.
 */
const allowed = 'allow-same-origin allow-scripts allow-forms allow-top-navigation-by-user-activation';

/** The portal as wide as the device, and as small as the room for it asks. */
export function PortalFrame({ src, title, width }: {
  readonly src: string;
  readonly title: string;
  readonly width: Width;
}) {
  const { phrase } = useSpeech();
  const [isLoaded, setLoaded] = useState(false);
  const stage = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const box = stage.current;
    if (box === null) return undefined;
    const fit = () => {
      box.style.setProperty('--device', `${width}px`);
      box.style.setProperty('--fit', String(Math.min(1, box.clientWidth / width)));
    };
    const watch = new ResizeObserver(fit);
    watch.observe(box);
    fit();
    return () => watch.disconnect();
  }, [width]);
  return (
    <div className="stage" ref={stage} aria-busy={!isLoaded}>
      {isLoaded ? null : (
        <div className="stage__waiting" role="status" aria-label={phrase('kit.loading')}>
          <Skeleton width="40" /><Skeleton width="80" /><Skeleton width="60" />
        </div>
      )}
      <iframe className="stage__frame" src={src} title={title} sandbox={allowed}
        onLoad={() => setLoaded(true)} />
    </div>
  );
}
