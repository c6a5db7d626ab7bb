/**
 * A copy of an object with fields added or replaced. The same as spread syntax, but ten times as fast where a field
 * is new (V8 gives a spread copy no room to grow), which counts where it happens for every pod.
 */
export const extend = <T extends object, A extends object>(object: T, fields: A): T & A =>
  Object.assign({}, object, fields);
