import { withManagedFields } from '../../../kubernetes/fields/meta';
import type { Kind } from '../../../kubernetes/kinds/kind';
import type { KubeObject, ObjectMeta } from '../../../kubernetes/object';
import { badRequest, noSuchResource } from '../../../kubernetes/refusals';
import { applyPatch } from '../../../kubernetes/wire/patch';
import type { ChangeRequest } from '../../../kubernetes/wire/patch/request';
import { decode as decodeObject, decodePatchResult } from '../../../kubernetes/wire/schema/decode';
import type { Subresource } from '../../../port/api';
import { checkPreconditions, checkVersion } from '../registry/preconditions';
import type { Registry } from '../registry/registry';
import { refuseInvalid } from '../registry/validity';
import { askedBy } from './asking';
import { needAccess } from './authorization/access';
import type { Caller } from './caller';
import { validateCommonFields } from './commonFields';
import { checkEndpoint, endpointFor, withType } from './endpoints';
import { checkConditional } from './puts';
import type { RequestOptions } from './requestOptions';
import { checkWrite } from './writeChecks';
import { checkPatchOptions, checkWriteOptions } from './writeOptions';

/** Names what is written: an object, or its status. */
export interface Target<T extends KubeObject> {
  readonly kind: Kind<T>;
  readonly namespace: string | undefined;
  readonly name: string;
  readonly subresource: Subresource | undefined;
}

/**
 * Changes an object into something that was decoded, but not checked.
 * @param hasApplied its managed fields have been worked out, too
 */
export const change = <T extends KubeObject>(
  registry: Registry,
  caller: Caller,
  { kind, namespace, name, subresource }: Target<T>,
  decode: (current: T) => T,
  options: RequestOptions,
  hasApplied = false,
): T =>
  registry.update(
    kind,
    namespace,
    name,
    (current) => {
      const decoded = decode(current);
      if (decoded === current) return current;
      if (!subresource) return kind.defaults(decoded);
      const prepared = kind.defaults(kind.prepareForStatusUpdate(decoded, current));
      return hasApplied ? withManagedFields(prepared, decoded.metadata.managedFields) : prepared;
    },
    {
      subresource,
      ...askedBy(caller, options),
      hasApplied,
      validate: (next, current) => {
        checkWrite(registry.store, caller, kind, next);
        const causes = subresource
          ? kind.validateStatusUpdate(next, current)
          : kind.validateUpdate(next, current);
        const everyKinds = validateCommonFields(kind, next.metadata, current.metadata);
        refuseInvalid(kind, current.metadata.name, [...everyKinds, ...causes]);
        if (!options.onWarning || subresource) return;
        for (const text of kind.warnings(next, current)) options.onWarning(text);
      },
    },
  );

/**
 * PUT from somebody who is not to be trusted. One that does not say which object it is about is for none.
 * @param endpoint where it is sent to; by default where objects of its kind are
 * @see ApiServer.update
 */
export const replace = <T extends KubeObject>(
  registry: Registry,
  sent: T,
  caller: Caller,
  subresource: Subresource | undefined,
  options: RequestOptions,
  endpoint?: Kind,
): T => {
  const { kinds } = registry;
  const next = endpoint ? withType(kinds, sent, endpoint) : sent;
  if (endpoint) checkEndpoint(kinds, endpoint, next);
  const kind = (endpoint ?? endpointFor(kinds, next)) as Kind<T>;
  const { namespace, name, uid }: Partial<ObjectMeta> = next.metadata ?? {};
  if (!name) throw badRequest('name must be provided');
  needAccess(registry.store, caller, 'update', kind, { namespace, name, subresource });
  checkWriteOptions('UpdateOptions', options);
  if (subresource && !kind.hasStatus) throw noSuchResource();
  const decoded = decodeObject(next, options, kind.read);
  const decode = (current: T): T => {
    checkPreconditions(kind, current, { uid });
    checkVersion(kind, next, current);
    checkConditional(kind, next.metadata, name);
    return decoded;
  };
  return change(registry, caller, { kind, namespace, name, subresource }, decode, options);
};

/** PATCH from somebody who is not to be trusted. @see ApiServer.patch */
export const patch = <T extends KubeObject>(
  registry: Registry,
  caller: Caller,
  target: Target<T>,
  sent: ChangeRequest,
  options: RequestOptions,
): T => {
  const { kind, namespace, name, subresource } = target;
  needAccess(registry.store, caller, 'patch', kind, { namespace, name, subresource });
  checkPatchOptions(options, sent.type);
  if (subresource && !kind.hasStatus) throw noSuchResource();
  const decode = (current: T): T => {
    const patched = applyPatch(current, sent.patch, sent.type);
    if (patched === current && !options.strictProblems) return current;
    const next = decodePatchResult(patched, current, sent, kind.read, options);
    checkVersion(kind, next, current);
    return next;
  };
  return change(registry, caller, target, decode, options);
};
