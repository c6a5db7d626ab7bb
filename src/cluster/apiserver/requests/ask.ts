import type { KubeObject, Manifest } from '../../../kubernetes/object';
import { decode } from '../../../kubernetes/wire/schema/decode';
import type { WriteOptions } from '../../../port/api';
import { needAccess } from './authorization/access';
import type { Caller } from './caller';
import { checkOwnNamespace } from './place';
import type { Review, ReviewContext } from './review';

const groupOf = ({ apiVersion }: Review): string => apiVersion.split('/')[0] ?? '';

/** What only the server says of an object's metadata. @see rest.WipeObjectMetaSystemFields */
const withoutSystemFields = ({ metadata, ...rest }: Manifest): Manifest => {
  const { uid, creationTimestamp, deletionTimestamp, ...given } = metadata ?? {};
  return { ...rest, metadata: given } as Manifest;
};

/**
 * POST of a question, which is answered and not stored.
 * @param namespace that of the path, for questions that are asked within one
 * @throws ApiError
 */
export const ask = (
  context: ReviewContext,
  review: Review,
  caller: Caller,
  body: Manifest,
  namespace: string | undefined,
  options: WriteOptions,
): KubeObject => {
  const where = review.namespaced ? (namespace ?? body.metadata?.namespace ?? 'default') : undefined;
  needAccess(
    context.store,
    caller,
    'create',
    { group: groupOf(review), plural: review.plural },
    { namespace: where },
  );
  const question = withoutSystemFields(decode(body, options));
  const { namespace: said, ...metadata } = question.metadata ?? {};
  if (where) checkOwnNamespace(said, where);
  const placed = where ? { ...metadata, namespace: where } : metadata;
  return review.answer(context, caller, { ...question, metadata: placed });
};
