/*
 * Phrases ask every match where its groups begin. They take that from the package 'regexp-match-indices', which rewrites each
 * expression for engines that cannot tell; every browser that can run Rollcall can.
 */

const telling = new WeakMap<RegExp, RegExp>();

/** The match of an expression, with `indices`. */
const match = (regexp: RegExp, text: string): RegExpExecArray | null => {
  if (regexp.exec(text) === null) return null; // As nearly all do: a step is held against every phrase.
  let copy = telling.get(regexp);
  if (!copy) {
    copy = new RegExp(regexp.source, regexp.hasIndices ? regexp.flags : `${regexp.flags}d`);
    telling.set(regexp, copy);
  }
  return copy.exec(text);
};

export default match;
