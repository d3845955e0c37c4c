import { useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, useId, useMemo, useState } from 'react';
import { Icon, icons, Modal, type Shape, usePhrase } from '../../../kit/plain/index.ts';
import { client } from '../data/client.ts';
import { type Here, useHere } from '../data/here.tsx';
import { commands } from '../page-entry.ts';
import type { NavGroup } from './navigation.ts';
import { useAsked } from './ask/use-asked.ts';
import { fitOf, pathOfId } from './palette-search.ts';
import { useRested } from './ask/use-rested.ts';

export interface Found {
  readonly key: string;
  readonly label: string;
  readonly note?: string | undefined;
  /** The answer to a question, in a line of its own. */
  readonly said?: string | undefined;
  readonly verdict?: 'allow' | 'deny' | undefined;
  readonly icon: Shape;
  readonly href: string;
}

export interface PaletteProps {
  readonly open: boolean;
  readonly groups: readonly NavGroup[];
  readonly onClose: () => void;
  readonly go: (href: string) => void;
}

const MOST = 12;

/**
 * Verbs, people, places and pasted ids in one box. Nothing is done from here unseen: it leads to where it is
 * done.
 */
export function Palette({ open, groups, onClose, go }: PaletteProps) {
  const phrase = usePhrase();
  return (
    <Modal open={open} onClose={onClose} className="dialog palette" label={phrase('admin-shell.search')}>
      <Box groups={groups} onClose={onClose} go={go} />
    </Modal>
  );
}

function Box({ groups, onClose, go }: Omit<PaletteProps, 'open'>) {
  const phrase = usePhrase();
  const here = useHere();
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const listId = useId();
  const people = [...usePeople(typed, here), ...useTeams(typed, here)];
  const local = useMemo(() => localSources(groups, here, phrase), [groups, here, phrase]);
  const asked = useAsked(typed);
  const found = asked.isQuestion ? asked.found
    : [...pastedId(typed, here), ...best(typed, local, people.length > 0 ? 6 : MOST), ...people];
  const chosen = Math.min(at, Math.max(0, found.length - 1));
  const choose = (one: Found | undefined) => {
    if (one === undefined) return;
    onClose();
    go(one.href);
  };
  const onKey = (event: KeyboardEvent) => {
    const to = { ArrowDown: chosen + 1, ArrowUp: chosen - 1, Home: 0, End: found.length - 1 }[event.key];
    if (event.key === 'Enter') choose(found[chosen]);
    else if (to === undefined || found.length === 0) return;
    else setAt((to + found.length) % found.length);
    event.preventDefault();
  };
  return (
    <>
      <div className="palette__box">
        <Icon of={icons.search} />
        <input
          autoFocus
          type="search"
          role="combobox"
          value={typed}
          placeholder={phrase('admin-shell.searchHint')}
          aria-label={phrase('admin-shell.search')}
          aria-expanded="true"
          aria-controls={listId}
          autoComplete="off"
          spellCheck={false}
          aria-activedescendant={found.length === 0 ? undefined : `${listId}-${chosen}`}
          onChange={(event) => {
            setTyped(event.currentTarget.value);
            setAt(0);
          }}
          onKeyDown={onKey}
        />
      </div>
      <ul className="palette__list" role="listbox" id={listId} aria-label={phrase('admin-shell.results')}>
        {found.map((one, place) => (
          <Row key={one.key} of={one} id={`${listId}-${place}`} selected={place === chosen}
            onPoint={() => setAt(place)} onChoose={() => choose(one)} />
        ))}
      </ul>
      <p className="sr" role="status">
        {phrase('admin-shell.resultCount', { count: found.length })}
      </p>
      {found.length > 0 || asked.isBusy ? null
        : <p className="palette__none muted">{phrase('admin-shell.noResults')}</p>}
    </>
  );
}

function Row({ of, id, selected, onPoint, onChoose }: {
  readonly of: Found;
  readonly id: string;
  readonly selected: boolean;
  readonly onPoint: () => void;
  readonly onChoose: () => void;
}) {
  return (
    <li id={id} role="option" aria-selected={selected} data-verdict={of.verdict}
      onPointerMove={onPoint} onClick={onChoose}>
      <Icon of={of.icon} />
      <span className="grow clip">
        <bdi>{of.label}</bdi>
        {of.said === undefined ? null : <span className="palette__said">{of.said}</span>}
      </span>
      {of.note === undefined ? null : <span className="muted small clip">{of.note}</span>}
    </li>
  );
}

function localSources(
  groups: readonly NavGroup[],
  here: Here,
  phrase: (key: string) => string,
): readonly Found[] {
  const verbs = commands
    .filter((one) => one.permission === undefined || here.may(one.permission))
    .map((one) => ({
      key: one.textKey,
      label: phrase(one.textKey),
      icon: one.icon,
      href: here.hrefTo(one.path),
    }));
  const places = groups.flatMap((group) => {
    const name = phrase(`admin-shell.nav.${group.key}`);
    const own =
      group.path === undefined
        ? []
        : [{ key: group.key, label: name, icon: group.icon, href: here.hrefTo(group.path) }];
    return [
      ...own,
      ...group.places.map((place) => ({
        key: place.key,
        label: phrase(`admin-shell.nav.${place.key}`),
        note: name,
        icon: group.icon,
        href: here.hrefTo(place.path),
      })),
    ];
  });
  const locations = here.locations.map((one) => ({
    key: one.id,
    label: one.name,
    note: phrase('admin-shell.switchLocation'),
    icon: icons.pin,
    href: here.hrefTo('home', one.slug),
  }));
  return [...verbs, ...places, ...locations];
}

function best(typed: string, of: readonly Found[], most: number): readonly Found[] {
  return of
    .map((one) => ({ one, fit: fitOf(typed, one.label) }))
    .filter(({ fit }) => fit > 0)
    .sort((a, b) => b.fit - a.fit)
    .slice(0, most)
    .map(({ one }) => one);
}

function pastedId(typed: string, here: Here): readonly Found[] {
  const path = pathOfId(typed);
  return path === undefined
    ? []
    : [{ key: path, label: typed.trim(), icon: icons.link, href: here.hrefTo(path) }];
}

/** People by name or e-mail, asked of the server once typing rests. */
function usePeople(typed: string, here: Here): readonly Found[] {
  const q = useRested(typed.trim());
  const found = useQuery({
    queryKey: ['listCustomers', { palette: q }],
    queryFn: ({ signal }) =>
      client.call('listCustomers', { query: { q, limit: 6 }, signal }),
    enabled: q.length > 1 && here.may('customers.read') && pathOfId(q) === undefined,
  });
  if (q.length < 2) return [];
  return (found.data?.data ?? []).map((person) => ({
    key: person.id,
    label: person.name,
    note: person.email ?? undefined,
    icon: icons.user,
    href: here.hrefTo(`customers/${person.id}`),
  }));
}

/** Teams by name, likewise. */
function useTeams(typed: string, here: Here): readonly Found[] {
  const phrase = usePhrase();
  const q = useRested(typed.trim());
  const found = useQuery({
    queryKey: ['listTeams', { palette: q }],
    queryFn: ({ signal }) => client.call('listTeams', { query: { q, limit: 3 }, signal }),
    enabled: q.length > 1 && here.may('teams.read') && pathOfId(q) === undefined,
  });
  if (q.length < 2) return [];
  return (found.data?.data ?? []).map((team) => ({
    key: team.id,
    label: team.name,
    note: phrase('admin-teams.one'),
    icon: icons.users,
    href: here.hrefTo(`teams/${team.id}`),
  }));
}
