import { posix } from 'node:path';

/**
 * Which folder may not reach which by a relative path. A group `own` in both patterns allows what is the same in both.
 * What a package may import by name is in biome.json.
 * @type {readonly { from: RegExp, to: RegExp, message: string }[]}
 */
const RULES = [
  {
    from: /^apps\/web\/src\/features\/(?<own>[^/]+)\//,
    to: /^apps\/web\/src\/features\/(?<own>[^/]+)/,
    message: 'a feature never imports another: move the shared piece to components/ or lib/, or compose both in app/',
  },
  {
    from: /^apps\/web\/src\/features\//,
    to: /^apps\/web\/src\/app\//,
    message: 'app/ composes the features, never the other way: pass it in as a prop, or move it to lib/',
  },
  {
    from: /^apps\/web\/src\/(components|lib|engine)\//,
    to: /^apps\/web\/src\/(features|app)\//,
    message: 'components/, lib/ and engine/ serve the features and know none: move the piece here, or pass it in',
  },
  {
    from: /^apps\/web\/e2e\//,
    to: /^apps\/web\/src\//,
    message: 'a journey sees what a reader sees: act through the page and state what is expected in the test',
  },
  {
    from: /^apps\/api\/src\/services\//,
    to: /^apps\/api\/src\/(routes|middleware|cli|app\.|main\.)/,
    message: 'a service knows nothing of HTTP or argv: take a plain value, and let the route or the command call it',
  },
  {
    from: /^apps\/api\/src\/(routes|middleware)\//,
    to: /^apps\/api\/src\/(cli\/|app\.|main\.)/,
    message: 'app.ts mounts the routes and middleware: take what is needed from the dependencies that it hands over',
  },
  {
    from: /^apps\/api\/src\//,
    to: /^apps\/api\/src\/main\./,
    message: 'main.ts starts a server when imported: move the shared piece to a file of its own',
  },
  {
    from: /^(?<own>(apps|packages)\/[^/]+|bench)\//,
    to: /^(?<own>(apps|packages)\/[^/]+|bench)\/(?!dist\b)/,
    message: 'another package is imported by its name, never by a path: export it from its index.ts',
  },
];

const IMPORT =
  /(?:\bfrom\s*|\bimport\s*\(?\s*)(['"])(?<path>\.[^'"]*)\1|\bnew URL\(\s*(['"])(?<url>\.[^'"]*)\3\s*,\s*import\.meta\.url/g;

/** The one thing of the API that the dashboard may name: shapes of answers, of which a build leaves nothing. */
const SHAPES = /^@corridor\/api\/src\/schemas\/[a-z-]+\.ts$/;
const SHAPES_MESSAGE =
  'the dashboard takes shapes of answers from the API and nothing else: import type { … } from @corridor/api/src/schemas/';

const API_IMPORT =
  /(?<types>\b(?:im|ex)port\s+type\s[^'";]*\bfrom\s*)?(['"])(?<specifier>@corridor\/api(?:\/[^'"]*)?)\2/g;

/**
 * Every relative import that crosses a layer, and every import of the dashboard that brings the API along.
 * @param {readonly { path: string, text: string }[]} files paths from the root, with forward slashes
 * @returns {string[]} one line each: file:line, what it imports, what to do
 */
export function layerViolations(files) {
  return files.flatMap((file) => [
    ...relativeImports(file).flatMap((found) => judge(file.path, found)),
    ...(file.path.startsWith('apps/web/src/') ? apiImports(file) : []),
  ]);
}

/** @param {{ path: string, text: string }} file */
function relativeImports({ path, text }) {
  return [...text.matchAll(IMPORT)].map((match) => {
    const specifier = match.groups?.path ?? match.groups?.url ?? '';
    return { specifier, line: lineAt(text, match.index), target: posix.join(posix.dirname(path), specifier) };
  });
}

/**
 * @param {string} path
 * @param {{ specifier: string, line: number, target: string }} found
 */
function judge(path, { specifier, line, target }) {
  const broken = RULES.find(({ from, to }) => {
    const [source, reached] = [from.exec(path), to.exec(target)];
    if (!source || !reached) return false;
    return source.groups?.own === undefined || source.groups.own !== reached.groups?.own;
  });
  return broken ? [`${path}:${line}  imports ${specifier}: ${broken.message}`] : [];
}

/** @param {{ path: string, text: string }} file */
function apiImports({ path, text }) {
  return [...text.matchAll(API_IMPORT)].flatMap(({ groups, index }) => {
    const specifier = groups?.specifier ?? '';
    if (groups?.types !== undefined && SHAPES.test(specifier)) return [];
    return [`${path}:${lineAt(text, index)}  imports ${specifier}: ${SHAPES_MESSAGE}`];
  });
}

/**
 * @param {string} text
 * @param {number} index
 */
function lineAt(text, index) {
  return text.slice(0, index).split('\n').length;
}
