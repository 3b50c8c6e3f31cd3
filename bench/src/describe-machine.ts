import { readFileSync } from 'node:fs';
import { cpus, release, totalmem } from 'node:os';

/** What a reader needs to know to compare these figures with others. */
export function describeMachine(): string {
  const processors = cpus();
  const memory = Math.round(totalmem() / 2 ** 30);
  return [
    `- ${processors.length} × ${processors[0]?.model.trim() ?? 'unknown processor'}, ${memory} GiB, ${process.platform} ${release()} ${process.arch}`,
    `- Node ${process.versions.node} (V8 ${process.versions.v8})`,
    `- ${describeDependencies()}`,
  ].join('\n');
}

/** The rivals’ versions as pinned: the same place from the source and from the bundle. */
function describeDependencies(): string {
  const manifest: unknown = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
  const known =
    typeof manifest === 'object' && manifest !== null && 'dependencies' in manifest ? manifest.dependencies : {};
  return Object.entries(known ?? {})
    .filter(([name]) => !name.startsWith('@corridor/'))
    .map(([name, version]) => `${name} ${version}`)
    .join(', ');
}
