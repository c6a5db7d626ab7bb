import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Structs that the API server prints whole in refusals, and the files that declare them and what they hold. */
const PRINTED = [
  'PodTemplateSpec',
  'PersistentVolumeClaimSpec',
  'PersistentVolumeSource',
  'PodFailurePolicy',
  'SuccessPolicy',
];
const FILES = ['pkg/apis/batch/types.go', 'pkg/apis/core/types.go'];

const STRUCT = /^type (\w+) struct \{/;
const NAMED = /^type (\w+) ([\w[\].]+)$/;
const FIELD = /^\t(\w+) +(\S+)/;
const EMBEDDED = /^\t([\w.]+)$/;
const IN_TYPE = /[\w.]+/g;

type Fields = Readonly<Record<string, string>>;

/** Types of these files by name: structs with their fields in order, embedded ones among them, and what else is named. */
interface Declared {
  readonly structs: Map<string, readonly (readonly [name: string, type: string | undefined])[]>;
  readonly named: Map<string, string>;
}

const unqualified = (type: string): string => type.replace(/\b(?:api|core)\./g, '');

const read = (text: string, { structs, named }: Declared): void => {
  let members: [string, string | undefined][] | undefined;
  for (const line of text.split('\n').map((each) => each.replace(/\s*(?:\/\/|`).*$/, ''))) {
    const [, struct] = STRUCT.exec(line) ?? [];
    const [, name, type] = NAMED.exec(line) ?? [];
    const [, field, fieldType] = FIELD.exec(line) ?? [];
    const [, embedded] = EMBEDDED.exec(line) ?? [];
    if (struct) {
      members = [];
      structs.set(struct, members);
    } else if (name && type) named.set(name, unqualified(type));
    else if (line === '}') members = undefined;
    else if (field && fieldType) members?.push([field, unqualified(fieldType)]);
    else if (embedded) members?.push([unqualified(embedded), undefined]);
  }
};

/**
 * Looks up in Kubernetes' source the types that the API server works with: their fields in order, by their Go names.
 *
 * @param source a checkout of Kubernetes
 * @returns by struct, then by field: its type, where a name for a string, a number or a map is replaced by what it is
 *   for
 */
export const readInternalFields = (source: string): Readonly<Record<string, Fields>> => {
  const declared: Declared = { structs: new Map(), named: new Map() };
  for (const file of FILES) read(readFileSync(join(source, file), 'utf8'), declared);
  const { structs, named } = declared;
  const spelled = (type: string): string =>
    type.replace(IN_TYPE, (name) => (named.has(name) ? spelled(named.get(name) ?? '') : name));
  const fieldsOf = (struct: string): Fields =>
    Object.assign(
      {},
      ...(structs.get(struct) ?? []).map(([name, type]) => {
        if (type !== undefined) return { [name]: spelled(type) };
        return structs.has(name) ? fieldsOf(name) : { [name]: name };
      }),
    );
  const all: Record<string, Fields> = {};
  const collect = (struct: string): void => {
    if (all[struct] || !structs.has(struct)) return;
    const fields = fieldsOf(struct);
    all[struct] = fields;
    for (const type of Object.values(fields)) for (const [name] of type.matchAll(IN_TYPE)) collect(name);
  };
  for (const struct of PRINTED) collect(struct);
  return Object.fromEntries(Object.entries(all).sort(([a], [b]) => (a < b ? -1 : 1)));
};
