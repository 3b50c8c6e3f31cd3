import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { startI18n } from '../lib/i18n.ts';
import { App } from './app.tsx';
import type { Started } from './providers.tsx';

/** Builds the page over what was started before. */
export async function mount(root: HTMLElement, started: Started): Promise<void> {
  await startI18n();
  createRoot(root).render(
    <StrictMode>
      <App {...started} />
    </StrictMode>,
  );
}
