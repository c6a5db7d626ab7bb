import type { Kind } from '../../../kubernetes/kinds/kind';
import type { KubeObject } from '../../../kubernetes/object';
import { noSuchResource } from '../../../kubernetes/refusals';
import { applyPatch } from '../../../kubernetes/wire/patch';
import type { PatchRequest } from '../../../kubernetes/wire/patch/request';
import {
  decode as decodeObject,
  decodePatchResult,
  type Leniency,
} from '../../../kubernetes/wire/schema/decode';
import type { Subresource } from '../../../port/api';
import { checkPreconditions, checkVersion } from '../registry/preconditions';
import type { Registry } from '../registry/registry';
import { needAccess } from './authorization/access';
import type { Caller } from './caller';
import { endpointFor } from './endpoints';
import { refuseInvalid } from './validity';
import { checkWrite } from './writeChecks';

/** Names what is written: an object, or its status. */
interface Target<T extends KubeObject> {
  readonly kind: Kind<T>;
  readonly namespace: string | undefined;
  readonly name: string;
  readonly subresource: Subresource | undefined;
}

/** Changes an object into something that was decoded, but not checked. */
const change = <T extends KubeObject>(
  registry: Registry,
  caller: Caller,
  { kind, namespace, name, subresource }: Target<T>,
  decode: (current: T) => T,
): T =>
  registry.update(
    kind,
    namespace,
    name,
    (current) => {
      const decoded = decode(current);
      if (decoded === current) return current;
      return kind.defaults(subresource ? kind.prepareForStatusUpdate(decoded, current) : decoded);
    },
    {
      subresource,
      by: caller,
      validate: (next, current) => {
        checkWrite(registry.store, caller, kind, next);
        const causes = subresource
          ? kind.validateStatusUpdate(next, current)
          : kind.validateUpdate(next, current);
        refuseInvalid(kind, current.metadata.name, causes);
      },
    },
  );

/** PUT from somebody who is not to be trusted. @see ApiServer.update */
export const replace = <T extends KubeObject>(
  registry: Registry,
  next: T,
  caller: Caller,
  subresource: Subresource | undefined,
  leniency: Leniency,
): T => {
  const kind = endpointFor(registry.kinds, next) as Kind<T>;
  const { namespace, name, uid } = next.metadata;
  needAccess(registry.store, caller, 'update', kind, { namespace, name, subresource });
  if (subresource && !kind.hasStatus) throw noSuchResource();
  return change(registry, caller, { kind, namespace, name, subresource }, (current) => {
    checkPreconditions(kind, current, { uid });
    checkVersion(kind, next, current);
    return decodeObject(next, leniency, kind.read);
  });
};

/** PATCH from somebody who is not to be trusted. @see ApiServer.patch */
export const patch = <T extends KubeObject>(
  registry: Registry,
  caller: Caller,
  target: Target<T>,
  sent: PatchRequest,
  leniency: Leniency,
): T => {
  const { kind, namespace, name, subresource } = target;
  needAccess(registry.store, caller, 'patch', kind, { namespace, name, subresource });
  if (subresource && !kind.hasStatus) throw noSuchResource();
  return change(registry, caller, target, (current) => {
    const patched = applyPatch(current, sent.patch, sent.type);
    if (patched === current) return current;
    const next = decodePatchResult(patched, current, sent, kind.read, leniency);
    checkVersion(kind, next, current);
    return next;
  });
};
