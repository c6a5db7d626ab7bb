const { Module } = require('node:module');

/** @typedef {(regexp: RegExp, text: string) => RegExpExecArray | null} Match */

/** The copy of an expression that tells where its groups begin and end. @type {WeakMap<RegExp, RegExp>} */
const telling = new WeakMap();

/** @type {Match} */
const match = (regexp, text) => {
  if (regexp.exec(text) === null) return null; // As nearly all do: a step is held against every phrase.
  let copy = telling.get(regexp);
  if (!copy) {
    copy = new RegExp(regexp.source, regexp.hasIndices ? regexp.flags : `${regexp.flags}d`);
    telling.set(regexp, copy);
  }
  return copy.exec(text);
};

/**
 * Phrases ask every match where its groups begin. They take that from a package that parses and rewrites each
 * expression, for engines that cannot tell; this one can, in a tenth of the time. It is put where the package would be.
 */
exports.tellMatchIndices = () => {
  const filename = require.resolve('regexp-match-indices');
  const module = new Module(filename);
  module.exports = match;
  module.loaded = true;
  require.cache[filename] = module;
};
