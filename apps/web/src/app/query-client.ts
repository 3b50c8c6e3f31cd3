import { QueryClient } from '@tanstack/react-query';
import { fetchAhead } from '../lib/api/portfolio.ts';

/** The cache of what is fetched beside the table. What every page needs is on its way at once, not one after the other. */
export function createQueryClient(): QueryClient {
  const client = new QueryClient({ defaultOptions: { queries: { retry: 1, refetchOnWindowFocus: false } } });
  fetchAhead(client);
  return client;
}
