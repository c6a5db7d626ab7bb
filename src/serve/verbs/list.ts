import { type Handler, ok } from '../http/answer';
import type { Asked } from '../http/asked';
import { listRequestOf } from '../http/listOptions';
import { patiently } from '../watch/patiently';
import { listed } from './listed';

/** @see k8s.io/apiserver/pkg/endpoints/handlers ListResource */
export const list: Handler<Asked> = async (asked) => {
  const { cluster, target, caller, gone } = asked;
  const { server, watching } = cluster;
  const { resource } = target;
  const request = listRequestOf(asked);
  const {
    items,
    resourceVersion,
    continue: token,
    remainingItemCount,
  } = await patiently(() => server.page(resource, request, caller), server.store, watching.timing, gone);
  const metadata = {
    resourceVersion,
    ...(token ? { continue: token } : {}),
    ...(remainingItemCount === undefined ? {} : { remainingItemCount }),
  };
  return ok(listed(resource, items, metadata));
};
