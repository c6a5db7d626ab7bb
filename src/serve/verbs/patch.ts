import { badRequest } from '../../kubernetes/refusals';
import { parseJson } from '../../kubernetes/wire/json/parse';
import { JsonSyntaxError } from '../../kubernetes/wire/json/problem';
import type { PatchType } from '../../kubernetes/wire/patch/request';
import { mediaTypeOf, unsupportedPatch } from '../bodies/mediaTypes';
import { type Handler, ok } from '../http/answer';
import type { Asked } from '../http/asked';
import { writeOptionsOf } from '../http/options';

const TYPES: Readonly<Record<string, PatchType>> = {
  'application/json-patch+json': 'json',
  'application/merge-patch+json': 'merge',
  'application/strategic-merge-patch+json': 'strategic',
};

/** @throws ApiError 400 */
const readPatch = (body: Buffer): unknown => {
  try {
    return parseJson(body.toString('utf8'));
  } catch (error) {
    if (error instanceof JsonSyntaxError) throw badRequest(`error decoding patch: ${error.message}`);
    throw error;
  }
};

export const patch: Handler<Asked> = (asked) => {
  const { cluster, target, caller, body } = asked;
  const { resource, namespace, name = '', subresource } = target;
  const type = TYPES[mediaTypeOf(asked, '')];
  if (!type) throw unsupportedPatch();
  const options = writeOptionsOf(asked, 'PatchOptions');
  const part = subresource === 'status' ? subresource : undefined;
  const change = { patch: readPatch(body), type };
  const object = cluster.server.patch(resource, namespace, name, change, caller, part, options);
  cluster.clock.touch();
  return ok(object);
};
