/** Things by what they have in common, in the order in which it is first met. */
export const grouped = <K, T>(all: readonly T[], keyOf: (each: T) => K): ReadonlyMap<K, readonly T[]> => {
  const groups = new Map<K, T[]>();
  for (const each of all) {
    const key = keyOf(each);
    const others = groups.get(key);
    if (others) others.push(each);
    else groups.set(key, [each]);
  }
  return groups;
};
