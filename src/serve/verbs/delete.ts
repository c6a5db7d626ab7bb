import { type Handler, ok } from '../http/answer';
import type { Asked } from '../http/asked';
import { deleteOptionsOf } from './deletion';
import { isShownWhenGone } from './shownWhenGone';

/** Answers with the object where it stays for a while, and otherwise with a Status that says which one is gone. */
export const remove: Handler<Asked> = (asked) => {
  const { cluster, target, caller } = asked;
  const { resource, namespace, name = '' } = target;
  const object = cluster.server.delete(resource, namespace, name, deleteOptionsOf(asked), caller);
  const { group, plural: kind } = resource;
  if (object.metadata.deletionTimestamp || isShownWhenGone(resource)) return ok(object);
  const { uid } = object.metadata;
  return ok({
    kind: 'Status',
    apiVersion: 'v1',
    metadata: {},
    status: 'Success',
    details: { name, ...(group ? { group } : {}), kind, uid },
  });
};
