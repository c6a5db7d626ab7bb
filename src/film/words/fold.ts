/** So many are named; of more, only how many they are. */
const MOST = 8;

/** The first of many, and how many more there are. */
export const fold = <T>(
  items: readonly T[],
  most = MOST,
): { readonly shown: readonly T[]; readonly more: number } =>
  items.length <= most
    ? { shown: items, more: 0 }
    : { shown: items.slice(0, most), more: items.length - most };
