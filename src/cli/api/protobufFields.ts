import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ProtoField, readProto } from './protoFile';
import type { ProtobufField } from './published';

/** Where the types are that all kinds share. */
export const META = 'apimachinery/pkg/apis/meta/v1';

const OWN = /(?<!_test|[.]pb)[.]go$/;
const STRUCT = /^type\s+(\w+)\s+struct\s*\{/;
const GO_FIELD = /^\s*(?:(\w+)\s+)?(\S+)\s+`.*protobuf:"\w+,(\d+),/;
const JSON_TAG = /json:"([^"]*)"/;
/** A type that is a struct of what all kinds share, under another name: `type List metav1.List`. */
const SAME_AS_META = /^type\s+(\w+)\s+metav1[.](\w+)$/;

interface GoDeclaration {
  readonly name: string;
  readonly json: string;
  readonly type: string;
  readonly options: readonly string[];
}

type Structs = ReadonlyMap<string, ReadonlyMap<number, GoDeclaration>>;

/**
 * Reads the structs of Go files: how JSON has the fields, by their numbers in protobuf.
 * @param shared those of what all kinds share
 */
const readStructs = (text: string, shared: () => Structs): Structs => {
  const structs = new Map<string, Map<number, GoDeclaration>>();
  let fields = new Map<number, GoDeclaration>();
  for (const line of text.split('\n')) {
    const struct = STRUCT.exec(line)?.[1];
    const [, alias, same = ''] = SAME_AS_META.exec(line) ?? [];
    const [, own, type = '', number] = GO_FIELD.exec(line) ?? [];
    const name = own ?? type.slice(type.lastIndexOf('.') + 1);
    const [json = '', ...options] = JSON_TAG.exec(line)?.[1]?.split(',') ?? [];
    if (struct) {
      fields = new Map();
      structs.set(struct, fields);
    } else if (alias) structs.set(alias, new Map(shared().get(same)));
    else if (number && !/^\s*\/\//.test(line)) fields.set(Number(number), { name, json, type, options });
  }
  return structs;
};

/** A field by its JSON name, or by protobuf's where JSON writes the whole type in a way of its own. */
const entry = (
  { name, wire }: ProtoField,
  go: GoDeclaration | undefined,
): readonly [name: string, field: ProtobufField] => {
  // A type has a method String already.
  if (!go) return [name, name === 'string' ? { ...wire, go: 'String_' } : wire];
  const inline = go.options.includes('inline');
  const json = inline ? go.name : go.json.replace(/^-?$/, name);
  const field: ProtobufField = {
    ...wire,
    ...(go.type.startsWith('*') ? { pointer: true } : {}),
    ...(go.options.includes('omitempty') ? { omitempty: true } : {}),
    ...(go.options.includes('omitzero') ? { omitzero: true } : {}),
    ...(inline ? { inline: true } : {}),
    ...(go.name === capitalized(json) ? {} : { go: go.name }),
  };
  return [json, field];
};

const capitalized = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);

/** The fields of a message by their JSON names. */
export type Fields = Readonly<Record<string, ProtobufField>>;

/** Finds the messages of a folder by the struct's name. @param root the folder that stands for `k8s.io/` */
export const messagesIn = (root: string): ((folder: string) => ReadonlyMap<string, Fields>) => {
  const known = new Map<string, ReadonlyMap<string, Fields>>();
  const structsAt = (folder: string): Structs => {
    const path = join(root, folder);
    const files = readdirSync(path).filter((name) => OWN.test(name));
    const text = files.map((name) => readFileSync(join(path, name), 'utf8')).join('\n');
    return readStructs(text, () => structsAt(META));
  };
  const read = (folder: string): ReadonlyMap<string, Fields> => {
    const proto = join(root, folder, 'generated.proto');
    if (!existsSync(proto)) return new Map();
    const structs = structsAt(folder);
    const messages = new Map<string, Fields>();
    for (const [message, fields] of readProto(readFileSync(proto, 'utf8'), folder)) {
      const declared = structs.get(message);
      const entries = fields.map((field) => entry(field, declared?.get(field.wire.n)));
      messages.set(message, sorted(Object.fromEntries(entries)));
    }
    return messages;
  };
  return (folder) => {
    const messages = known.get(folder) ?? read(folder);
    known.set(folder, messages);
    return messages;
  };
};

/** In the order of names. */
export const sorted = <T>(map: Readonly<Record<string, T>>): Readonly<Record<string, T>> =>
  Object.fromEntries(Object.entries(map).sort(([a], [b]) => (a < b ? -1 : 1)));
