import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Fields, META, messagesIn, sorted } from './protobufFields';
import { SCALARS } from './protoFile';
import type { ProtobufTable, PublishedSchema } from './published';

const PREFIX = 'io.k8s.';
const GROUP = /GroupName\s*=\s*"([^"]*)"/;
const KNOWN_TYPES = /AddKnownTypes\(\s*SchemeGroupVersion,([^)]*)\)/g;
const OPTIONS = /optionsTypes = \[\]runtime[.]Object\{([\s\S]*?)\n\}/;
const UNVERSIONED = /AddUnversionedTypes\(Unversioned,([^)]*)\)/;
const TYPE = /&(?:\w+[.])?(\w+)\{\}/g;

const typesIn = (text: string | undefined): readonly string[] =>
  Array.from((text ?? '').matchAll(TYPE), ([, name = '']) => name);

/**
 * Looks up in Kubernetes' source how objects of the published kinds are written in protobuf.
 *
 * @param source a checkout of Kubernetes
 * @param schemas say which group versions there are
 * @see k8s.io/code-generator/cmd/go-to-protobuf, which writes the files that this reads
 */
export const readProtobuf = (
  source: string,
  schemas: Readonly<Record<string, PublishedSchema>>,
): ProtobufTable => {
  const root = join(source, 'staging/src/k8s.io');
  const messagesAt = messagesIn(root);
  const register = (folder: string) => readFileSync(join(root, folder, 'register.go'), 'utf8');
  const meta = register(META);
  const everywhere = [...typesIn(OPTIONS.exec(meta)?.[1]), 'WatchEvent'];
  const folders = new Set([META]);
  for (const [name, schema] of Object.entries(schemas))
    if (schema['x-kubernetes-group-version-kind'])
      folders.add(name.slice(PREFIX.length).split('.').slice(0, -1).join('/'));
  const kinds: Record<string, string> = {};
  const add = (apiVersion: string, kind: string, folder: string): void => {
    const place = [folder, META].find((each) => messagesAt(each).has(kind));
    if (place) kinds[`${apiVersion} ${kind}`] = `${place}.${kind}`;
  };
  for (const folder of folders) {
    const text = register(folder);
    const version = folder.slice(folder.lastIndexOf('/') + 1);
    const group = GROUP.exec(text)?.[1];
    const apiVersion = group ? `${group}/${version}` : version;
    const own = Array.from(text.matchAll(KNOWN_TYPES), ([, types]) => typesIn(types)).flat();
    for (const kind of [...own, ...everywhere]) add(apiVersion, kind, folder);
  }
  for (const kind of typesIn(UNVERSIONED.exec(meta)?.[1])) add('v1', kind, META);
  return { kinds: sorted(kinds), messages: sorted(reachable(Object.values(kinds), messagesAt)) };
};

/** The messages of these kinds, and all that are within them. */
const reachable = (
  names: readonly string[],
  messagesAt: (folder: string) => ReadonlyMap<string, Fields>,
): Readonly<Record<string, Fields>> => {
  const messages: Record<string, Fields> = {};
  const visit = (name: string): void => {
    if (SCALARS.has(name) || messages[name]) return;
    const dot = name.lastIndexOf('.');
    const fields = messagesAt(name.slice(0, dot)).get(name.slice(dot + 1));
    if (!fields) throw new Error(`the source has no message ${name}`);
    messages[name] = fields;
    for (const { t } of Object.values(fields)) visit(t);
  };
  for (const name of names) visit(name);
  return messages;
};
