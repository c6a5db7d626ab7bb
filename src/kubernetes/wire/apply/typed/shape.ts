/** What a scalar must be. */
export type Scalar = 'numeric' | 'string' | 'boolean' | 'untyped';

/** A field of a struct. */
export interface FieldShape {
  readonly shape: Shape;
  /** What Go writes of a field that nobody set; undefined if it writes nothing. */
  readonly written?: unknown;
  /** What a list's item is taken to say that leaves it out, if it is one of the list's keys. */
  readonly keyDefault?: unknown;
}

export interface MapShape {
  /** Of a struct. */
  readonly fields: ReadonlyMap<string, FieldShape>;
  /** The other keys; undefined if there may be none. */
  readonly values: Shape | undefined;
  /** Nobody owns but the whole. */
  readonly atomic: boolean;
}

export interface ListShape {
  readonly items: Shape;
  /** Nobody owns but the whole. */
  readonly atomic: boolean;
  /** By which fields items are told apart; none in a set. */
  readonly keys: readonly string[];
}

/**
 * How a value is owned, compared and merged: as a scalar, a list or a map, or as whichever of several it is.
 * @see sigs.k8s.io/structured-merge-diff/v6/schema Atom
 */
export interface Shape {
  readonly scalar?: Scalar;
  readonly list?: ListShape;
  readonly map?: MapShape;
}

/** Which of a shape's sorts a value has. */
export type Sort = 'scalar' | 'list' | 'map';

type Draft = { -readonly [Part in keyof Shape]: Shape[Part] };

const NO_FIELDS: ReadonlyMap<string, FieldShape> = new Map();

const anything = (isAtomic: boolean): Shape => {
  const shape: Draft = { scalar: 'untyped' };
  const items = isAtomic ? shape : WHOLE;
  shape.list = { items, atomic: true, keys: [] };
  shape.map = { fields: NO_FIELDS, values: shape, atomic: isAtomic };
  return shape;
};

/** A value of any type, which is owned as a whole. */
export const WHOLE: Shape = anything(true);

/** A value of any type, whose maps are owned key by key. @see typed.DeducedParseableType */
export const DEDUCED: Shape = anything(false);

/** True for a map of which nothing is declared. */
export const isDeduced = ({ fields, values }: MapShape): boolean =>
  fields.size === 0 && values?.scalar === 'untyped';

/** The shape of a field or key; undefined if it is not declared. */
export const shapeAt = ({ fields, values }: MapShape, key: string): Shape | undefined =>
  fields.get(key)?.shape ?? values;

/**
 * As what a value is taken. One of a sort that the shape does not allow is taken as the sort that it should be.
 * @see sigs.k8s.io/structured-merge-diff/v6/typed deduceAtom, handleAtom
 */
export const sortOf = ({ scalar, list, map }: Shape, value: unknown): Sort => {
  if (Array.isArray(value)) {
    if (list) return 'list';
  } else if (typeof value === 'object' && value !== null) {
    if (map) return 'map';
  } else if (value !== undefined && value !== null && scalar) return 'scalar';
  if (map) return 'map';
  return scalar ? 'scalar' : 'list';
};
