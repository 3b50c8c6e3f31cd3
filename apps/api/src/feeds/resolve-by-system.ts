import { lookup } from 'node:dns/promises';
import type { Resolve } from './ask-host.ts';

/** As this machine resolves names. */
export const resolveBySystem: Resolve = (name) => lookup(name, { all: true });
