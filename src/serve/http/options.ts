import { notSupported, Printed } from '../../kubernetes/fields/validation/causes';
import { invalid } from '../../kubernetes/refusals';
import type { WriteOptions } from '../../port/api';
import type { Visit } from './asked';
import { flagIn } from './queryValues';

const VALIDATIONS = ['Strict', 'Warn', 'Ignore'] as const;

/** The kind of options that a verb takes, as refusals name it. */
type OptionsKind = 'CreateOptions' | 'UpdateOptions' | 'PatchOptions';

/**
 * How a write is carried out, as the query says it.
 * @throws ApiError 422
 * @see k8s.io/apimachinery/pkg/apis/meta/v1/validation ValidateCreateOptions
 */
export const writeOptionsOf = ({ query, warn }: Visit, kind: OptionsKind): WriteOptions => {
  const dryRun = query.getAll('dryRun');
  const asked = query.get('fieldValidation') || 'Warn';
  const fieldValidation = VALIDATIONS.find((each) => each === asked);
  const causes = [
    ...(dryRun.some((each) => each !== 'All')
      ? [notSupported('dryRun', new Printed(JSON.stringify(dryRun)), ['All'])]
      : []),
    ...(fieldValidation ? [] : [notSupported('fieldValidation', asked, ['', 'Ignore', 'Strict', 'Warn'])]),
  ];
  if (causes.length > 0) throw invalid({ group: 'meta.k8s.io', plural: '', kind }, '', causes);
  return {
    fieldValidation,
    dryRun: dryRun.length > 0,
    ...(query.has('fieldManager') ? { fieldManager: query.get('fieldManager') ?? '' } : {}),
    ...(query.has('force') ? { force: flagIn(query, 'force') } : {}),
    onWarning: warn,
  };
};
