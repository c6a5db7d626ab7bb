import type { Kind } from '../../kubernetes/kinds/kind';
import type { KubeObject } from '../../kubernetes/object';
import { type Handler, ok } from '../http/answer';
import type { Asked } from '../http/asked';
import { listRequestOf } from '../http/listOptions';
import { patiently } from '../watch/patiently';

/** What a definition defines is read by its own schema. */
const isCustom = ({ read }: Kind): boolean => read !== undefined;

/** Objects in the list of a kind of Kubernetes do not say their kind: the list does. */
const withoutKind = ({ apiVersion, kind, ...rest }: KubeObject): object => rest;

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
  const { kind, apiVersion } = resource;
  return ok({
    kind: `${kind}List`,
    apiVersion,
    metadata: {
      resourceVersion,
      ...(token ? { continue: token } : {}),
      ...(remainingItemCount === undefined ? {} : { remainingItemCount }),
    },
    items: isCustom(resource) ? items : items.map(withoutKind),
  });
};
