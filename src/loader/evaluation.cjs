const { Module } = require('node:module');
const { dirname } = require('node:path');
const { Script } = require('node:vm');

/** @typedef {import('./moduleCache.cjs').Entry} Entry */
/** @typedef {import('./moduleCache.cjs').ModuleCache} ModuleCache */

/**
 * What Node's own types leave out.
 * @typedef {NodeModule & { _compile(code: string, filename: string, format?: string): unknown }} Evaluable
 * @typedef {object} Internals
 * @property {Evaluable} prototype
 * @property {(id: string, parent: NodeModule, isMain: boolean, options?: object) => string} _resolveFilename
 * @property {(id: string, parent: NodeModule) => string[] | null} _resolveLookupPaths
 * @property {NodeJS.Dict<NodeModule>} _cache
 * @property {NodeJS.RequireExtensions} _extensions
 */
const internals = /** @type {Internals} */ (/** @type {unknown} */ (Module));
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
    extensions: internals._extensions,
    cache: internals._cache,
  });
};

/** @param {NodeModule} module @param {string} code @param {Entry} entry */
const isFit = (module, code, { bytecode }) =>
  module.id !== '.' && (bytecode ? bytecode.length > 0 : !UNFIT.test(code));

/** @param {string} filename @param {string} code @param {Entry} entry */
const scriptOf = (filename, code, { bytecode }) => {
  try {
    const cachedData = bytecode ? { cachedData: bytecode } : {};
    return new Script(BEFORE + code + AFTER, { filename, columnOffset: -BEFORE.length, ...cachedData });
  } catch {
    return undefined; // Node knows better what is wrong with it, or that it is an ES module.
  }
};

/**
 * Evaluates a module, from bytecode if there is any; if not, has it kept for the next time.
 * @param {ModuleCache} cache
 * @param {NodeModule} module
 * @param {string} filename
 * @param {string} code
 * @param {Entry} entry what the cache knows of it
 */
const evaluate = (cache, module, filename, code, entry) => {
  const script = isFit(module, code, entry) ? scriptOf(filename, code, entry) : undefined;
  if (!script) return evaluateInFull.call(/** @type {Evaluable} */ (module), code, filename);
  if (!entry.bytecode || script.cachedDataRejected) cache.keepBytecode(entry, script);
  const { exports } = module;
  const parameters = [exports, requireFor(module), module, filename, dirname(filename)];
  return script.runInThisContext().apply(exports, parameters);
};
exports.evaluate = evaluate;

/**
 * Keeps the bytecode of everything in a folder of packages, too.
 * @param {ModuleCache} cache
 * @param {string} folder with the separator at its end
 */
exports.keepPackages = (cache, folder) => {
  /** @type {Evaluable['_compile']} @this {Evaluable} */
  internals.prototype._compile = function (code, filename, format) {
    if (format === 'module' || !filename.startsWith(folder))
      return evaluateInFull.call(this, code, filename, format);
    const entry = cache.find(filename, code) ?? cache.add(filename, code);
    return evaluate(cache, this, filename, code, entry);
  };
};
