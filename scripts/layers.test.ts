import { describe, expect, it } from 'vitest';
import { layerViolations } from './layers.mjs';

const judge = (path: string, text: string) => layerViolations([{ path, text }]);

const BROKEN: readonly [path: string, text: string, advice: string][] = [
  [
    'apps/web/src/features/map/map.tsx',
    `import { bar } from '../timeline/bar.tsx';`,
    'a feature never imports another',
  ],
  [
    'apps/web/src/features/map/layers/a.ts',
    `export { bar } from '../../timeline/bar.ts';`,
    'a feature never imports another',
  ],
  [
    'apps/web/src/features/map/map.tsx',
    `const x = await import('../timeline/bar.tsx');`,
    'a feature never imports another',
  ],
  ['apps/web/src/features/map/map.tsx', `import { router } from '../../app/router.tsx';`, 'app/ composes the features'],
  [
    'apps/web/src/components/card.tsx',
    `import type { Pin } from '../features/map/pin.ts';`,
    'serve the features and know none',
  ],
  ['apps/web/src/lib/format.ts', `import '../app/shell.tsx';`, 'serve the features and know none'],
  [
    'apps/web/src/engine/client.ts',
    `new Worker(new URL('../features/map/w.ts', import.meta.url))`,
    'serve the features',
  ],
  [
    'apps/web/e2e/map.journey.ts',
    `import { format } from '../src/lib/format.ts';`,
    'a journey sees what a reader sees',
  ],
  [
    'apps/api/src/services/read.ts',
    `import { route } from '../routes/incidents.ts';`,
    'a service knows nothing of HTTP',
  ],
  ['apps/api/src/routes/sites.ts', `import { createApp } from '../app.ts';`, 'app.ts mounts the routes'],
  ['apps/api/src/cli/export.ts', `import { start } from '../main.ts';`, 'main.ts starts a server'],
  ['packages/store/src/a.ts', `import { b } from '../../domain/src/b.ts';`, 'imported by its name'],
  ['packages/store/src/a.ts', `import { b } from '../../../apps/api/src/b.ts';`, 'imported by its name'],
  ['apps/web/src/lib/a.ts', `import { b } from '../../../api/src/b.ts';`, 'imported by its name'],
  ['apps/web/src/lib/a.ts', `import { s } from '@corridor/api/src/schemas/s-schemas.ts';`, 'takes shapes of answers'],
  [
    'apps/web/src/lib/a.ts',
    `import { type S } from '@corridor/api/src/schemas/s-schemas.ts';`,
    'takes shapes of answers',
  ],
  ['apps/web/src/lib/a.ts', `export { s } from '@corridor/api/src/schemas/s-schemas.ts';`, 'takes shapes of answers'],
  ['apps/web/src/lib/a.ts', `import '@corridor/api/src/schemas/s-schemas.ts';`, 'takes shapes of answers'],
  ['apps/web/src/lib/a.ts', `await import('@corridor/api/src/schemas/s-schemas.ts');`, 'takes shapes of answers'],
  ['apps/web/src/lib/a.ts', `import type { B } from '@corridor/api/src/services/b.ts';`, 'takes shapes of answers'],
  ['apps/web/src/lib/a.ts', `import type { B } from '@corridor/api/src/schemas/../b.ts';`, 'takes shapes of answers'],
  [
    'apps/web/src/lib/a.ts',
    `import type { C } from './c.ts';\nimport { s } from '@corridor/api/src/schemas/s-schemas.ts';`,
    'takes shapes of answers',
  ],
];

const SOUND: readonly [path: string, text: string][] = [
  ['apps/web/src/features/map/layers/pins.ts', `import { map } from '../map.tsx';`],
  ['apps/web/src/features/map/map.tsx', `import { Card } from '../../components/card.tsx';`],
  ['apps/web/src/app/router.tsx', `import { map } from '../features/map/map.tsx';`],
  ['apps/api/src/routes/sites.ts', `import { read } from '../services/read.ts';`],
  ['apps/api/src/app.ts', `import { sites } from './routes/sites.ts';`],
  ['apps/api/src/web-files.ts', `const folder = new URL('../../web/dist/', import.meta.url);`],
  ['packages/store/src/a.ts', `import { day } from '@corridor/domain';`],
  ['apps/web/src/lib/a.ts', `import type {\n  A,\n  B,\n} from '@corridor/api/src/schemas/s-schemas.ts';`],
  ['apps/web/src/lib/a.ts', `export type { A } from '@corridor/api/src/schemas/s-schemas.ts';`],
  ['bench/src/a.ts', `import { b } from '@corridor/api/src/services/b.ts';`],
];

describe('layerViolations', () => {
  it.each(BROKEN)('in %s refuses %s', (path, text, advice) => {
    expect(judge(path, text)).toEqual([expect.stringContaining(advice)]);
  });

  it.each(SOUND)('in %s allows %s', (path, text) => {
    expect(judge(path, text)).toEqual([]);
  });

  it('names the file, the line and the import', () => {
    const text = `import a from 'a';\n\nimport {\n  bar,\n} from '../timeline/bar.tsx';\n`;
    expect(judge('apps/web/src/features/map/map.tsx', text)[0]).toMatch(
      /^apps\/web\/src\/features\/map\/map\.tsx:5 {2}imports \.\.\/timeline\/bar\.tsx: a feature/,
    );
  });
});
