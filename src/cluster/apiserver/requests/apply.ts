import { withManagedFields } from '../../../kubernetes/fields/meta';
import type { Kind } from '../../../kubernetes/kinds/kind';
import type { KubeObject, Manifest } from '../../../kubernetes/object';
import { ApiError, badRequest, conflict, noSuchResource, notFound } from '../../../kubernetes/refusals';
import { namedConfig } from '../../../kubernetes/wire/apply/managers/apply';
import { readerOf, settleProblems } from '../../../kubernetes/wire/schema/decode';
import { converterWords, jsonKind } from '../../../kubernetes/wire/schema/words';
import { checkVersion } from '../registry/preconditions';
import type { Registry } from '../registry/registry';
import { refuseInvalid } from '../registry/validity';
import { askedBy } from './asking';
import { needAccess } from './authorization/access';
import type { Caller } from './caller';
import { change, type Target } from './change';
import { checkName, checkOwnNamespace } from './place';
import type { RequestOptions } from './requestOptions';
import { checkWrite } from './writeChecks';
import { checkPatchOptions } from './writeOptions';

/** What has been applied, and whether it was there before. */
export interface AppliedObject<T extends KubeObject> {
  readonly object: T;
  readonly created: boolean;
}

/** The body of an apply. One that is empty says nothing. @throws ApiError 400 */
const asManifest = (config: unknown): Manifest => {
  if (typeof config === 'object' && config !== null && !Array.isArray(config)) return config as Manifest;
  if (config === undefined || config === null) return {} as Manifest;
  throw badRequest(
    `error decoding YAML: error unmarshaling JSON: while decoding JSON: json: cannot unmarshal ${jsonKind(config)} into Go value of type map[string]interface {}`,
  );
};

/** Reads what came of applying. @throws ApiError 500 for a value that the kind's type cannot hold */
const decode = (kind: Kind, object: Manifest, config: Manifest): Manifest => {
  const reading = (kind.read ?? readerOf(kind))(object, converterWords);
  if ('error' in reading) {
    const named = namedConfig(config);
    const type = named.slice(named.indexOf('; ') + 2);
    throw new ApiError({
      code: 500,
      reason: '',
      message: `failed to convert new object (${named}) to proper version: unable to convert unstructured object to ${type}: ${reading.error}`,
    });
  }
  return reading.value;
};

/** PATCH of the type apply from somebody who is not to be trusted. @see ApiServer.apply */
export const apply = <T extends KubeObject>(
  registry: Registry,
  caller: Caller,
  target: Target<T>,
  sent: unknown,
  options: RequestOptions,
): AppliedObject<T> => {
  const { kind, namespace, name, subresource } = target;
  const { store, ownership } = registry;
  needAccess(store, caller, 'patch', kind, { namespace, name, subresource });
  checkPatchOptions(options, 'apply');
  if (subresource && !kind.hasStatus) throw noSuchResource();
  const place = kind.namespaced ? namespace : undefined;
  const config = asManifest(sent);
  const result = (current: T | undefined): T => {
    const { fieldManager: manager = '', force } = options;
    const { object, managedFields } = ownership.applied(kind, current, config, {
      manager,
      subresource,
      force,
    });
    settleProblems([], options, (problems) => {
      throw badRequest(`error strict decoding YAML: ${problems.join(', ')}`);
    });
    const decoded = decode(kind, object, config);
    if (place !== undefined) checkOwnNamespace(decoded.metadata?.namespace, place);
    checkName(decoded, name);
    return withManagedFields(decoded as KubeObject, managedFields) as T;
  };
  if (store.find(kind, place, name)) {
    const next = (current: T): T => {
      const found = result(current);
      checkVersion(kind, found, current);
      return found;
    };
    return { object: change(registry, caller, target, next, options, true), created: false };
  }
  if (subresource) throw notFound(kind, name);
  return { object: create(registry, caller, target, result(undefined), options), created: true };
};

/** Stores what is applied and not there yet. That takes the right to create it. */
const create = <T extends KubeObject>(
  registry: Registry,
  caller: Caller,
  { kind, namespace, name }: Target<T>,
  applied: T,
  options: RequestOptions,
): T => {
  const { store } = registry;
  const { uid } = applied.metadata;
  if (uid)
    throw conflict(
      kind,
      name,
      `uid mismatch: the provided object specified uid ${uid}, and no existing object was found`,
    );
  const check = (object: T): void => {
    checkWrite(store, caller, kind, object);
    refuseInvalid(kind, name, kind.validateCreate(object));
    needAccess(store, caller, 'create', kind, { namespace, name });
    for (const text of kind.warnings(object)) options.onWarning?.(text);
  };
  const place = kind.namespaced ? namespace : undefined;
  return registry.create(kind, place, applied, check, { ...askedBy(caller, options), hasApplied: true });
};
