import type { KubeObject } from '../kubernetes/object';
import { findByPath } from '../kubernetes/print/output/jsonpath';
import { JsonPathError } from '../kubernetes/print/output/jsonpathSyntax';
import { fail } from './errors';

/** What `wait --for` waits for: that an object is there, that it is gone, or that something is so of it. */
export type Awaited = 'create' | 'delete' | ((object: KubeObject) => boolean);

interface Conditions {
  readonly metadata: { readonly generation?: number };
  readonly status?: {
    readonly observedGeneration?: number;
    readonly conditions?: readonly { readonly type: string; readonly status: string }[];
  };
}

const sameWord = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

const conditionIs = (name: string, wanted: string) => (object: KubeObject) => {
  const { metadata, status } = object as KubeObject & Conditions;
  if ((status?.observedGeneration ?? Number.POSITIVE_INFINITY) < (metadata.generation ?? 0)) return false;
  const condition = status?.conditions?.find(({ type }) => sameWord(type, name));
  return condition !== undefined && sameWord(condition.status, wanted);
};

const PATH_FORM =
  "jsonpath wait format must be --for=jsonpath='{.status.readyReplicas}'=3 or --for=jsonpath='{.status.readyReplicas}'";

const pathLeadsTo = (text: string): ((object: KubeObject) => boolean) => {
  const [, path, wanted] = /^(['"]?\{[^}]*\}['"]?|[^=]+)(?:=(.*))?$/s.exec(text) ?? [];
  if (path === undefined) throw fail(PATH_FORM);
  if (wanted === '') {
    throw fail(
      "jsonpath wait has to have a value after equal sign, like --for=jsonpath='{.status.readyReplicas}'=3",
    );
  }
  const bare = path.replace(/^(['"])(.*)\1$/s, '$2');
  const find = (object: KubeObject | undefined): readonly unknown[] => {
    try {
      return findByPath(bare, object);
    } catch (error) {
      if (error instanceof JsonPathError) throw fail(error.message);
      throw error;
    }
  };
  find(undefined);
  return (object) => {
    const found = find(object);
    if (wanted === undefined) return found.length > 0;
    return found.length === 1 && String(found[0]) === wanted.replace(/^(['"])(.*)\1$/s, '$2');
  };
};

/**
 * Reads what stands behind `--for`: `delete`, `create`, `condition=Ready`, `condition=Ready=false`,
 * `jsonpath={.status.phase}=Running`.
 * @throws CommandError
 * @see k8s.io/kubectl/pkg/cmd/wait conditionFuncFor
 */
export const readAwaited = (text: string): Awaited => {
  if (sameWord(text, 'delete')) return 'delete';
  if (sameWord(text, 'create')) return 'create';
  const [kind, name = '', value = 'true'] = /^([^=]*)=([^=]*)(?:=(.*))?$/s.exec(text)?.slice(1) ?? [];
  if (kind === 'condition') return conditionIs(name, value);
  if (text.startsWith('jsonpath=')) return pathLeadsTo(text.slice('jsonpath='.length));
  throw fail(`unrecognized condition: ${JSON.stringify(text)}`);
};
