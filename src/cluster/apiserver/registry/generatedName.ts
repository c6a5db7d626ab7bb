import { flat } from '../../../kubernetes/fields/text';
import type { Random } from '../../simulation/random';

/** Generated names have at most 63 characters, whatever the kind allows; five of them are drawn. */
const LONGEST_PREFIX = 63 - 5;
const DRAWS = 8;

/**
 * A name that begins with `prefix`, as far as there is room. One that is taken is drawn again, up to eight times; the last is returned even so.
 * @returns empty if there is no prefix
 * @see k8s.io/apiserver/pkg/storage/names SimpleNameGenerator
 * @see k8s.io/apiserver/pkg/registry/generic/registry createWithGenerateNameRetry
 */
export const generateName = (
  prefix: string | undefined,
  random: Random,
  isTaken: (name: string) => boolean,
): string => {
  if (!prefix) return '';
  const start = prefix.slice(0, LONGEST_PREFIX);
  let name = flat(start, random.suffix());
  for (let draw = 1; draw < DRAWS && isTaken(name); draw++) name = flat(start, random.suffix());
  return name;
};
