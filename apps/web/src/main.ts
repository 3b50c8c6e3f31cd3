import '@fontsource-variable/inter';
import '@mantine/core/styles.layer.css';
import '@mantine/charts/styles.layer.css';
import '@mantine/spotlight/styles.layer.css';
import './app/tokens.css';
import './app/app.css';
import { startEngine } from './engine/client.ts';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no element with the id "root"');
// First of all, and before the page's own code is there: the worker loads the table while the page is being built.
const engine = startEngine();
void engine.load();
const { mount } = await import('./app/mount.tsx');
await mount(root, engine);
