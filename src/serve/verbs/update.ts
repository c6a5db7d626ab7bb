import type { KubeObject, Manifest } from '../../kubernetes/object';
import { badRequest } from '../../kubernetes/refusals';
import { readStrictly } from '../bodies/strictly';
import type { Handler } from '../http/answer';
import type { Asked } from '../http/asked';
import { writeOptionsOf } from '../http/options';
import type { RequestTarget } from '../http/target';

/**
 * An object and the path that it is sent to name the same.
 * @throws ApiError 400
 * @see k8s.io/apiserver/pkg/endpoints/handlers checkName
 */
const checkName = ({ metadata }: Manifest, { name = '', namespace }: RequestTarget): void => {
  const own = metadata?.namespace;
  if (own && own !== (namespace ?? ''))
    throw badRequest('the namespace of the provided object does not match the namespace sent on the request');
  if (!metadata?.name)
    throw badRequest(
      `the name of the object (${name} based on URL) was undeterminable: name must be provided`,
    );
  if (metadata.name !== name)
    throw badRequest(
      `the name of the object (${metadata.name}) does not match the name on the URL (${name})`,
    );
};

/** Changes an object; of some kinds, one that is missing is created. */
export const update: Handler<Asked> = (asked) => {
  const { cluster, target, caller } = asked;
  const { namespace, resource } = target;
  let code = 200;
  const onCreated = (): void => {
    code = 201;
  };
  const options = writeOptionsOf(asked, 'UpdateOptions');
  const { sent, reading } = readStrictly(asked, resource);
  checkName(sent, target);
  const metadata = { ...sent.metadata, ...(namespace ? { namespace } : {}) };
  const object = cluster.server.update(
    // What was sent is read and checked by the server.
    { ...sent, metadata } as KubeObject,
    caller,
    undefined,
    { ...options, ...reading, onCreated },
    resource,
  );
  return { code, object };
};
