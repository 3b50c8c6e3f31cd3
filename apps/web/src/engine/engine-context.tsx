import { useQueryClient } from '@tanstack/react-query';
import { createContext, type ReactNode, use, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import { type EngineClient, type EngineState, startEngine } from './client.ts';

interface EngineValue extends EngineState {
  readonly client: EngineClient;
  readonly retry: () => void;
}

const EngineContext = createContext<EngineValue | null>(null);

/** Starts the worker, which loads the table and follows the server. */
export function EngineProvider({ children }: { readonly children: ReactNode }) {
  const [client] = useState(startEngine);
  const state = useSyncExternalStore(client.subscribe, client.read);
  useLoading(client);
  useFreshRecords(state.info?.revision);
  const value = useMemo((): EngineValue => ({ ...state, client, retry: () => void client.load() }), [state, client]);
  return <EngineContext value={value}>{children}</EngineContext>;
}

/** Loads once, and looks for news when the page is seen again or the network is back: timers and streams sleep too. */
function useLoading(client: EngineClient): void {
  const begun = useRef(false);
  useEffect(() => {
    if (!begun.current) void client.load();
    begun.current = true;
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

export function useEngine(): EngineValue {
  const state = use(EngineContext);
  if (!state) throw new Error('useEngine needs an EngineProvider above it');
  return state;
}
