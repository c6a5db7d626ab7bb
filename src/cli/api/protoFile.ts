import type { ProtobufField } from './published';

const MESSAGE = /^message (\w+) \{/;
const FIELD = /^ {2}(optional|repeated) ([\w.]+) (\w+) = (\d+);/;
const MAP = /^ {2}map<string, ([\w.]+)> (\w+) = (\d+);/;
/** The types of protobuf that Kubernetes uses. */
export const SCALARS = new Set(['string', 'bytes', 'bool', 'int32', 'int64', 'double']);

/** A field as `generated.proto` has it. */
export interface ProtoField {
  readonly name: string;
  readonly wire: Pick<ProtobufField, 'n' | 't' | 'repeated' | 'map'>;
}
type Messages = ReadonlyMap<string, readonly ProtoField[]>;

/** `.k8s.io.api.core.v1.PodSpec` of another package, or `PodSpec` of its own, as `api/core/v1.PodSpec`. */
const messageName = (type: string, folder: string): string => {
  if (SCALARS.has(type)) return type;
  if (!type.startsWith('.')) return `${folder}.${type}`;
  const parts = type.replace('.k8s.io.', '').replaceAll('_', '-').split('.');
  const struct = parts.pop() ?? '';
  return `${parts.join('/')}.${struct}`;
};

/** Reads `generated.proto`: the fields of each message. */
export const readProto = (text: string, folder: string): Messages => {
  const messages = new Map<string, ProtoField[]>();
  let fields: ProtoField[] = [];
  for (const line of text.split('\n')) {
    const message = MESSAGE.exec(line)?.[1];
    const [, label, type = '', name, number] = FIELD.exec(line) ?? [];
    const [, mapped = '', mapName, mapNumber] = MAP.exec(line) ?? [];
    if (message) {
      fields = [];
      messages.set(message, fields);
    } else if (name) {
      const wire = { n: Number(number), t: messageName(type, folder) };
      fields.push({ name, wire: label === 'repeated' ? { ...wire, repeated: true } : wire });
    } else if (mapName)
      fields.push({
        name: mapName,
        wire: { n: Number(mapNumber), t: messageName(mapped, folder), map: true },
      });
  }
  return messages;
};
