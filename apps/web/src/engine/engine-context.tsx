import { useQuery, useQueryClient } from '@tanstack/react-query';
import { createContext, type ReactNode, use, useEffect, useState } from 'react';
import { type EngineClient, startEngine } from './client.ts';
import type { EngineInfo, LoadProgress } from './protocol.ts';

interface EngineState {
  readonly client: EngineClient;
  /** Null until the table is loaded. */
  readonly info: EngineInfo | null;
  readonly progress: LoadProgress | null;
  readonly error: Error | null;
  readonly retry: () => void;
}

const EngineContext = createContext<EngineState | null>(null);

/** Starts the worker, loads the table, and loads it again when the API announces a newer revision. */
export function EngineProvider({ children }: { readonly children: ReactNode }) {
  const [client] = useState(startEngine);
  const [progress, setProgress] = useState<LoadProgress | null>(null);
  const load = useQuery({ queryKey: ['engine'], queryFn: () => client.load(setProgress), staleTime: Infinity });
  useNewRevisions(load.data?.revision);
  const state: EngineState = {
    client,
    info: load.data ?? null,
    progress,
    error: load.error,
    retry: () => void load.refetch(),
  };
  return <EngineContext value={state}>{children}</EngineContext>;
}

function useNewRevisions(loaded: number | undefined): void {
  const queryClient = useQueryClient();
  useEffect(() => {
    if (loaded === undefined) return;
    const events = new EventSource('/v1/events');
    events.addEventListener('revision', (event) => {
      if (Number(readRevision(event.data)) > loaded) void queryClient.invalidateQueries();
    });
    return () => events.close();
  }, [loaded, queryClient]);
}

function readRevision(data: unknown): number {
  const parsed: unknown = JSON.parse(String(data));
  if (typeof parsed === 'number') return parsed;
  return parsed !== null && typeof parsed === 'object' && 'revision' in parsed ? Number(parsed.revision) : Number.NaN;
}

export function useEngine(): EngineState {
  const state = use(EngineContext);
  if (!state) throw new Error('useEngine needs an EngineProvider above it');
  return state;
}
