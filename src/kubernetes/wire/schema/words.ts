/** What the decoder says of a value that does not fit its field. */
export interface Dialect {
  /** @param at where the field is: the Go struct that holds it and its path, without indices */
  mismatch(value: unknown, goType: string, shape: Shape, at: GoField): string;
}

/** What a field must hold. */
export type Shape = 'array' | 'map' | 'struct' | 'boolean' | 'string' | 'integer' | 'number';

/** A field as Go's decoder names it. */
export interface GoField {
  readonly struct?: string;
  readonly path: string;
}

/** What encoding/json calls the sort of a value. */
export const jsonKind = (value: unknown): string => {
  if (Array.isArray(value)) return 'array';
  if (typeof value === 'bigint') return 'number';
  return typeof value === 'boolean' ? 'bool' : typeof value;
};

const isNumber = (value: unknown): boolean => typeof value === 'number' || typeof value === 'bigint';

/** The words of encoding/json, used for whole objects: POST, PUT, and the outcome of JSON and merge patches. */
export const jsonWords: Dialect = {
  mismatch: (value, goType, shape, { struct, path }) => {
    const given = isNumber(value) && shape === 'integer' ? `number ${value}` : jsonKind(value);
    const target = struct === undefined ? 'Go value' : `Go struct field ${struct}.${path}`;
    return `json: cannot unmarshal ${given} into ${target} of type ${goType}`;
  },
};

const goKindOf = (value: unknown): string => {
  if (Array.isArray(value)) return 'slice';
  if (typeof value === 'number') return Number.isInteger(value) ? 'int64' : 'float64';
  if (typeof value === 'bigint') return 'int64';
  if (typeof value === 'object') return 'map';
  return typeof value === 'boolean' ? 'bool' : 'string';
};

/** The words of the converter that turns the outcome of a strategic merge patch into an object. */
export const converterWords: Dialect = {
  mismatch: (value, goType, shape) => {
    const given = goKindOf(value);
    switch (shape) {
      case 'array':
        return `cannot restore slice from ${given}`;
      case 'map':
        return `cannot restore map from ${given}`;
      case 'struct':
        return `cannot restore struct from: ${given}`;
      case 'boolean':
        return 'unrecognized type: bool';
      case 'string':
        return given === 'int64' ? `cannot convert int64 to ${goType}` : 'unrecognized type: string';
      case 'number':
        return `unrecognized type: ${goType}`;
      case 'integer':
        return given === 'float64' ? `cannot convert float64 to ${goType}` : `unrecognized type: ${goType}`;
    }
  },
};
