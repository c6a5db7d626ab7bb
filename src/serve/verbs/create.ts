import { readObject } from '../bodies/body';
import type { Handler } from '../http/answer';
import type { Asked } from '../http/asked';
import { writeOptionsOf } from '../http/options';

export const create: Handler<Asked> = (asked) => {
  const { cluster, target, caller } = asked;
  const object = cluster.server.create(readObject(asked), caller, target.namespace, writeOptionsOf(asked));
  cluster.clock.touch();
  return { code: 201, object };
};
