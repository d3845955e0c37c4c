import type { ReactNode } from 'react';
import type { PageParts } from '../pages/page-parts.ts';
import type { Frame } from './view.ts';
import { Header, Menu } from './header.tsx';
import { PreviewBanner } from './preview-banner.tsx';
import { Icon } from '../../../kit/plain/icon/icon.tsx';
import { check, left, pause } from '../../../kit/plain/icon/shapes.generated.ts';

/** A whole page. Scripts come along only where something on the page wakes. */
export function Page({ frame, parts }: { frame: Frame; parts: PageParts }) {
  const own = parts.top ?? null;
  const { language, direction, title, place, phrase } = frame;
  return (
    <html lang={language} dir={direction}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
        <title>{phrase('portal-frame.title', { page: title, place: place.name })}</title>
        <meta name="description" content={phrase('portal-frame.description', { place: place.name })} />
        {frame.hidden && <meta name="robots" content="noindex" />}
        <meta name="color-scheme" content="light dark" />
        <link rel="stylesheet" href={frame.sheet} />
        {frame.themeSheet !== null && <link rel="stylesheet" href={frame.themeSheet} />}
        <link rel="icon" href={frame.icon} type="image/svg+xml" />
        {frame.preview === null && frame.languages.map(({ code, href }) => (
          <link key={code} rel="alternate" hrefLang={code} href={frame.origin + href} />
        ))}
      </head>
      <body>
        {frame.preview !== null && <PreviewBanner frame={frame} shown={frame.preview} />}
        <div className={own === null ? 'portal' : 'portal portal--own-top'}>
          <a className="skip" href="#main">
            {phrase('portal-frame.skip')}
          </a>
          <Header frame={frame} />
          {own?.noMenu !== true && <Menu frame={frame} />}
          <Main frame={frame} parts={parts} />
        </div>
      </body>
    </html>
  );
}

function Main({ frame, parts }: { frame: Frame; parts: PageParts }) {
  const { notice, paused } = frame;
  return (
    <main className="p-page" id="main">
      {parts.top !== undefined && <OwnTop top={parts.top} />}
      <div className={parts.airy === true ? 'p-main p-main--24' : 'p-main'}>
        {notice !== null && (
          <div className="banner banner--active p-banner" role="status">
            <Icon of={check} size={20} />
            <p>{notice}</p>
          </div>
        )}
        {paused !== null && (paused.ofSection || parts.saysWhy !== true) && (
          <div
            className="banner banner--suspended p-banner"
            data-read-only={paused.ofSection ? '' : undefined}
          >
            <Icon of={pause} size={20} />
            <p>{paused.text}</p>
          </div>
        )}
        {parts.side === undefined ? (
          parts.main
        ) : (
          <div className="p-cols">
            <div>{parts.main}</div>
            <div>{parts.side}</div>
          </div>
        )}
      </div>
    </main>
  );
}

/** On a phone, some pages wear their own name in place of the location's. */
export interface PageTop {
  readonly back: { readonly href: string; readonly label: string } | null;
  /** Null: the page has its title as heading below. */
  readonly title: string;
  readonly isHeading: boolean;
  readonly end?: ReactNode;
  readonly noMenu?: boolean;
}

function OwnTop({ top }: { top: PageTop }) {
  return (
    <div className="p-top p-top--line p-top--own">
      {top.back !== null && (
        <a className="btn btn--quiet btn--icon p-back" href={top.back.href} aria-label={top.back.label}>
          <Icon of={left} size={20} flip />
        </a>
      )}
      {top.isHeading ? <h1 className="p-title">{top.title}</h1> : <p className="p-crumb">{top.title}</p>}
      {top.end}
    </div>
  );
}
