/**
 * Lets `require` read TypeScript: `node -r ./src/loader/register.cjs …`
 *
 * ts-node compiles it. What was compiled once is kept for as long as its source stays the same, together with what
 * V8 made of it and of the packages, so that a run loads the compiler only for what has changed.
 */
const { readFileSync } = require('node:fs');
const { join } = require('node:path');
const { compile, fingerprintOf } = require('./compiler.cjs');
const { evaluate, keepPackages } = require('./evaluation.cjs');
const { cachePathsOf } = require('./folders.cjs');
const internals = require('./internals.cjs');
const { tellMatchIndices } = require('./matchIndices.cjs');
const { ModuleCache } = require('./moduleCache.cjs');
const { keepResolutions } = require('./resolution.cjs');
const { mapStackTraces, showUncaughtErrors } = require('./stackTraces.cjs');

const HOUSE = join(__dirname, '../..');

const cache = ModuleCache.open(cachePathsOf(HOUSE, process.argv[1] ?? ''), fingerprintOf(HOUSE));

/** @param {import('./internals.cjs').Evaluable} module @param {string} filename */
const load = (module, filename) => {
  const source = readFileSync(filename, 'utf8');
  const entry = cache.find(filename, source) ?? cache.add(filename, source, compile(HOUSE, filename, source));
  evaluate(cache, module, filename, entry.code().toString(), entry);
};
internals._extensions['.ts'] = load;
internals._extensions['.tsx'] = load;
keepPackages(cache, HOUSE);
keepResolutions(cache, HOUSE);
tellMatchIndices();
mapStackTraces((filename) => cache.sourceMapOf(filename));
showUncaughtErrors();
process.on('exit', () => cache.save());
