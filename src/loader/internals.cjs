const { Module } = require('node:module');

/**
 * How Node loads modules: what its types leave out, and what others have long since built on.
 * @typedef {NodeModule & { _compile(code: string, filename: string, format?: string): unknown }} Evaluable
 * @typedef {(module: Evaluable, filename: string) => void} Loading
 * @typedef {object} Internals
 * @property {Evaluable} prototype
 * @property {(id: string, parent?: NodeModule | null, isMain?: boolean, options?: object) => string} _resolveFilename
 * @property {(id: string, parent: NodeModule) => string[] | null} _resolveLookupPaths
 * @property {NodeJS.Dict<NodeModule>} _cache
 * @property {{ '.js': Loading, '.ts': Loading, '.tsx': Loading }} _extensions
 */

module.exports = /** @type {Internals} */ (/** @type {unknown} */ (Module));
