/**
 * Lets `require` read the TypeScript of this package, and of nothing else, in a program of somebody else's: how that
 * program reads its own files stays as it is.
 */
const { readFileSync } = require('node:fs');
const { join, sep } = require('node:path');
const { compile, fingerprintOf } = require('./compiler.cjs');
const { cachePathsOf } = require('./folders.cjs');
const internals = require('./internals.cjs');
const { ModuleCache } = require('./moduleCache.cjs');

const HOUSE = join(__dirname, '../..');
const [INSIDE, PACKAGES] = [HOUSE + sep, join(HOUSE, 'node_modules') + sep];

const cache = ModuleCache.open(cachePathsOf(HOUSE, 'embedded'), fingerprintOf(HOUSE));

for (const ending of /** @type {const} */ (['.ts', '.tsx'])) {
  const theirs = internals._extensions[ending];
  internals._extensions[ending] = (module, filename) => {
    if (!filename.startsWith(INSIDE) || filename.startsWith(PACKAGES))
      return (theirs ?? internals._extensions['.js'])(module, filename);
    const source = readFileSync(filename, 'utf8');
    const entry =
      cache.find(filename, source) ?? cache.add(filename, source, compile(HOUSE, filename, source));
    module._compile(entry.code().toString(), filename);
  };
}
process.on('exit', () => cache.save());
