import type { ReactNode } from 'react';
import { right, type Shape } from '../../../kit/plain/icon/shapes.generated.ts';
import { Icon } from '../../../kit/plain/icon/icon.tsx';

/** A row of a list: an icon, two lines, and either the whole row leads on or a button at its end does. */
export function RowLink({
  shape,
  title,
  text,
  href,
  alert = false,
  end,
}: {
  shape: Shape;
  title: ReactNode;
  text?: ReactNode;
  href?: string;
  alert?: boolean;
  end?: ReactNode;
}) {
  const inner = (
    <>
      <span className={alert ? 'p-icon p-icon--alert' : 'p-icon'}>
        <Icon of={shape} size={20} />
      </span>
      <span className="two">
        <b className="num">{title}</b>
        {text !== undefined && <span className="num">{text}</span>}
      </span>
      {end ?? (href === undefined ? null : <Icon of={right} size={20} flip className="muted" />)}
    </>
  );
  return (
    <li>
      {href === undefined ? (
        <div className="p-link">{inner}</div>
      ) : (
        <a className="p-link" href={href}>
          {inner}
        </a>
      )}
    </li>
  );
}
