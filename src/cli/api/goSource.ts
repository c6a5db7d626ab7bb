/** How Go spells a field: its type with the package's name (`*int32`, `v1.RestartPolicy`), and its JSON options. */
export interface GoField {
  readonly type: string;
  readonly options: readonly string[];
  /** The structs, one in another, that a struct embeds and that have the field; empty for a field of its own. */
  readonly within: readonly string[];
}

/** Fields of one struct by their JSON names, those of embedded structs included. */
export type GoFields = Readonly<Record<string, GoField>>;

/** The structs of one package by name. */
export type GoPackage = ReadonlyMap<string, readonly Member[]>;

/** A field, or a struct that is embedded with all its fields. */
type Member =
  | { readonly json: string; readonly field: GoField }
  | { readonly embedded: { readonly folder: string; readonly struct: string } };

const IMPORT = /^\s*(?:import\s+)?(\w+)?\s*"([^"]+)"/;
const STRUCT = /^type\s+(\w+)\s+struct\s*\{/;
/** A field, with or without a name of its own: without, it has its type's. */
const FIELD = /^\s*(?:\w+\s+)?(\S+)\s+`(.*)`/;
const JSON_TAG = /json:"([^"]*)"/;
const LOCAL_NAME = /(?<![\w.])([A-Z]\w*)/g;
const QUALIFIED_NAME = /(\w+)\.(\w+)/g;

/** The name of a package is the last part of its path. */
const packageName = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

const importsOf = (lines: readonly string[]): ReadonlyMap<string, string> => {
  const imports = new Map<string, string>();
  for (const line of lines) {
    if (STRUCT.test(line)) break;
    const match = IMPORT.exec(line);
    if (match?.[2]) imports.set(match[1] ?? packageName(match[2]), match[2]);
  }
  return imports;
};

/** A type as Go prints it: every name with its package's own name, whatever the file calls it. */
const printedType = (type: string, folder: string, imports: ReadonlyMap<string, string>): string =>
  type
    .replaceAll(QUALIFIED_NAME, (_all, alias: string, name: string) => {
      return `${packageName(imports.get(alias) ?? alias)}.${name}`;
    })
    .replaceAll(LOCAL_NAME, (name) => `${packageName(folder)}.${name}`)
    .replaceAll('interface{}', 'interface {}')
    .replaceAll('[]byte', '[]uint8');

/**
 * Reads the structs that a Go file declares, as far as JSON shows them.
 *
 * @param folder where the file lies, from `k8s.io/` on: `api/core/v1`
 */
export const readGoFile = (text: string, folder: string): GoPackage => {
  const lines = text.split('\n');
  const imports = importsOf(lines);
  const structs = new Map<string, Member[]>();
  let members: Member[] | undefined;
  for (const line of lines) {
    const name = STRUCT.exec(line)?.[1];
    if (name !== undefined) {
      members = [];
      structs.set(name, members);
    } else if (line.startsWith('}')) members = undefined;
    else if (!/^\s*\/\//.test(line)) {
      const member = members && readMember(line, folder, imports);
      if (member) members?.push(member);
    }
  }
  return structs;
};

const readMember = (
  line: string,
  folder: string,
  imports: ReadonlyMap<string, string>,
): Member | undefined => {
  const [, type = '', tags = ''] = FIELD.exec(line) ?? [];
  const [json = '', ...options] = JSON_TAG.exec(tags)?.[1]?.split(',') ?? [];
  if (options.includes('inline')) return { embedded: embedded(type, folder, imports) };
  return json === '' || json === '-'
    ? undefined
    : { json, field: { type: printedType(type, folder, imports), options, within: [] } };
};

const embedded = (type: string, folder: string, imports: ReadonlyMap<string, string>) => {
  const [first = '', struct] = type.split('.');
  return struct === undefined
    ? { folder, struct: first }
    : { folder: (imports.get(first) ?? '').replace(/^k8s\.io\//, ''), struct };
};

/** All fields of a struct, by JSON name. `packageAt` gives the structs of a folder. */
export const fieldsOf = (
  struct: string,
  folder: string,
  packageAt: (folder: string) => GoPackage,
): GoFields => {
  const fields: Record<string, GoField> = {};
  for (const member of packageAt(folder).get(struct) ?? []) {
    if ('json' in member) {
      fields[member.json] = member.field;
      continue;
    }
    const { struct: embedded, folder: place } = member.embedded;
    for (const [json, field] of Object.entries(fieldsOf(embedded, place, packageAt)))
      fields[json] = { ...field, within: [embedded, ...field.within] };
  }
  return fields;
};
