import { Icon } from '../../../kit/plain/icon/icon.tsx';
import { eye } from '../../../kit/plain/icon/shapes.generated.ts';
import { isolate } from '../parts/isolate.ts';
import type { PreviewShown } from '../readers.ts';
import { endPreviewPath } from '../urls.ts';
import type { Frame } from './view.ts';

/** As whom and when this is shown, on every page of a preview; it cannot be put away. */
export function PreviewBanner({ frame, shown }: { frame: Frame; shown: PreviewShown }) {
  const { phrase, language } = frame;
  return (
    <aside className="preview" aria-label={phrase('portal-preview.label')}>
      <Icon of={eye} size={20} />
      <div className="preview__said">
        <p className="preview__who">{whoOf(frame, shown)}</p>
        <p className="preview__how">{howOf(frame, shown).join(' ')}</p>
      </div>
      <form method="post" action={endPreviewPath.replace('/preview/:previewId', shown.under)}>
        <input type="hidden" name="language" value={language} />
        <button className="btn preview__end" type="submit">{phrase('portal-preview.end')}</button>
      </form>
    </aside>
  );
}

const whoOf = ({ phrase }: Frame, { as, name, planName }: PreviewShown): string =>
  (as === null
    ? phrase('portal-preview.asCustomer', { name: isolate(name ?? '') })
    : phrase(`portal-preview.as.${as}`, { plan: isolate(planName ?? '') }));

/** Whole sentences, each true by itself. */
function howOf({ phrase, format, language }: Frame, shown: PreviewShown): readonly string[] {
  const { at, isDraft, cannotSignIn, hidden } = shown;
  const when = at === null ? phrase('portal-preview.now')
    : phrase('portal-preview.at', { day: format.fullDay(format.isoDay(at)), time: format.time(at) });
  const parts = hidden.map((part) => phrase(`portal-preview.part.${part}`));
  return [
    when,
    ...(isDraft ? [phrase('portal-preview.draft')] : []),
    ...(cannotSignIn ? [phrase('portal-preview.cannotSignIn')] : []),
    ...(parts.length === 0 ? [] : [phrase('portal-preview.hidden', { parts: listed(language, parts) })]),
    phrase('portal-preview.readOnly'),
  ];
}

const listed = (language: string, parts: readonly string[]): string =>
  new Intl.ListFormat(language, { type: 'conjunction' }).format(parts);
