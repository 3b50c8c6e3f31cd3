import { buildAppsWhenNeeded } from './build-apps.mjs';
import { checkNode } from './check-node.mjs';
import { installWhenNeeded } from './install.mjs';
import { runServer } from './run-server.mjs';

checkNode();
if (!(await installWhenNeeded()) || !(await buildAppsWhenNeeded())) process.exit(1);
console.log('Starting the server …');
process.exit(await runServer());
