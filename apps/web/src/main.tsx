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
import { startEngine } from './engine/client.ts';
import { startI18n } from './lib/i18n.ts';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no element with the id "root"');
// First of all: the table is on its way while the page is being built.
const engine = startEngine();
void engine.load();
const queryClient = createQueryClient();
await startI18n();
createRoot(root).render(
  <StrictMode>
    <App engine={engine} queryClient={queryClient} />
  </StrictMode>,
);
