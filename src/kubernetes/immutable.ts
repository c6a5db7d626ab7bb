/**
 * A copy of an object with fields added or replaced: the same as spread syntax, but quick where it happens for every
 * pod. V8 copies an object with all its fields at once, yet is slow to add a field to such a copy; so an object that
 * is to be filled in later is best made with room for it (fields that are there, and undefined).
 */
export const extend = <T extends object, A extends object>(object: T, fields: A): T & A => {
  for (const field in fields) if (!(field in object)) return Object.assign({}, object, fields);
  const copy = { ...object } as T & A;
  for (const field in fields) copy[field] = fields[field] as (T & A)[typeof field];
  return copy;
};
