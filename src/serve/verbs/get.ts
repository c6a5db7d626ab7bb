import { badRequest } from '../../kubernetes/refusals';
import { type Handler, ok } from '../http/answer';
import type { Asked } from '../http/asked';
import { flagIn } from '../http/queryValues';
import { patiently } from '../watch/patiently';

/** @see k8s.io/apiserver/pkg/endpoints/handlers GetResource */
export const get: Handler<Asked> = async ({ cluster, target, caller, query, gone }) => {
  const { resource, namespace, name = '' } = target;
  const { server, watching } = cluster;
  if (flagIn(query, 'export'))
    throw badRequest('the export parameter, deprecated since v1.14, is no longer supported');
  const version = query.get('resourceVersion') ?? '';
  const look = () => server.get(resource, namespace, name, caller, version);
  return ok(await patiently(look, server.store, watching.timing, gone));
};
