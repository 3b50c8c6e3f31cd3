import * as Comlink from 'comlink';
import { Session } from './session.ts';

// A build names this script by its content; while it is worked on it has one name.
const program = import.meta.env.PROD ? self.location.href : null;
Comlink.expose(new Session({ program }));
