import { useRouter, useRouterState } from '@tanstack/react-router';

/**
 * What a list is narrowed by stands in the address, so that it can be reloaded, sent and gone back to:
 * `?q=mira&f.standing=member&sort=-name`.
 */
export interface Filters {
  readonly q: string;
  readonly sort: string | undefined;
  readonly of: (name: string) => string | undefined;
  /** Undefined or '' takes the filter off. */
  readonly set: (name: string, value: string | undefined) => void;
  readonly search: (q: string) => void;
  readonly sortBy: (sort: string) => void;
  readonly clear: () => void;
  readonly any: boolean;
  /** For the list's query: the filters by name, `q` and `sort`. */
  readonly asQuery: Readonly<Record<string, string>>;
}

export function useFilters(): Filters {
  const [params, change] = useAddress();
  const named = [...params]
    .filter(([name]) => name.startsWith('f.'))
    .map(([name, value]) => [name.slice(2), value]);
  const q = params.get('q') ?? '';
  const sort = params.get('sort') ?? undefined;
  const put = (name: string, value: string | undefined) =>
    change((next) => {
      if (value === undefined || value === '') next.delete(name);
      else next.set(name, value);
    });
  return {
    q,
    sort,
    of: (name) => params.get(`f.${name}`) ?? undefined,
    set: (name, value) => put(`f.${name}`, value),
    search: (text) => put('q', text),
    sortBy: (by) => put('sort', by),
    clear: () =>
      change((next) => {
        for (const name of Array.from(next.keys()))
          if (name === 'q' || name.startsWith('f.')) next.delete(name);
      }),
    any: q !== '' || named.length > 0,
    asQuery: { ...Object.fromEntries(named), ...(q && { q }), ...(sort && { sort }) },
  };
}

/**
 * One value of the address, such as an open panel or a chosen day. Replaces the entry, so that Back leaves
 * the page.
 */
export function useAddressValue(name: string): [string | undefined, (value: string | undefined) => void] {
  const [params, change] = useAddress();
  return [
    params.get(name) ?? undefined,
    (value) =>
      change((next) => {
        if (value === undefined || value === '') next.delete(name);
        else next.set(name, value);
      }),
  ];
}

/** Several values of the address that change together. */
export function useAddressValues(): [
  (name: string) => string | undefined,
  (values: Readonly<Record<string, string | undefined>>) => void,
] {
  const [params, change] = useAddress();
  return [
    (name) => params.get(name) ?? undefined,
    (values) =>
      change((next) => {
        for (const [name, value] of Object.entries(values)) {
          if (value === undefined || value === '') next.delete(name);
          else next.set(name, value);
        }
      }),
  ];
}

function useAddress(): [URLSearchParams, (edit: (params: URLSearchParams) => void) => void] {
  const router = useRouter();
  const text = useRouterState({ select: (state) => state.location.searchStr });
  return [
    new URLSearchParams(text),
    (edit) => {
      const { pathname, searchStr } = router.state.location;
      const next = new URLSearchParams(searchStr);
      edit(next);
      const search = next.toString();
      router.history.replace(search === '' ? pathname : `${pathname}?${search}`);
    },
  ];
}
