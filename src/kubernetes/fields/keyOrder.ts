/**
 * A value whose objects have their keys in order, all the way down: as Go writes what it holds in maps. Whoever compares
 * what is stored byte for byte needs it so.
 */
export const withKeysInOrder = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(withKeysInOrder);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([, field]) => field !== undefined);
  return Object.fromEntries(
    entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, field]) => [key, withKeysInOrder(field)]),
  );
};
