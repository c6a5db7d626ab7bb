import type { PartPlace } from '../../cluster/apiserver/requests/parts';
import type { Manifest } from '../../kubernetes/object';
import { methodNotAllowed } from '../../kubernetes/refusals';
import { unsupportedPatch } from '../bodies/mediaTypes';
import { readPatch } from '../bodies/patchBody';
import { readStrictly } from '../bodies/strictly';
import { type Handler, ok } from '../http/answer';
import type { Asked } from '../http/asked';
import { writeOptionsOf } from '../http/options';
import type { Verb } from '../http/target';
import { patch } from './patch';

const placeOf = ({ target, query }: Asked): PartPlace => {
  const { resource, namespace, name = '', subresource = '' } = target;
  const container = query.get('container') ?? undefined;
  return { resource, namespace, name, part: subresource, container };
};

/** What is sent to a part: the kind itself for a status, and another one for a scale, a binding, … */
const expectedAt = ({ resource, subresource }: Asked['target']): Pick<Manifest, 'apiVersion' | 'kind'> =>
  resource.subresources.find(({ name }) => name === subresource) ?? resource;

const handlers: Readonly<Partial<Record<Verb, Handler<Asked>>>> = {
  get: (asked) => ok(asked.cluster.server.parts.get(placeOf(asked), asked.caller)),
  create: (asked) => {
    const options = writeOptionsOf(asked, 'CreateOptions');
    const { sent, reading } = readStrictly(asked, expectedAt(asked.target));
    const { parts } = asked.cluster.server;
    const made = parts.create(placeOf(asked), sent, asked.caller, { ...options, ...reading });
    return { code: 201, object: made };
  },
  update: (asked) => {
    const options = writeOptionsOf(asked, 'UpdateOptions');
    const { sent, reading } = readStrictly(asked, expectedAt(asked.target));
    const { parts } = asked.cluster.server;
    return ok(parts.update(placeOf(asked), sent, asked.caller, { ...options, ...reading }));
  },
  patch: (asked) => {
    if (asked.target.subresource === 'status') return patch(asked);
    const { change, reading } = readPatch(asked);
    const { type, patch: body } = change;
    if (type === 'apply') throw unsupportedPatch();
    const options = { ...writeOptionsOf(asked, 'PatchOptions'), ...reading };
    const { parts } = asked.cluster.server;
    return ok(parts.patch(placeOf(asked), { type, patch: body }, asked.caller, options));
  },
  delete: (asked) => ok(asked.cluster.server.parts.delete(placeOf(asked), asked.caller)),
};

/** A part of an object, which has a path of its own. */
export const part: Handler<Asked> = (asked) => {
  const handler = handlers[asked.target.verb];
  if (!handler) throw methodNotAllowed();
  return handler(asked);
};
