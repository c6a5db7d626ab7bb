const { existsSync } = require('node:fs');
const { join, resolve, sep } = require('node:path');
const internals = require('./internals.cjs');

const ENDINGS = ['.ts', '.tsx'];

const isRelative = (/** @type {string} */ request) => request.startsWith('./') || request.startsWith('../');

/**
 * Finds the house's own files, which end in .ts or .tsx, without asking for every other ending first. Where packages lie changes
 * only when packages are installed, so that is kept.
 * @param {import('./moduleCache.cjs').ModuleCache} cache
 * @param {string} house
 */
exports.keepResolutions = (cache, house) => {
  const [inHouse, inPackages] = [house + sep, join(house, 'node_modules') + sep];
  const resolveInFull = internals._resolveFilename;
  /** The house's files, by their paths without the ending: most are asked for from several folders. @type {Map<string, string>} */
  const found = new Map();

  internals._resolveFilename = function (request, parent, isMain, options) {
    const inFull = () => resolveInFull.call(this, request, parent, isMain, options);
    if (!parent?.filename?.startsWith(inHouse) || isMain || options) return inFull();
    if (!isRelative(request) || parent.filename.startsWith(inPackages))
      return cache.resolution(parent.path, request, inFull);
    const path = resolve(parent.path, request);
    const known = found.get(path) ?? ENDINGS.map((ending) => path + ending).find(existsSync);
    if (known === undefined) return inFull();
    found.set(path, known);
    return known;
  };
};
