/** Whether it is a whole number, as those of all servers known are. */
export const isNumber = (version: string): boolean => /^(0|[1-9]\d*)$/.test(version);

/**
 * Whether one resource version of a kind comes after another. They are whole numbers of any size, in decimal.
 * @returns undefined if one of them is something else: then they can only be the same, or not
 * @see k8s.io/apimachinery/pkg/util/resourceversion CompareResourceVersion
 */
export const isLater = (version: string, than: string): boolean | undefined => {
  if (version === than) return false;
  if (!isNumber(version) || !isNumber(than)) return undefined;
  return version.length === than.length ? version > than : version.length > than.length;
};

/** For sorting; those that cannot be compared stay where they are. */
export const byVersion = (a: string, b: string): number => {
  const later = isLater(a, b);
  if (later === undefined || a === b) return 0;
  return later ? 1 : -1;
};
