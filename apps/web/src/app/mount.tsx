import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import type { EngineClient } from '../engine/client.ts';
import { startI18n } from '../lib/i18n.ts';
import { App } from './app.tsx';
import { createQueryClient } from './query-client.ts';

/** Builds the page over an engine that was started before. */
export async function mount(root: HTMLElement, engine: EngineClient): Promise<void> {
  const queryClient = createQueryClient();
  await startI18n();
  createRoot(root).render(
    <StrictMode>
      <App engine={engine} queryClient={queryClient} />
    </StrictMode>,
  );
}
