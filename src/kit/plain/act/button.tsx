import { type ButtonHTMLAttributes, type MouseEvent, type ReactNode, useId } from 'react';
import { Icon } from '../icon/icon.tsx';
import { lock, refresh, type Shape } from '../icon/shapes.generated.ts';

interface Look {
  /**
   * Primary once a view; danger only in the dialog that confirms; quiet for navigation and undoing a choice.
   */
  readonly kind?: 'primary' | 'default' | 'quiet' | 'danger' | undefined;
  readonly small?: boolean | undefined;
  readonly block?: boolean | undefined;
  readonly icon?: Shape | undefined;
  /** Its name where it shows an icon alone, also a tooltip; or where its words alone would not say enough. */
  readonly label?: string | undefined;
  readonly children?: ReactNode;
  readonly className?: string | undefined;
}

type Native = Pick<
  ButtonHTMLAttributes<HTMLButtonElement>,
  | 'type'
  | 'name'
  | 'value'
  | 'form'
  | 'id'
  | 'autoFocus'
  | 'aria-haspopup'
  | 'aria-expanded'
  | 'aria-controls'
  | 'aria-pressed'
  | 'aria-describedby'
  | 'onKeyDown'
>;

export interface ButtonProps extends Look, Native {
  readonly onClick?: ((event: MouseEvent<HTMLButtonElement>) => void) | undefined;
  readonly busy?: boolean | undefined;
  /** Why it cannot be used now. It keeps its focus, wears a lock, and the reason stands beside it. */
  readonly why?: string | undefined;
  readonly buttonRef?: ((element: HTMLButtonElement | null) => void) | undefined;
}

export function Button(props: ButtonProps) {
  const { kind, small, block, icon, label, children, className, onClick, busy, why, buttonRef, ...native } =
    props;
  const tipId = useId();
  const stopped = why !== undefined || busy === true;
  const button = (
    <button
      type="button"
      {...native}
      ref={buttonRef ?? null}
      className={look(props)}
      aria-label={label}
      title={label}
      aria-disabled={why !== undefined || undefined}
      aria-busy={busy === true || undefined}
      aria-describedby={why === undefined ? native['aria-describedby'] : tipId}
      onClick={(event) => {
        if (stopped) event.preventDefault();
        else onClick?.(event);
      }}>
      <Content icon={why !== undefined ? lock : busy === true ? refresh : icon}>{children}</Content>
    </button>
  );
  if (why === undefined) return button;
  return (
    <span className="tipped">
      {button}
      <span className="tip" id={tipId} role="tooltip">
        {why}
      </span>
    </span>
  );
}

/** A link that looks like a button: it goes somewhere. */
export function ButtonLink(props: Look & { readonly href: string; readonly download?: boolean }) {
  return (
    <a
      href={props.href}
      className={look(props)}
      aria-label={props.label}
      title={props.label}
      download={props.download === true ? '' : undefined}>
      <Content icon={props.icon}>{props.children}</Content>
    </a>
  );
}

function Content({ icon, children }: { icon: Shape | undefined; children: ReactNode }) {
  return (
    <>
      {icon === undefined ? null : <Icon of={icon} />}
      {children}
    </>
  );
}

/** Words beside its name: it is as wide as they are. */
const hasWords = (children: ReactNode): boolean => children !== undefined && children !== null;

function look({ kind = 'default', small, block, label, children, className }: Look): string {
  return [
    'btn',
    kind === 'default' ? '' : `btn--${kind}`,
    small === true ? 'btn--sm' : '',
    block === true ? 'btn--block' : '',
    label === undefined || hasWords(children) ? '' : 'btn--icon',
    className ?? '',
  ]
    .filter(Boolean)
    .join(' ');
}
