import { MantineProvider } from '@mantine/core';
import { type QueryClient, QueryClientProvider } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { I18nextProvider } from 'react-i18next';
import type { EngineClient } from '../engine/client.ts';
import { EngineProvider } from '../engine/engine-context.tsx';
import { FormatProvider } from '../lib/format-provider.tsx';
import { i18n } from '../lib/i18n.ts';
import { resolveVariables, theme } from './theme.ts';

/** What was started before the page was built. */
export interface Started {
  readonly engine: EngineClient;
  readonly queryClient: QueryClient;
}

export function Providers({ engine, queryClient, children }: Started & { readonly children: ReactNode }) {
  return (
    <I18nextProvider i18n={i18n}>
      <MantineProvider theme={theme} cssVariablesResolver={resolveVariables} defaultColorScheme="auto">
        <QueryClientProvider client={queryClient}>
          <EngineProvider client={engine}>
            <FormatProvider>{children}</FormatProvider>
          </EngineProvider>
        </QueryClientProvider>
      </MantineProvider>
    </I18nextProvider>
  );
}
