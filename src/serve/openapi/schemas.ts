import data from './schemas.data.json';

/** A type, or a part of one, as OpenAPI 3 has it. */
export interface Schema {
  readonly $ref?: string;
  readonly allOf?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly additionalProperties?: Schema | boolean;
  readonly [keyword: string]: unknown;
}

export type Schemas = Readonly<Record<string, Schema>>;

interface GroupVersionKind {
  readonly group: string;
  readonly version: string;
  readonly kind: string;
}

const GVK = 'x-kubernetes-group-version-kind';
const REFERENCE = '#/components/schemas/';

/** The types that Kubernetes publishes, by name. */
const published = data as Schemas;

const keyOf = ({ group, version, kind }: GroupVersionKind): string =>
  `${group === '' ? version : `${group}/${version}`} ${kind}`;

const names = new Map(
  Object.entries(published).flatMap(([name, schema]) =>
    ((schema[GVK] ?? []) as readonly GroupVersionKind[]).map((each): [string, string] => [keyOf(each), name]),
  ),
);

/** The name of a kind's type: `io.k8s.api.apps.v1.DaemonSet`; undefined for kinds that Kubernetes does not publish. */
export const publishedType = (apiVersion: string, kind: string): string | undefined =>
  names.get(`${apiVersion} ${kind}`);

export const referenceTo = (name: string): Schema => ({ $ref: `${REFERENCE}${name}` });

const references = (part: unknown, found: (name: string) => void): void => {
  if (Array.isArray(part)) for (const each of part) references(each, found);
  else if (typeof part === 'object' && part !== null)
    for (const [key, value] of Object.entries(part)) {
      if (key === '$ref' && typeof value === 'string') found(value.slice(REFERENCE.length));
      else references(value, found);
    }
};

/** What every group version has a type of its own for, though it is the same everywhere. */
const EVERYWHERE = /[.]meta[.]v1[.](DeleteOptions|WatchEvent)$/;

const inVersion = (name: string, schema: Schema, group: string, version: string): Schema => {
  if (!EVERYWHERE.test(name)) return schema;
  const kind = name.slice(name.lastIndexOf('.') + 1);
  const core = { group: '', kind, version: 'v1' };
  return { ...schema, [GVK]: group === '' ? [core] : [core, { group, kind, version }] };
};

/**
 * Types and all that they are made of, sorted by name.
 * @param own types beside the published ones
 * @throws Error for a name that is neither
 */
export const typesWith = (
  wanted: Iterable<string>,
  { group, version }: { readonly group: string; readonly version: string },
  own: Schemas = {},
): Schemas => {
  const types = new Map<string, Schema>();
  const add = (name: string): void => {
    if (types.has(name)) return;
    const schema = own[name] ?? published[name];
    if (!schema) throw new Error(`no type of the name ${name}`);
    types.set(name, inVersion(name, schema, group, version));
    references(schema, add);
  };
  for (const name of wanted) add(name);
  return Object.fromEntries([...types].sort(([a], [b]) => (a < b ? -1 : 1)));
};
