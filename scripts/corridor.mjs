import { buildCommandsWhenNeeded, COMMANDS } from './build-commands.mjs';
import { checkNode } from './check-node.mjs';
import { installWhenNeeded } from './install.mjs';
import { run } from './run.mjs';

checkNode();
if (!(await installWhenNeeded()) || !(await buildCommandsWhenNeeded())) process.exit(1);
process.exit(await run(process.execPath, [COMMANDS, ...process.argv.slice(2)]));
