const { readFileSync } = require('node:fs');
const { dirname, join, sep } = require('node:path');
const { Script } = require('node:vm');
const internals = require('./internals.cjs');

/** @typedef {import('./internals.cjs').Evaluable} Evaluable */
/** @typedef {import('./moduleCache.cjs').Entry} Entry */
/** @typedef {import('./moduleCache.cjs').ModuleCache} ModuleCache */

const evaluateInFull = internals.prototype._compile;

/** What Node puts around a module. */
const [BEFORE, AFTER] = ['(function (exports, require, module, __filename, __dirname) { ', '\n})'];

/** Bytecode forgets what `import()` is to do, and a line for the shell is none inside a function. */
const UNFIT = /\bimport\s*\(|^#!/;

/** The `require` that a module sees. @param {NodeModule} module @returns {NodeJS.Require} */
const requireFor = (module) => {
  const resolve = Object.assign(
    (/** @type {string} */ id, /** @type {object | undefined} */ options) =>
      internals._resolveFilename(id, module, false, options),
    { paths: (/** @type {string} */ id) => internals._resolveLookupPaths(id, module) },
  );
  return Object.assign((/** @type {string} */ id) => module.require(id), {
    resolve,
    main: process.mainModule,
    extensions: require.extensions,
    cache: internals._cache,
  });
};

/** @param {NodeModule} module @param {string} code @param {Entry} entry */
const isFit = (module, code, { bytecode }) =>
  module.id !== '.' && (bytecode ? bytecode().length > 0 : !UNFIT.test(code));

/** @param {string} filename @param {string} code @param {Entry} entry */
const scriptOf = (filename, code, { bytecode }) => {
  try {
    const cachedData = bytecode ? { cachedData: bytecode() } : {};
    return new Script(BEFORE + code + AFTER, { filename, columnOffset: -BEFORE.length, ...cachedData });
  } catch {
    return undefined; // Node knows better what is wrong with it, or that it is an ES module.
  }
};

/**
 * Evaluates a module, from bytecode if there is any; if not, has it kept for the next time.
 * @param {ModuleCache} cache
 * @param {Evaluable} module
 * @param {string} filename
 * @param {string} code
 * @param {Entry} entry what the cache knows of it
 */
const evaluate = (cache, module, filename, code, entry) => {
  const script = isFit(module, code, entry) ? scriptOf(filename, code, entry) : undefined;
  if (!script) return evaluateInFull.call(module, code, filename);
  if (!entry.bytecode || script.cachedDataRejected) cache.keepBytecode(entry, script);
  const { exports } = module;
  const parameters = [exports, requireFor(module), module, filename, dirname(filename)];
  return script.runInThisContext().apply(exports, parameters);
};
exports.evaluate = evaluate;

/**
 * Keeps the bytecode of the packages, too. What is not known yet goes through Node, which tells whether it is an ES module.
 * @param {ModuleCache} cache
 * @param {string} house
 */
exports.keepPackages = (cache, house) => {
  const packages = join(house, 'node_modules') + sep;
  const loadInFull = internals._extensions['.js'];

  internals._extensions['.js'] = (module, filename) => {
    if (!filename.startsWith(packages)) return loadInFull(module, filename);
    const code = readFileSync(filename, 'utf8');
    const entry = cache.find(filename, code);
    return entry ? evaluate(cache, module, filename, code, entry) : loadInFull(module, filename);
  };
  /** @type {Evaluable['_compile']} @this {Evaluable} */
  const compile = function (code, filename, format) {
    if (format === 'module' || !filename.startsWith(packages))
      return evaluateInFull.call(this, code, filename, format);
    return evaluate(cache, this, filename, code, cache.add(filename, code));
  };
  internals.prototype._compile = compile;
};
