import { byteLength } from '../../../fields/bytes';
import { goJson } from '../../../fields/validation/causes';
import type { KubeObject, Manifest } from '../../../object';
import { parseJson } from '../../json/parse';
import { LAST_APPLIED } from '../../patch/threeWay';
import { difference, type FieldSet, hasPath, isEmptySet, pathsOf, setOfPaths } from '../sets/fieldSet';
import { problemsOf } from '../typed/check';
import { compare } from '../typed/compare';
import { fieldsOf } from '../typed/fieldsOf';
import type { Conflict, Scope } from './changes';

/** The manager whose client-side applying is taken over by the server. Who does not want that takes another name. */
export const UPGRADED = 'kubectl';

const MOST_ANNOTATION_BYTES = 256 * 1024;

const textOf = ({ metadata }: Pick<Manifest, 'metadata'>): string | undefined =>
  metadata?.annotations?.[LAST_APPLIED] || undefined;

const parse = (text: string): Manifest | undefined => {
  try {
    return parseJson(text) as Manifest;
  } catch {
    return undefined;
  }
};

/** The fields that were applied by the client, and are as they were applied. */
const stillAsApplied = (live: KubeObject, { apiVersion, shape }: Scope): FieldSet | undefined => {
  const text = textOf(live);
  const last = text === undefined ? undefined : parse(text);
  const its = shape(apiVersion);
  if (!its || last?.apiVersion !== apiVersion || problemsOf(last, its).length > 0) return undefined;
  const { removed, modified, added } = compare(last, live, its);
  return [modified, added, removed].reduce(difference, fieldsOf(last, its));
};

/**
 * What is left of conflicts if a client applied the object until now: what it has applied it may apply again.
 * @see k8s.io/apimachinery/pkg/util/managedfields/internal lastAppliedManager
 */
export const notAllowed = (
  conflicts: readonly Conflict[],
  live: KubeObject,
  scope: Scope,
): readonly Conflict[] => {
  const allowed = stillAsApplied(live, scope);
  if (!allowed) return conflicts;
  return conflicts.flatMap((conflict) => {
    const paths = pathsOf(conflict.fields).filter((path) => !hasPath(allowed, path));
    const fields = setOfPaths(...paths);
    return isEmptySet(fields) ? [] : [{ ...conflict, fields }];
  });
};

/**
 * Keeps what the client remembers of its applying in step with what was applied, if it remembers anything.
 * @see k8s.io/apimachinery/pkg/util/managedfields/internal lastAppliedUpdater
 */
export const rememberedBy = (manager: string, object: Manifest, config: Manifest): Manifest => {
  if (manager !== UPGRADED || textOf(object) === undefined) return object;
  const { [LAST_APPLIED]: _, ...others } = object.metadata?.annotations ?? {};
  const annotations = { ...others, [LAST_APPLIED]: `${goJson(forgetful(config))}\n` };
  const size = Object.entries(annotations).reduce(
    (sum, [key, value]) => sum + byteLength(key) + byteLength(value),
    0,
  );
  const kept = size > MOST_ANNOTATION_BYTES ? others : annotations;
  return { ...object, metadata: { ...object.metadata, annotations: kept } };
};

const forgetful = (config: Manifest): Manifest => {
  const { annotations } = config.metadata ?? {};
  if (!annotations || !(LAST_APPLIED in annotations)) return config;
  const { [LAST_APPLIED]: _, ...others } = annotations;
  return { ...config, metadata: { ...config.metadata, annotations: others } };
};
