import { readStrictly } from '../bodies/strictly';
import type { Handler } from '../http/answer';
import type { Asked } from '../http/asked';
import { writeOptionsOf } from '../http/options';

export const create: Handler<Asked> = (asked) => {
  const { cluster, target, caller } = asked;
  const { resource, namespace } = target;
  const options = writeOptionsOf(asked, 'CreateOptions');
  const { sent, reading } = readStrictly(asked, resource);
  const object = cluster.server.create(sent, caller, namespace, { ...options, ...reading }, resource);
  cluster.clock.touch();
  return { code: 201, object };
};
