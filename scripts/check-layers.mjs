import { readFileSync } from 'node:fs';
import { relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { filesBelow } from './fingerprint.mjs';
import { layerViolations } from './layers.mjs';
import { ROOT } from './repository.mjs';

const SOURCE = /\.(ts|tsx|mjs)$/;

/**
 * Reports every import in the repository that crosses a layer.
 * @returns {boolean} whether there is none
 */
export function checkLayers() {
  const files = filesBelow(['apps', 'packages', 'bench']).filter((file) => SOURCE.test(file));
  const violations = layerViolations(
    files.map((file) => ({ path: relative(ROOT, file).split(sep).join('/'), text: readFileSync(file, 'utf8') })),
  );
  for (const violation of violations) console.error(violation);
  return violations.length === 0;
}

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  process.exitCode = checkLayers() ? 0 : 1;
}
