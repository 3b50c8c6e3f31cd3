import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the whole repository. */
export const REPOSITORY = fileURLToPath(new URL('../../../../', import.meta.url));

/** The folder of the dashboard's own package. */
export const WEB_APP = join(REPOSITORY, 'apps/web');
