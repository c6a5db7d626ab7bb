import { MOST_INT64 } from '../integers';
import { goFloat } from './goFloat';
import type { Scalar } from './resolve';

/**
 * The name of the field that a key sets: numbers and booleans become text.
 * @returns for a key that cannot be a name, the Go type of it
 * @see sigs.k8s.io/yaml convertToJSONableObject
 */
export const keyOf = ({ type, value }: Scalar): string | { readonly type: string } => {
  if (type === 'null') return { type: '%!s(<nil>)' };
  if (type === 'float') return floatKey(value);
  if (typeof value === 'bigint' && value > MOST_INT64) return { type: 'uint64' };
  return String(value);
};

const floatKey = (value: number): string => {
  if (Number.isNaN(value)) return '.nan';
  if (Number.isFinite(value)) return goFloat(value, 32);
  return value > 0 ? '.inf' : '-.inf';
};
