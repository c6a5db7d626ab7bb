import data from './internal.data.json';

type Fields = Readonly<Record<string, string>>;
type Part = Readonly<Record<string, unknown>>;

const structs: Readonly<Record<string, Fields>> = data;

const NOTHING: Readonly<Record<string, unknown>> = {
  string: '',
  bool: false,
  int: 0,
  int32: 0,
  int64: 0,
  'resource.Quantity': '0',
  'intstr.IntOrString': 0,
};

const MAP = 'map[string]';
const METADATA = 'metav1.ObjectMeta';

/** Fields by name, however the capitals stand: `hostIP` is HostIP. */
const byName = (part: Part): ReadonlyMap<string, unknown> =>
  new Map(Object.entries(part).map(([field, value]) => [field.toLowerCase(), value]));

/** What the API server has in the security context of a pod, and clients beside it. */
const HOST = ['hostNetwork', 'hostPID', 'hostIPC', 'shareProcessNamespace', 'hostUsers'] as const;

const withHost = (spec: Part): Part => ({
  ...spec,
  securityContext: {
    ...(spec.securityContext as Part | undefined),
    ...Object.fromEntries(HOST.map((field) => [field, spec[field]])),
  },
});

const printed = (type: string, value: unknown): unknown => {
  if (type.startsWith('*'))
    return value === undefined || value === null ? null : printed(type.slice(1), value);
  if (type.startsWith('[]') && type !== '[]byte') {
    return Array.isArray(value) ? value.map((item) => printed(type.slice(2), item)) : null;
  }
  if (type.startsWith(MAP)) {
    if (value === undefined || value === null) return null;
    const items = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
    return Object.fromEntries(items.map(([key, item]) => [key, printed(type.slice(MAP.length), item)]));
  }
  if (structs[type]) return internalForm(type, (value ?? {}) as Part);
  return value ?? NOTHING[type] ?? null;
};

/**
 * A part of an object as the API server has it in memory and prints it in refusals: every field, in Go's order and by
 * Go's names, with what Go writes for nothing.
 *
 * @param struct the name of its type: `PodSpec`
 * @see k8s.io/kubernetes/pkg/apis/core types.go; pkg/apis/core/v1 conversion.go Convert_v1_PodSpec_To_core_PodSpec
 */
export const internalForm = (struct: string, part: Part): Part => {
  const given = byName(struct === 'PodSpec' ? withHost(part) : part);
  return Object.fromEntries(
    Object.entries(structs[struct] ?? {}).flatMap(([field, type]) =>
      type === METADATA
        ? Object.entries((part.metadata ?? {}) as Part)
        : [[field, printed(type, given.get(field.toLowerCase()))]],
    ),
  );
};
