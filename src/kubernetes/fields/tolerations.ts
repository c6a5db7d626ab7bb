import { deepEqual } from './equality';
import type { Toleration } from './taints';

/** Whether the one lets pass all that the other does. One that names no operator is not read as one that says Equal. */
const covers = (wide: Toleration, narrow: Toleration): boolean => {
  if (deepEqual(wide, narrow)) return true;
  const anyKey = !wide.key && wide.operator === 'Exists';
  if ((narrow.key ?? '') !== (wide.key ?? '') && !anyKey) return false;
  if (wide.effect && (narrow.effect ?? '') !== wide.effect) return false;
  if (wide.effect === 'NoExecute' && wide.tolerationSeconds !== undefined) {
    const { tolerationSeconds } = narrow;
    if (tolerationSeconds === undefined || tolerationSeconds > wide.tolerationSeconds) return false;
  }
  if (wide.operator === 'Exists') return true;
  if (wide.operator && wide.operator !== 'Equal') return false;
  return narrow.operator === 'Equal' && (narrow.value ?? '') === (wide.value ?? '');
};

/**
 * Two lists of tolerations in one, without those that another covers.
 * @see pkg/util/tolerations/tolerations.go MergeTolerations
 */
export const mergeTolerations = (
  first: readonly Toleration[],
  second: readonly Toleration[],
): readonly Toleration[] => {
  const all = [...first, ...second];
  const merged: Toleration[] = [];
  all.forEach((each, index) => {
    const isCovered =
      merged.some((other) => covers(other, each)) ||
      all.slice(index + 1).some((other) => !deepEqual(each, other) && covers(other, each));
    if (!isCovered) merged.push(each);
  });
  return merged;
};
