import {
  type KeyboardEvent,
  type ReactNode,
  useEffect,
  useId,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import { Icon } from '../icon/icon.tsx';
import type { Shape } from '../icon/shapes.generated.ts';
import { Button, type ButtonProps } from './button.tsx';
import { floatBeside } from './float.ts';

export interface MenuItem {
  readonly key: string;
  readonly label: ReactNode;
  readonly note?: string | undefined;
  readonly icon?: Shape | undefined;
  readonly href?: string | undefined;
  readonly onChoose?: (() => void) | undefined;
  /** For a choice among items. */
  readonly checked?: boolean | undefined;
  readonly danger?: boolean | undefined;
  /** Why it cannot be chosen now; shown under its label. */
  readonly why?: string | undefined;
}

export interface MenuProps {
  readonly button: Omit<ButtonProps, 'onClick'>;
  readonly items: readonly (MenuItem | 'rule')[];
  /** The name of the list for those who hear it. */
  readonly name: string;
  readonly side?: 'start' | 'end' | undefined;
  readonly upwards?: boolean | undefined;
  /** Another look for the opener than a button's. */
  readonly openerClass?: string | undefined;
}

/** A button that opens a list of verbs or places. Arrows move, Escape closes and gives focus back. */
export function Menu({ button, items, name, side = 'start', upwards = false, openerClass }: MenuProps) {
  const [open, setOpen] = useState(false);
  const place = useRef<HTMLSpanElement>(null);
  const list = useRef<HTMLSpanElement>(null);
  const listId = useId();
  useLayoutEffect(() => {
    const opener = openerOf(place.current);
    if (list.current === null || opener === null) return undefined;
    const end = floatBeside(list.current, opener, { side, upwards });
    entries(place.current)[0]?.focus({ preventScroll: true });
    return end;
  }, [open, side, upwards]);
  useEffect(() => (open ? whenLeft(place.current, () => setOpen(false)) : undefined), [open]);
  const close = () => {
    setOpen(false);
    openerOf(place.current)?.focus();
  };
  const opener = {
    'aria-haspopup': 'menu',
    'aria-expanded': open,
    'aria-controls': open ? listId : undefined,
  } as const;
  return (
    <span className="menu" ref={place} onKeyDown={(event) => open && onKey(event, place.current, close)}>
      {openerClass === undefined ? (
        <Button {...button} {...opener} onClick={() => setOpen(!open)} />
      ) : (
        <button
          type="button"
          className={openerClass}
          {...opener}
          aria-label={button.label}
          onClick={() => setOpen(!open)}>
          {button.children}
        </button>
      )}
      {open ? (
        <span className="menu__list" role="menu" id={listId} aria-label={name} popover="manual" ref={list}>
          {items.map((item, at) =>
            item === 'rule' ? (
              <span key={`rule${at}`} className="menu__rule" role="separator" />
            ) : (
              <Entry key={item.key} item={item} close={close} />
            ),
          )}
        </span>
      ) : null}
    </span>
  );
}

function Entry({ item, close }: { item: MenuItem; close: () => void }) {
  const inner = (
    <>
      {item.icon === undefined ? null : <Icon of={item.icon} />}
      <span className="grow">
        {item.label}
        {note(item) === undefined ? null : <small>{note(item)}</small>}
      </span>
    </>
  );
  const common = {
    className: item.danger === true ? 'menu__item menu__item--danger' : 'menu__item',
    role: item.checked === undefined ? 'menuitem' : 'menuitemradio',
    'aria-checked': item.checked,
    'aria-disabled': item.why === undefined ? undefined : true,
    tabIndex: -1,
  } as const;
  if (item.href !== undefined && item.why === undefined) {
    return (
      <a {...common} href={item.href} onClick={close}>
        {inner}
      </a>
    );
  }
  return (
    <button
      type="button"
      {...common}
      onClick={() => {
        if (item.why !== undefined) return;
        close();
        item.onChoose?.();
      }}>
      {inner}
    </button>
  );
}

const note = (item: MenuItem): string | undefined => item.why ?? item.note;

const openerOf = (place: HTMLElement | null) => place?.querySelector<HTMLElement>('[aria-haspopup]') ?? null;

/** Somebody pressed or focused something else. */
function whenLeft(place: HTMLElement | null, leave: () => void): () => void {
  const ask = (event: Event) => {
    if (place?.contains(event.target as Node) !== true) leave();
  };
  document.addEventListener('pointerdown', ask);
  document.addEventListener('focusin', ask);
  return () => {
    document.removeEventListener('pointerdown', ask);
    document.removeEventListener('focusin', ask);
  };
}

const entries = (place: HTMLElement | null): HTMLElement[] => [
  ...(place?.querySelectorAll<HTMLElement>('.menu__item') ?? []),
];

function onKey(event: KeyboardEvent, place: HTMLElement | null, close: () => void) {
  const all = entries(place);
  const at = all.indexOf(document.activeElement as HTMLElement);
  const go = (to: number) => {
    event.preventDefault();
    all[(to + all.length) % all.length]?.focus();
  };
  if (event.key === 'Escape') {
    event.stopPropagation();
    close();
  } else if (event.key === 'ArrowDown') go(at + 1);
  else if (event.key === 'ArrowUp') go(at - 1);
  else if (event.key === 'Home') go(0);
  else if (event.key === 'End') go(all.length - 1);
  else if (event.key.length === 1 && /\S/.test(event.key)) {
    const letter = event.key.toLocaleLowerCase();
    const found = [...all.slice(at + 1), ...all.slice(0, at + 1)].find((entry) =>
      entry.textContent?.trim().toLocaleLowerCase().startsWith(letter),
    );
    found?.focus();
  }
}
