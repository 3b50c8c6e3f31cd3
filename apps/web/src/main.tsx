import '@fontsource-variable/inter';
import '@mantine/core/styles.layer.css';
import '@mantine/charts/styles.layer.css';
import '@mantine/spotlight/styles.layer.css';
import './app/tokens.css';
import './app/app.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/app.tsx';
import { createQueryClient } from './app/query-client.ts';
import { createEngine } from './engine/client.ts';
import { mayDo, meQuery } from './lib/api/me.ts';
import { fetchAhead } from './lib/api/portfolio.ts';
import { startI18n } from './lib/i18n.ts';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no element with the id "root"');
const engine = createEngine();
const queryClient = createQueryClient();
await Promise.all([startI18n(), startReading()]);
createRoot(root).render(
  <StrictMode>
    <App engine={engine} queryClient={queryClient} />
  </StrictMode>,
);

/**
 * First of all: who may read has the table on its way while the page is being built; who may not yet is led to sign in.
 * Where that cannot be found out, the engine finds out why and says so.
 */
async function startReading(): Promise<void> {
  await queryClient.prefetchQuery(meQuery);
  const me = queryClient.getQueryData(meQuery.queryKey);
  if (me === undefined || mayDo(me, 'records.read')) {
    engine.start();
    fetchAhead(queryClient);
  } else {
    void engine.forget();
  }
}
