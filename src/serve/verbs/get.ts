import { type Handler, ok } from '../http/answer';
import type { Asked } from '../http/asked';

export const get: Handler<Asked> = ({ cluster, target: { resource, namespace, name = '' }, caller }) =>
  ok(cluster.server.get(resource, namespace, name, caller));
