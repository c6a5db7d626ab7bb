import { applyDefaults } from '../../../kubernetes/kinds/defaults';
import type { ResourceType } from '../../../kubernetes/kinds/resources';
import { validateUpdate } from '../../../kubernetes/kinds/validation';
import type { KubeObject, Manifest } from '../../../kubernetes/object';
import { noSuchResource } from '../../../kubernetes/refusals';
import { applyPatch } from '../../../kubernetes/wire/patch';
import { type Change, decodePatchResult, decodeStrictly } from '../../../kubernetes/wire/schema/decode';
import { checkPreconditions, checkVersion } from '../registry/preconditions';
import type { Registry, Subresource } from '../registry/registry';
import { hasStatus, type WithStatus, withStatus } from '../registry/strategy';
import { needAccess } from './authorization/access';
import type { Caller } from './caller';
import { endpointFor } from './endpoints';
import { refuseInvalid } from './validity';
import { checkWrite } from './writeChecks';

/** Names what is written: an object, or its status. */
interface Target {
  readonly resource: ResourceType;
  readonly namespace: string | undefined;
  readonly name: string;
  readonly subresource: Subresource;
}

/** Changes an object into something that was decoded, but not checked. */
const change = <T extends KubeObject>(
  registry: Registry,
  caller: Caller,
  { resource, namespace, name, subresource }: Target,
  decode: (current: T) => T,
): T =>
  registry.update<T>(
    resource,
    namespace,
    name,
    (current) => {
      const decoded = decode(current);
      if (decoded === current) return current;
      return applyDefaults(subresource ? statusOf(decoded, current) : decoded);
    },
    {
      subresource,
      validate: (next, current) => {
        checkWrite(registry.store, caller, resource, next);
        refuseInvalid(resource, current.metadata.name, validateUpdate(next, current, subresource));
      },
    },
  );

/** What is stored, with the status that was sent. */
const statusOf = <T extends WithStatus>(sent: T, current: T): T => withStatus(current, sent.status);

/** PUT from somebody who is not to be trusted. @see ApiServer.update */
export const replace = <T extends KubeObject>(
  registry: Registry,
  next: T,
  caller: Caller,
  subresource: Subresource,
): T => {
  const resource = endpointFor(next);
  const { namespace, name, uid } = next.metadata;
  needAccess(registry.store, caller, 'update', resource, { namespace, name, subresource });
  if (subresource && !hasStatus(resource)) throw noSuchResource();
  return change<T>(registry, caller, { resource, namespace, name, subresource }, (current) => {
    checkPreconditions(resource, current, { uid });
    checkVersion(resource, next, current);
    return decodeStrictly(next as unknown as Manifest) as unknown as T;
  });
};

/** PATCH from somebody who is not to be trusted. @see ApiServer.patch */
export const patch = (registry: Registry, caller: Caller, target: Target, sent: Change): KubeObject => {
  const { resource, namespace, name, subresource } = target;
  needAccess(registry.store, caller, 'patch', resource, { namespace, name, subresource });
  if (subresource && !hasStatus(resource)) throw noSuchResource();
  return change<KubeObject>(registry, caller, target, (current) => {
    const patched = applyPatch(current, sent.patch, sent.type);
    if (patched === current) return current;
    const next = decodePatchResult(patched, current, sent);
    checkVersion(resource, next, current);
    return next;
  });
};
