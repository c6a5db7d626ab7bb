import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fieldsOf, type GoField, type GoFields, type GoPackage, readGoFile } from './goSource';
import { type PublishedSchema, WITHIN } from './published';

const OWN = /(?<!_test|[.]pb)[.]go$/;

/** Definitions are named after their package: `io.k8s.api.core.v1.PodSpec` is PodSpec of `k8s.io/api/core/v1`. */
const PREFIX = 'io.k8s.';

/** Reads a folder's structs, once each. @param root the folder that stands for `k8s.io/` */
const packagesIn = (root: string): ((folder: string) => GoPackage) => {
  const known = new Map<string, GoPackage>();
  return (folder) => {
    const before = known.get(folder);
    if (before) return before;
    const path = join(root, folder);
    const files = existsSync(path) ? readdirSync(path).filter((name) => OWN.test(name)) : [];
    const structs = new Map(
      files.flatMap((name) => [...readGoFile(readFileSync(join(path, name), 'utf8'), folder)]),
    );
    known.set(folder, structs);
    return structs;
  };
};

/** Kind and version are read before the object is, and so never by its type. */
const TYPE_META = 'TypeMeta';

const spell = ({ type, options, within: structs }: GoField): string =>
  structs.length === 0 || structs[0] === TYPE_META
    ? [type, ...options].join(',')
    : [type, ...options, `${WITHIN}${structs.join('.')}`].join(',');

/**
 * Looks up in Kubernetes' source how Go declares the fields of every published type.
 *
 * @param source a checkout of Kubernetes
 * @returns by definition, then by field: the type, its JSON options and the structs it is embedded with, separated by
 *   commas
 * @throws Error naming fields that the source does not have: it is of another release
 */
export const readGoFields = (
  source: string,
  schemas: Readonly<Record<string, PublishedSchema>>,
): Readonly<Record<string, Readonly<Record<string, string>>>> => {
  const packageAt = packagesIn(join(source, 'staging/src/k8s.io'));
  const all: Record<string, Record<string, string>> = {};
  const missing: string[] = [];
  for (const [name, { properties }] of Object.entries(schemas).sort()) {
    if (!properties) continue;
    const path = name.slice(PREFIX.length).split('.');
    const struct = path.pop() ?? '';
    const fields: GoFields = fieldsOf(struct, path.join('/'), packageAt);
    const spelled: Record<string, string> = {};
    for (const key of Object.keys(properties)) {
      const field = fields[key];
      if (field) spelled[key] = spell(field);
      else missing.push(`${name}.${key}`);
    }
    all[name] = spelled;
  }
  if (missing.length > 0) {
    throw new Error(`${source} is not the source of these schemas: it lacks ${missing.join(', ')}`);
  }
  return all;
};
