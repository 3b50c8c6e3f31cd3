import { hashKey, MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { ApiError, isSignInNeeded } from '../lib/api/fetch-json.ts';
import { meQuery } from '../lib/api/me.ts';

/** Who asks for it in answer to its own refusal would ask for ever. */
const ME = hashKey(meQuery.queryKey);

/**
 * The cache of what is fetched beside the table. Where the server says that nobody is signed in, or that the role does not
 * reach, it is asked who is there: the pages follow from that.
 */
export function createQueryClient(): QueryClient {
  const lookAgain = (error: Error) => {
    if (isSignInNeeded(error) || (error instanceof ApiError && error.status === 403)) {
      void client.invalidateQueries(meQuery);
    }
  };
  const client = new QueryClient({
    defaultOptions: { queries: { retry: mayHelp, refetchOnWindowFocus: false } },
    queryCache: new QueryCache({
      onError: (error, { queryHash }) => {
        if (queryHash !== ME) lookAgain(error);
      },
    }),
    mutationCache: new MutationCache({ onError: lookAgain }),
  });
  return client;
}

/** Once, and not where the server has understood and refused. */
function mayHelp(failures: number, error: Error): boolean {
  const refused = error instanceof ApiError && error.status >= 400 && error.status < 500;
  return failures < 1 && !refused;
}
