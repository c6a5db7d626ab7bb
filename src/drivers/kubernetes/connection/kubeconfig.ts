import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, dirname, isAbsolute, join } from 'node:path';
import { readDocument } from '../../../kubernetes/wire/document';

/** What stands below a name in a kubeconfig: of a cluster, a user or a context. */
export type Entry = Readonly<Record<string, unknown>>;

/** The context that was chosen, and what it names. */
export interface Chosen {
  readonly context: string;
  readonly cluster: Entry;
  readonly user: Entry;
}

/** No kubeconfig, no such context, or one that cannot be read; `message` is for the terminal, and holds nothing secret. */
export class KubeconfigError extends Error {}

type Kubeconfig = Readonly<Partial<Record<'clusters' | 'users' | 'contexts', readonly Entry[]>>>;

/** Where kubectl would look. @param kubeconfig as in KUBECONFIG: several paths have `:` between them */
const pathsIn = (kubeconfig: string | undefined, env: NodeJS.ProcessEnv): readonly string[] => {
  const named = (kubeconfig ?? env.KUBECONFIG ?? '').split(delimiter).filter(Boolean);
  return named.length > 0 ? named : [join(homedir(), '.kube', 'config')];
};

const textOf = (path: string): string | undefined => {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw new KubeconfigError(`The kubeconfig ${path} cannot be read (${(error as Error).message}).`);
  }
};

// What is wrong with a text may quote it, and it holds secrets.
const parse = (text: string, path: string): Kubeconfig => {
  try {
    const value = readDocument(text) ?? {};
    if (typeof value === 'object' && !Array.isArray(value)) return value;
  } catch {}
  throw new KubeconfigError(`The kubeconfig ${path} is no kubeconfig: it cannot be read as YAML.`);
};

const PATHS = ['certificate-authority', 'client-certificate', 'client-key', 'tokenFile'];

/** Paths are relative to the file that names them; so is a command with a slash in it. */
const absolute = (entry: Entry = {}, folder: string): Entry => {
  const from = (path: unknown): unknown =>
    typeof path === 'string' && path !== '' && !isAbsolute(path) ? join(folder, path) : path;
  const paths = PATHS.filter((key) => entry[key]).map((key) => [key, from(entry[key])]);
  const exec = entry.exec as { readonly command?: string } | undefined;
  const command = exec?.command?.includes('/') ? from(exec.command) : exec?.command;
  return { ...entry, ...Object.fromEntries(paths), ...(exec ? { exec: { ...exec, command } } : {}) };
};

const namesOf = (contexts: readonly string[]): string =>
  contexts.length === 0
    ? 'There is none.'
    : `There ${contexts.length === 1 ? 'is' : 'are'}: ${contexts.join(', ')}.`;

/**
 * Finds a context as kubectl does: of entries of the same name in several files, the first counts; files that there are not
 * are passed over.
 * @param kubeconfig paths as in KUBECONFIG; by default those that kubectl would read
 * @see k8s.io/client-go/tools/clientcmd ClientConfigLoadingRules
 * @throws KubeconfigError
 */
export const findContext = (
  name: string,
  kubeconfig: string | undefined,
  env: NodeJS.ProcessEnv = process.env,
): Chosen => {
  const paths = pathsIn(kubeconfig, env);
  const files = paths.flatMap((path) => {
    const text = textOf(path);
    return text === undefined ? [] : [{ folder: dirname(path), content: parse(text, path) }];
  });
  if (files.length === 0) throw new KubeconfigError(`There is no kubeconfig: ${paths.join(', ')}.`);
  const context = files.flatMap(({ content }) => content.contexts ?? []).find((each) => each.name === name)
    ?.context as Entry | undefined;
  if (!context) {
    const names = files.flatMap(({ content }) => (content.contexts ?? []).map((each) => String(each.name)));
    throw new KubeconfigError(
      `The kubeconfig ${paths.join(', ')} has no context "${name}". ${namesOf([...new Set(names)])}`,
    );
  }
  const entry = (what: 'cluster' | 'user', wanted: unknown): Entry => {
    for (const { folder, content } of files) {
      const found = content[`${what}s`]?.find((each) => each.name === wanted);
      if (found) return absolute(found[what] as Entry | undefined, folder);
    }
    throw new KubeconfigError(
      `The context "${name}" names the ${what} "${String(wanted)}", which is not in the kubeconfig.`,
    );
  };
  return {
    context: name,
    cluster: entry('cluster', context.cluster),
    user: context.user ? entry('user', context.user) : {},
  };
};
