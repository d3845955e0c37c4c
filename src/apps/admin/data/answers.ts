import {
  keepPreviousData,
  QueryClient,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import { type AnswerTo, client, type EndpointName, Refused, type Sent } from './client.ts';

/**
 * Old rows stay on screen while new ones are fetched; a no from the API is an answer, so it is not asked
 * again.
 */
export const makeQueryClient = () =>
  new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 15_000,
        retry: (times, error) => !(error instanceof Refused) && times < 2,
        placeholderData: keepPreviousData,
      },
    },
  });

export interface AskOptions {
  /** False while something it needs is not known yet. */
  readonly when?: boolean;
  /** Asked again after this many milliseconds: for what changes by itself. */
  readonly everyMs?: number;
}

/** The answer of a GET, kept under its name and what was sent. */
export function useAnswer<N extends EndpointName>(name: N, sent: Sent<N>, options: AskOptions = {}) {
  return useQuery({
    queryKey: [name, sent],
    queryFn: ({ signal }) => client.call(name, { ...sent, signal }),
    enabled: options.when ?? true,
    refetchInterval: options.everyMs ?? false,
  });
}

type ListName = {
  [N in EndpointName]: AnswerTo<N> extends { data: readonly unknown[]; nextCursor: string | null }
    ? N
    : never;
}[EndpointName];
type RowOf<N extends ListName> = AnswerTo<N> extends { data: readonly (infer Row)[] } ? Row : never;

/** A list by cursor, page after page in one piece: `rows`, and `onMore` while there are more. */
export function useList<N extends ListName>(name: N, sent: Sent<N>, options: AskOptions = {}) {
  const found = useInfiniteQuery({
    queryKey: [name, sent, 'pages'],
    queryFn: ({ signal, pageParam }) => {
      const { query } = sent as { query?: Record<string, unknown> };
      const asked = { ...sent, query: { ...query, ...(pageParam && { cursor: pageParam }) }, signal };
      return client.call(name, asked as unknown as Sent<N>) as Promise<{
        data: readonly RowOf<N>[];
        nextCursor: string | null;
      }>;
    },
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.nextCursor,
    enabled: options.when ?? true,
    refetchInterval: options.everyMs ?? false,
  });
  return {
    rows: found.data?.pages.flatMap((page) => page.data),
    error: found.error,
    refreshing: found.isFetching && found.data !== undefined,
    onRetry: () => void found.refetch(),
    onMore: found.hasNextPage ? () => void found.fetchNextPage() : undefined,
    loadingMore: found.isFetchingNextPage,
  };
}

const MOST_PAGES = 25;

/** Every row of a list that is drawn as one picture, page after page. */
export function useWhole<N extends ListName>(name: N, sent: Sent<N>, options: AskOptions = {}) {
  return useQuery({
    queryKey: [name, sent, 'whole'],
    queryFn: async ({ signal }) => {
      const rows: RowOf<N>[] = [];
      let cursor: string | null = null;
      for (let page = 0; page === 0 || (cursor !== null && page < MOST_PAGES); page += 1) {
        const { query } = sent as { query?: Record<string, unknown> };
        const asked = { ...sent, query: { limit: 200, ...query, ...(cursor && { cursor }) }, signal };
        const answer = (await client.call(name, asked as unknown as Sent<N>)) as {
          data: readonly RowOf<N>[];
          nextCursor: string | null;
        };
        rows.push(...answer.data);
        cursor = answer.nextCursor;
      }
      return rows as readonly RowOf<N>[];
    },
    enabled: options.when ?? true,
    refetchInterval: options.everyMs ?? false,
  });
}

/**
 * A call that changes something; afterwards the named answers are asked for again (all of them unless
 * named).
 */
export function useSend<N extends EndpointName>(
  name: N,
  options: { readonly refresh?: readonly EndpointName[] } = {},
) {
  const kept = useQueryClient();
  return useMutation({
    mutationFn: (sent: Sent<N>) => client.call(name, sent),
    // Not waited for: the row that was acted on may be gone with the new answer, and with it what it says.
    onSuccess: () => {
      if (options.refresh === undefined) void kept.invalidateQueries();
      else for (const other of options.refresh) void kept.invalidateQueries({ queryKey: [other] });
    },
  });
}
