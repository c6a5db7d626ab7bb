import { forbidden, required } from '../../../kubernetes/fields/validation/causes';
import { validateFieldManager } from '../../../kubernetes/fields/validation/fieldManager';
import { type FieldCause, invalid } from '../../../kubernetes/refusals';
import type { PatchType } from '../../../kubernetes/wire/patch/request';
import type { WriteOptions } from '../../../port/api';

type OptionsKind = 'CreateOptions' | 'UpdateOptions' | 'PatchOptions';

const refuse = (kind: OptionsKind, causes: readonly FieldCause[]): void => {
  if (causes.length > 0) throw invalid({ group: 'meta.k8s.io', plural: '', kind }, '', causes);
};

const causesIn = ({ fieldManager = '' }: WriteOptions): readonly FieldCause[] =>
  validateFieldManager(fieldManager, 'fieldManager');

/**
 * @throws ApiError 422 for a field manager that can be none
 * @see k8s.io/apimachinery/pkg/apis/meta/v1/validation ValidateCreateOptions, ValidateUpdateOptions
 */
export const checkWriteOptions = (kind: OptionsKind, options: WriteOptions): void =>
  refuse(kind, causesIn(options));

/**
 * @throws ApiError 422 for an apply by nobody, or for force where nothing is applied
 * @see k8s.io/apimachinery/pkg/apis/meta/v1/validation ValidatePatchOptions
 */
export const checkPatchOptions = (options: WriteOptions, type: PatchType): void => {
  const { fieldManager, force } = options;
  const ofType =
    type === 'apply'
      ? fieldManager
        ? []
        : [required('fieldManager', 'is required for apply patch')]
      : force === undefined
        ? []
        : [forbidden('force', 'may not be specified for non-apply patch')];
  refuse('PatchOptions', [...ofType, ...causesIn(options)]);
};
