const { existsSync, readFileSync, statSync } = require('node:fs');
const { join } = require('node:path');
const { hash } = require('node:crypto');

const MAP_COMMENT = '//# sourceMappingURL=data:application/json;charset=utf-8;base64,';

/** @type {import('ts-node').Service | undefined} */
let service;

/** ts-node installs stack traces of its own when it is made: ours, which know all files, are put back. @param {string} house */
const serviceFor = (house) => {
  const { prepareStackTrace } = Error;
  const made = require('ts-node').create({ cwd: house, project: join(house, 'tsconfig.json') });
  Error.prepareStackTrace = prepareStackTrace;
  return made;
};

/**
 * Compiles a file of TypeScript. The compiler is loaded when it is first needed.
 * @param {string} house the folder whose tsconfig.json counts
 * @param {string} filename
 * @param {string} source
 * @returns {{ readonly code: string, readonly map: string }} what Node can run, and its source map, as JSON
 * @throws if the source cannot be parsed
 */
exports.compile = (house, filename, source) => {
  service ??= serviceFor(house);
  const output = service.compile(source, filename);
  const at = output.lastIndexOf(MAP_COMMENT);
  if (at < 0) return { code: output, map: '' };
  const { version, sources, mappings } = JSON.parse(
    Buffer.from(output.slice(at + MAP_COMMENT.length), 'base64').toString(),
  );
  return { code: output.slice(0, at), map: JSON.stringify({ version, sources, mappings }) };
};

/**
 * The folder of packages that a folder's own come from: its own or, where it is itself a package, one above.
 * @param {string} house
 */
const packagesFor = (house) => {
  const own = join(house, 'node_modules');
  if (existsSync(join(own, 'ts-node'))) return own;
  const path = require.resolve('ts-node', { paths: [house] });
  return path.slice(0, path.lastIndexOf('node_modules') + 'node_modules'.length);
};

/**
 * Tells whether what was kept is still good: the settings of the compiler, and which packages are installed.
 * @param {string} house the folder with tsconfig.json
 */
exports.fingerprintOf = (house) => {
  const packages = packagesFor(house);
  const installed = statSync(join(packages, '.package-lock.json'), { throwIfNoEntry: false });
  const { mtimeMs, size } = installed ?? statSync(packages);
  const texts = [join(house, 'tsconfig.json'), __filename].map((file) => readFileSync(file, 'utf8'));
  return hash('sha1', [...texts, mtimeMs, size].join('\0'));
};
