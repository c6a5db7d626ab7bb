/** The first items of many: no more than so many are looked at. */
export const firstOf = <T>(items: Iterable<T>, count: number): T[] => {
  const taken: T[] = [];
  if (count <= 0) return taken;
  for (const item of items) {
    taken.push(item);
    if (taken.length >= count) break;
  }
  return taken;
};
