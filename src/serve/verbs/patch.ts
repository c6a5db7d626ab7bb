import { readPatch } from '../bodies/patchBody';
import { type Handler, ok } from '../http/answer';
import type { Asked } from '../http/asked';
import { writeOptionsOf } from '../http/options';
import { asStored } from './asStored';

/** Changes an object, or applies to it what somebody wants it to be; that may create it. */
export const patch: Handler<Asked> = (asked) => {
  const { cluster, target, caller } = asked;
  const { resource, namespace, name = '', subresource } = target;
  const { server } = cluster;
  const { change, reading } = readPatch(asked);
  const options = { ...writeOptionsOf(asked, 'PatchOptions'), ...reading };
  const part = subresource === 'status' ? subresource : undefined;
  if (change.type !== 'apply')
    return ok(server.patch(resource, namespace, name, change, caller, part, options));
  const applied = server.apply(resource, namespace, name, change.patch, caller, part, options);
  return { code: applied.created ? 201 : 200, object: asStored(applied.object) };
};
