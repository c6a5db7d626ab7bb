import { checkPlace } from '../../cluster/apiserver/requests/place';
import type { KubeObject } from '../../kubernetes/object';
import { readStrictly } from '../bodies/strictly';
import type { Handler } from '../http/answer';
import type { Asked } from '../http/asked';
import { writeOptionsOf } from '../http/options';

/** Changes an object; of some kinds, one that is missing is created. */
export const update: Handler<Asked> = (asked) => {
  const { cluster, target, caller } = asked;
  const { namespace, name = '', resource } = target;
  let code = 200;
  const onCreated = (): void => {
    code = 201;
  };
  const options = writeOptionsOf(asked, 'UpdateOptions');
  const { sent, reading } = readStrictly(asked, resource);
  const { kinds } = cluster.server;
  checkPlace(kinds, resource, sent, { namespace, name }, { ...options, ...reading });
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
