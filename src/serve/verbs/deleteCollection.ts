import { type Handler, ok } from '../http/answer';
import type { Asked } from '../http/asked';
import { listRequestOf } from '../http/listOptions';
import { deleteOptionsOf } from './deletion';
import { listed } from './listed';

/** Answers with what was there. Whoever may delete it need not be allowed to list it. */
export const removeCollection: Handler<Asked> = (asked) => {
  const { cluster, target, caller } = asked;
  const { resource } = target;
  const options = deleteOptionsOf(asked);
  const deleted = cluster.server.deleteCollection(resource, listRequestOf(asked), options, caller);
  const { items, resourceVersion } = deleted;
  return ok(listed(resource, items, { resourceVersion }));
};
