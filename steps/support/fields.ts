import { checkFields, type TypeMeta } from './schema';

type Key = string | number;

/** `spec.containers[0].image` → `spec`, `containers`, 0, `image` */
const keysOf = (path: string): readonly Key[] =>
  path.split('.').flatMap((part) => {
    const [name = '', ...indices] = part.split(/[[\]]+/).filter((each) => each !== '');
    return [name, ...indices.map(Number)];
  });

const put = (into: unknown, [key, ...rest]: readonly Key[], value: unknown): unknown => {
  if (key === undefined) return value;
  if (typeof key === 'number') {
    const list: readonly unknown[] = Array.isArray(into) ? into : [];
    return Object.assign([...list], { [key]: put(list[key], rest, value) });
  }
  const map = (into ?? {}) as Readonly<Record<string, unknown>>;
  return { ...map, [key]: put(map[key], rest, value) };
};

/** The object with one field set: `spec.template.spec.containers[0].image`. What is missing on the way is made. */
export const withField = (object: unknown, path: string, value: unknown): unknown =>
  put(object, keysOf(path), value);

/** @throws if objects of this kind have no such field; the message names the nearest */
export const checkField = (object: TypeMeta, path: string): void =>
  checkFields(object, withField({}, path, null));
