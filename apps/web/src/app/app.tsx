import { RouterProvider } from '@tanstack/react-router';
import { Providers, type Started } from './providers.tsx';
import { router } from './router.tsx';

export function App(started: Started) {
  return (
    <Providers {...started}>
      <RouterProvider router={router} />
    </Providers>
  );
}
