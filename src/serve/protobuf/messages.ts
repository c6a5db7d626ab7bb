import data from './messages.data.json';

/** How protobuf has a field, and what Go's JSON does with a zero. See wire/published/README.md. */
interface Published {
  readonly n: number;
  readonly t: string;
  readonly repeated?: boolean;
  readonly map?: boolean;
  readonly pointer?: boolean;
  readonly omitempty?: boolean;
  readonly omitzero?: boolean;
  readonly inline?: boolean;
  readonly go?: string;
}

export type Scalar = 'string' | 'bytes' | 'bool' | 'int32' | 'int64' | 'double';

/** A field of a message. */
export interface Field extends Published {
  /** In JSON. */
  readonly name: string;
  /** In Go's refusals. */
  readonly goName: string;
  /** Its place among the message's fields. */
  readonly index: number;
  /** What it has if it is no message. */
  readonly scalar?: Scalar;
}

/** A message: a struct of Go as protobuf writes it. */
export interface Message {
  /** `api/apps/v1.DaemonSet` */
  readonly name: string;
  /** `DaemonSet` */
  readonly goName: string;
  /** By their numbers, as they are written. */
  readonly fields: readonly Field[];
  readonly byNumber: ReadonlyMap<number, Field>;
}

const SCALARS: ReadonlySet<string> = new Set<Scalar>(['string', 'bytes', 'bool', 'int32', 'int64', 'double']);
const isScalar = (type: string): type is Scalar => SCALARS.has(type);

/** What stands around every object. @see k8s.io/apimachinery/pkg/runtime Unknown */
export const UNKNOWN = 'apimachinery/pkg/runtime.Unknown';
const TYPE_META = 'apimachinery/pkg/runtime.TypeMeta';
const AROUND: Readonly<Record<string, Readonly<Record<string, Published>>>> = {
  [UNKNOWN]: {
    typeMeta: { n: 1, t: TYPE_META },
    raw: { n: 2, t: 'bytes' },
    contentEncoding: { n: 3, t: 'string' },
    contentType: { n: 4, t: 'string' },
  },
  [TYPE_META]: { apiVersion: { n: 1, t: 'string', go: 'APIVersion' }, kind: { n: 2, t: 'string' } },
};

const kinds: Readonly<Record<string, string>> = data.kinds;
const texts: Readonly<Record<string, string>> = data.messages;
const messages = new Map<string, Message>();

const capitalized = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);

const build = (name: string): Message => {
  const published =
    AROUND[name] ?? (JSON.parse((texts[name] ?? '{}').replaceAll("'", '"')) as Record<string, Published>);
  const fields = Object.entries(published)
    .sort(([, a], [, b]) => a.n - b.n)
    .map(([json, field], index): Field => {
      const named = { ...field, name: json, goName: field.go ?? capitalized(json), index };
      return isScalar(field.t) ? { ...named, scalar: field.t } : named;
    });
  const goName = name.slice(name.lastIndexOf('.') + 1);
  return { name, goName, fields, byNumber: new Map(fields.map((field) => [field.n, field])) };
};

/** A message by its whole name. Made when it is first asked for: a server needs few of them. */
export const messageNamed = (name: string): Message => {
  let message = messages.get(name);
  if (!message) {
    message = build(name);
    messages.set(name, message);
  }
  return message;
};

/** The name of the message that a kind is written as; undefined for kinds that protobuf does not know. */
export const messageOf = (apiVersion: string, kind: string): string | undefined => {
  const key = `${apiVersion} ${kind}`;
  return Object.hasOwn(kinds, key) ? kinds[key] : undefined;
};

/** Kinds that protobuf knows, as `apps/v1 DaemonSet`. */
export const knownKinds = (): readonly string[] => Object.keys(kinds);
