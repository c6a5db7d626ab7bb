import type { ListRequest } from '../../cluster/apiserver/requests/lists/listRequest';
import { badRequest } from '../../kubernetes/refusals';
import type { Asked } from './asked';
import { flagIn, numberIn } from './queryValues';

const TEXTS = [
  'labelSelector',
  'fieldSelector',
  'resourceVersion',
  'resourceVersionMatch',
  'continue',
] as const;

const FLAGS = ['watch', 'allowWatchBookmarks'] as const;

/**
 * Which fields are to be selected by, where the path names one object already.
 * @throws ApiError 400 if they name another
 */
const selectorOfOne = (name: string, fieldSelector: string | null): string => {
  const named = `metadata.name=${name}`;
  if (!fieldSelector) return named;
  if (!fieldSelector.split(',').some((term) => term.trim().replace('==', '=') === named))
    throw badRequest("fieldSelector metadata.name doesn't match requested name");
  return fieldSelector;
};

/**
 * What a list or a watch asks for, as the query says it.
 * @throws ApiError 400
 * @see k8s.io/apiserver/pkg/endpoints/handlers listOpts
 */
export const listRequestOf = ({ query, target: { namespace, name } }: Asked): ListRequest => {
  const texts = TEXTS.flatMap((key) => {
    const value = query.get(key);
    return value ? [[key, value] as const] : [];
  });
  const flags = FLAGS.flatMap((key) => (flagIn(query, key) ? [[key, true] as const] : []));
  const limit = numberIn(query, 'limit');
  // Lists do nothing with it, but it must be a number.
  numberIn(query, 'timeoutSeconds');
  return {
    ...Object.fromEntries<string | boolean>([...texts, ...flags]),
    ...(limit === undefined ? {} : { limit }),
    ...(query.has('sendInitialEvents') ? { sendInitialEvents: flagIn(query, 'sendInitialEvents') } : {}),
    ...(namespace ? { namespace } : {}),
    ...(name ? { fieldSelector: selectorOfOne(name, query.get('fieldSelector')) } : {}),
  };
};
