import { buildAppsWhenNeeded } from './build-apps.mjs';
import { checkNode } from './check-node.mjs';
import { installWhenNeeded } from './install.mjs';

checkNode();
process.exit((await installWhenNeeded()) && (await buildAppsWhenNeeded()) ? 0 : 1);
