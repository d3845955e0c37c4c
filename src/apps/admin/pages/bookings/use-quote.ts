import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { client, type Sent } from '../../data/client.ts';

/**
 * What a booking would cost and whether it would be allowed, asked again whenever it changes; saves nothing.
 */
export function useQuote(body: Sent<'quoteBooking'>['body'], when: boolean) {
  return useQuery({
    queryKey: ['quoteBooking', body],
    queryFn: ({ signal }) => client.call('quoteBooking', { body, signal }),
    enabled: when, placeholderData: keepPreviousData, staleTime: 5_000,
  });
}
