import type { KubeObject, Manifest } from '../kubernetes/object';
import type { ResourceType } from '../kubernetes/resourceType';
import { readManifests } from '../kubernetes/wire/manifests';
import { CommandError, fail, throwAll } from './errors';
import type { Session } from './session';

/** One object that a file describes. */
export interface FromFile {
  readonly manifest: Manifest;
  readonly resource: ResourceType;
  /** Where it goes; undefined for kinds without a namespace. */
  readonly namespace: string | undefined;
  readonly name: string;
  readonly file: string;
}

const textOf = (session: Session, path: string): string => {
  if (path === '-') throw fail('standard input is not supported; put the manifest into a file');
  try {
    return session.shell.readFile(path);
  } catch (error) {
    if (error instanceof CommandError) throw error;
    throw fail(`the path "${path}" does not exist`);
  }
};

const recognize = (session: Session, manifest: Manifest, file: string): FromFile => {
  const { apiVersion, kind, metadata = {} } = manifest;
  const resource = session.kinds.of(manifest);
  if (!resource) {
    throw fail(
      `resource mapping not found for name: "${metadata.name ?? ''}" namespace: "${metadata.namespace ?? ''}" ` +
        `from "${file}": no matches for kind "${kind}" in version "${apiVersion}"\nensure CRDs are installed first`,
    );
  }
  if (!resource.namespaced)
    return { manifest, resource, namespace: undefined, name: metadata.name ?? '', file };
  const own = metadata.namespace;
  if (session.namespaceGiven && own !== undefined && own !== session.namespace) {
    throw fail(
      `the namespace from the provided object "${own}" does not match the namespace "${session.namespace}". ` +
        `You must pass '--namespace=${own}' to perform this operation.`,
    );
  }
  return { manifest, resource, namespace: own ?? session.namespace, name: metadata.name ?? '', file };
};

/** Verbs that check what an object is before they read on. */
type Checking = 'apply' | 'create' | 'replace';

/**
 * All objects that `-f` names. A file that does not exist stops the command before it does anything. What cannot be
 * parsed, and objects of an unknown kind, are reported among `errors`; the others go on.
 * @param verb for a verb that checks what an object is first
 * @throws CommandError
 * @see staging/src/k8s.io/cli-runtime/pkg/resource/visitor.go EagerVisitorList
 */
export const readFiles = (
  session: Session,
  paths: readonly string[],
  verb?: Checking,
): { readonly found: readonly FromFile[]; readonly errors: readonly unknown[] } => {
  const texts = paths.map((path) => [path, textOf(session, path)] as const);
  const found: FromFile[] = [];
  const errors: unknown[] = [];
  for (const [path, text] of texts) {
    const read = readManifests(text, path, verb !== undefined);
    for (const { manifest } of read.manifests) {
      try {
        found.push(recognize(session, manifest, path));
      } catch (error) {
        errors.push(error);
      }
    }
    errors.push(...read.errors.map(({ message }) => fail(message)));
  }
  return { found, errors };
};

/** The object of a file as it is written there, in the namespace it would go to: all that a dry run knows of it. */
export const asWritten = ({ manifest, namespace }: FromFile): KubeObject =>
  ({
    ...manifest,
    metadata: { ...manifest.metadata, ...(namespace === undefined ? {} : { namespace }) },
  }) as KubeObject;

/**
 * Does something with every object of the files, each on its own; what went wrong is thrown at the end. Files without an
 * object are an error.
 * @param verb what is done, for that error
 */
export const forEachInFiles = async (
  session: Session,
  paths: readonly string[],
  verb: Checking,
  act: (each: FromFile) => Promise<void>,
): Promise<void> => {
  const { found, errors } = readFiles(session, paths, verb);
  if (found.length === 0 && errors.length === 0) throw fail(`no objects passed to ${verb}`);
  const all = [...errors];
  for (const each of found) {
    try {
      await act(each);
    } catch (error) {
      all.push(error);
    }
  }
  throwAll(all);
};
