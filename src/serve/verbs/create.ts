import { readStrictly } from '../bodies/strictly';
import type { Handler } from '../http/answer';
import type { Asked } from '../http/asked';
import { writeOptionsOf } from '../http/options';
import { asStored } from './asStored';

/** Stores an object, or carries out an order, which may take a while. */
export const create: Handler<Asked> = async (asked) => {
  const { cluster, target, caller } = asked;
  const { resource, namespace } = target;
  const options = writeOptionsOf(asked, 'CreateOptions');
  const { sent, reading } = readStrictly(asked, resource);
  const how = { ...options, ...reading };
  const order = cluster.orderOf(resource);
  const object = order
    ? await cluster.server.carryOut(order, sent, caller, namespace, how)
    : cluster.server.create(sent, caller, namespace, how, resource);
  return { code: 201, object: asStored(object) };
};
