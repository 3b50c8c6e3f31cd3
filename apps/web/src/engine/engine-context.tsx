import { useQueryClient } from '@tanstack/react-query';
import { createContext, type ReactNode, use, useEffect, useMemo, useRef, useSyncExternalStore } from 'react';
import { meQuery } from '../lib/api/me.ts';
import { useView } from '../lib/view/use-view.ts';
import type { EngineClient, EngineState } from './client.ts';

interface EngineValue extends EngineState {
  readonly client: EngineClient;
  readonly retry: () => void;
}

const EngineContext = createContext<EngineValue | null>(null);

/** Makes the engine known to the page. For who may read it was started before: its worker loads the table while the page is being built. */
export function EngineProvider({ client, children }: { readonly client: EngineClient; readonly children: ReactNode }) {
  const state = useSyncExternalStore(client.subscribe, client.read);
  useMoment(client);
  useCatchingUp(client);
  useFreshRecords(state.info?.moment ? undefined : state.info?.revision);
  useSignInNeeded(state.signInNeeded);
  const value = useMemo((): EngineValue => ({ ...state, client, retry: () => void client.load() }), [state, client]);
  return <EngineContext value={value}>{children}</EngineContext>;
}

/** Shows the records of the moment that the view names. */
function useMoment(client: EngineClient): void {
  const { asOf = null } = useView().view;
  useEffect(() => client.lookAt(asOf), [client, asOf]);
}

/** Looks for news when the page is seen again or the network is back: timers and streams sleep too. */
function useCatchingUp(client: EngineClient): void {
  useEffect(() => {
    const look = () => {
      if (document.visibilityState === 'visible') client.catchUp();
    };
    document.addEventListener('visibilitychange', look);
    window.addEventListener('online', look);
    return () => {
      document.removeEventListener('visibilitychange', look);
      window.removeEventListener('online', look);
    };
  }, [client]);
}

/** What was fetched beside the table, records and the portfolio, is fetched again with another revision. */
function useFreshRecords(revision: number | undefined): void {
  const queryClient = useQueryClient();
  const last = useRef<number | undefined>(undefined);
  useEffect(() => {
    if (last.current !== undefined && revision !== last.current) void queryClient.invalidateQueries();
    last.current = revision;
  }, [revision, queryClient]);
}

/** Who looks at the dashboard is asked anew: nobody, as it seems. */
function useSignInNeeded(signInNeeded: boolean): void {
  const queryClient = useQueryClient();
  useEffect(() => {
    if (signInNeeded) void queryClient.invalidateQueries(meQuery);
  }, [signInNeeded, queryClient]);
}

export function useEngine(): EngineValue {
  const state = use(EngineContext);
  if (!state) throw new Error('useEngine needs an EngineProvider above it');
  return state;
}
