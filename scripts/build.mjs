import { buildAppsWhenNeeded } from './build-apps.mjs';
import { buildCommandsWhenNeeded } from './build-commands.mjs';
import { checkNode } from './check-node.mjs';
import { installWhenNeeded } from './install.mjs';

checkNode();
const isBuilt = (await installWhenNeeded()) && (await buildAppsWhenNeeded()) && (await buildCommandsWhenNeeded());
process.exit(isBuilt ? 0 : 1);
