import '@fontsource-variable/inter';
import '@mantine/core/styles.layer.css';
import '@mantine/charts/styles.layer.css';
import '@mantine/spotlight/styles.layer.css';
import './app/urdu-font.css';
import './app/tokens.css';
import './app/app.css';
import './app/form-fields.css';
import { createQueryClient } from './app/query-client.ts';
import { createEngine } from './engine/client.ts';
import { mayDo, meQuery } from './lib/api/me.ts';
import { fetchAhead } from './lib/api/portfolio.ts';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no element with the id "root"');
const engine = createEngine();
const queryClient = createQueryClient();
// The page's own code is on its way, and keeps this thread busy once it runs: who may read has the worker begin before that.
await startReading();
const { mount } = await import('./app/mount.tsx');
await mount(root, { engine, queryClient });

/** Who may not read yet is led to sign in. Where that cannot be found out, the engine finds out why and says so. */
async function startReading(): Promise<void> {
  await queryClient.prefetchQuery(meQuery);
  const me = queryClient.getQueryData(meQuery.queryKey);
  if (me === undefined || mayDo(me, 'records.read')) {
    engine.lookAt(new URLSearchParams(window.location.search).get('asOf'));
    engine.start();
    fetchAhead(queryClient);
  } else {
    void engine.forget();
  }
}
