import type { KubeObject } from '../../kubernetes/object';
import { readObject } from '../bodies/body';
import { type Handler, ok } from '../http/answer';
import type { Asked } from '../http/asked';
import { writeOptionsOf } from '../http/options';

export const update: Handler<Asked> = (asked) => {
  const { cluster, target, caller } = asked;
  const { namespace, name = '', subresource } = target;
  const sent = readObject(asked);
  const metadata = { ...sent.metadata, name, ...(namespace ? { namespace } : {}) };
  // What was sent is checked by the server.
  const object = cluster.server.update(
    { ...sent, metadata } as KubeObject,
    caller,
    subresource === 'status' ? subresource : undefined,
    writeOptionsOf(asked),
  );
  cluster.clock.touch();
  return ok(object);
};
