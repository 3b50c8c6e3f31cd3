import { MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { I18nextProvider } from 'react-i18next';
import type { EngineClient } from '../engine/client.ts';
import { EngineProvider } from '../engine/engine-context.tsx';
import { i18n } from '../lib/i18n.ts';
import { resolveVariables, theme } from './theme.ts';

export function Providers({ engine, children }: { readonly engine: EngineClient; readonly children: ReactNode }) {
  const [queryClient] = useState(
    () => new QueryClient({ defaultOptions: { queries: { retry: 1, refetchOnWindowFocus: false } } }),
  );
  return (
    <I18nextProvider i18n={i18n}>
      <MantineProvider theme={theme} cssVariablesResolver={resolveVariables} defaultColorScheme="auto">
        <QueryClientProvider client={queryClient}>
          <EngineProvider client={engine}>{children}</EngineProvider>
        </QueryClientProvider>
      </MantineProvider>
    </I18nextProvider>
  );
}
