import { RouterProvider } from '@tanstack/react-router';
import type { EngineClient } from '../engine/client.ts';
import { Providers } from './providers.tsx';
import { router } from './router.tsx';

export function App({ engine }: { readonly engine: EngineClient }) {
  return (
    <Providers engine={engine}>
      <RouterProvider router={router} />
    </Providers>
  );
}
