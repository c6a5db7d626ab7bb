import { badRequest } from '../../kubernetes/refusals';
import type { ListOptions, WriteOptions } from '../../port/api';
import type { Asked, Visit } from './asked';

const VALIDATIONS = ['Strict', 'Warn', 'Ignore'] as const;

/** How a write is carried out, as the query says it. @throws ApiError 400 */
export const writeOptionsOf = ({ query, warn }: Visit): WriteOptions => {
  const fieldValidation = query.get('fieldValidation') || 'Warn';
  const known = VALIDATIONS.find((each) => each === fieldValidation);
  if (!known) throw badRequest(`fieldValidation: Unsupported value: "${fieldValidation}"`);
  return {
    fieldValidation: known,
    dryRun: query.getAll('dryRun').includes('All'),
    onWarning: warn,
  };
};

/** Which objects of a collection are meant. */
export const listOptionsOf = ({ query, target: { namespace, name } }: Asked): ListOptions => {
  const option = (key: 'labelSelector' | 'fieldSelector' | 'resourceVersion'): Partial<ListOptions> => {
    const value = query.get(key);
    return value ? { [key]: value } : {};
  };
  return {
    ...(namespace ? { namespace } : {}),
    ...option('labelSelector'),
    ...(name ? { fieldSelector: `metadata.name=${name}` } : option('fieldSelector')),
    ...option('resourceVersion'),
  };
};
