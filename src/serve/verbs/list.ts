import { type Handler, ok } from '../http/answer';
import type { Asked } from '../http/asked';
import { listOptionsOf } from '../http/options';

export const list: Handler<Asked> = (asked) => {
  const { cluster, target, caller } = asked;
  const { items, resourceVersion } = cluster.server.list(target.resource, listOptionsOf(asked), caller);
  const { kind, apiVersion } = target.resource;
  return ok({ kind: `${kind}List`, apiVersion, metadata: { resourceVersion }, items });
};
