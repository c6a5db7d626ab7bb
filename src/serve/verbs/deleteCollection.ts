import { type Handler, ok } from '../http/answer';
import type { Asked } from '../http/asked';
import { listRequestOf } from '../http/listOptions';
import { deleteOptionsOf } from './deletion';

/** Answers with what was there. */
export const removeCollection: Handler<Asked> = (asked) => {
  const { cluster, target, caller } = asked;
  const { resource } = target;
  const query = listRequestOf(asked);
  const { items, resourceVersion } = cluster.server.list(resource, query, caller);
  cluster.server.deleteCollection(resource, query, deleteOptionsOf(asked), caller);
  const { kind, apiVersion } = resource;
  return ok({ kind: `${kind}List`, apiVersion, metadata: { resourceVersion }, items });
};
