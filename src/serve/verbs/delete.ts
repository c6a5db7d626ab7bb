import { type Handler, ok } from '../http/answer';
import type { Asked } from '../http/asked';
import { deleteOptionsOf } from './deletion';

/** Answers with the object where it stays for a while, and otherwise with a Status that says which one is gone. */
export const remove: Handler<Asked> = (asked) => {
  const { cluster, target, caller } = asked;
  const { resource, namespace, name = '' } = target;
  const object = cluster.server.delete(resource, namespace, name, deleteOptionsOf(asked), caller);
  cluster.clock.touch();
  if (object.metadata.deletionTimestamp) return ok(object);
  const { uid } = object.metadata;
  const { group, plural: kind } = resource;
  return ok({
    kind: 'Status',
    apiVersion: 'v1',
    metadata: {},
    status: 'Success',
    details: { name, ...(group ? { group } : {}), kind, uid },
  });
};
