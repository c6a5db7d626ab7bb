import { ApiError } from '../../kubernetes/refusals';
import { readDocument } from '../../kubernetes/wire/document';
import type { PatchType } from '../../kubernetes/wire/patch/request';
import { mediaTypeOf } from '../bodies/body';
import { type Handler, ok } from '../http/answer';
import type { Asked } from '../http/asked';
import { writeOptionsOf } from '../http/options';

const TYPES: Readonly<Record<string, PatchType>> = {
  'application/json-patch+json': 'json',
  'application/merge-patch+json': 'merge',
  'application/strategic-merge-patch+json': 'strategic',
};

export const patch: Handler<Asked> = (asked) => {
  const { cluster, target, caller } = asked;
  const { resource, namespace, name = '', subresource } = target;
  const type = TYPES[mediaTypeOf(asked)];
  if (!type)
    throw new ApiError({
      code: 415,
      reason: 'UnsupportedMediaType',
      message: `the body of the request was in an unknown format - accepted media types include: ${Object.keys(TYPES).join(', ')}`,
    });
  const change = { patch: readDocument(asked.body.toString('utf8')), type };
  const part = subresource === 'status' ? subresource : undefined;
  const object = cluster.server.patch(resource, namespace, name, change, caller, part, writeOptionsOf(asked));
  cluster.clock.touch();
  return ok(object);
};
