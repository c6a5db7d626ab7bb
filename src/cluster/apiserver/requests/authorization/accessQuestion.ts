import type { Part } from '../../../../kubernetes/fields/fill';
import { asStruct, invalid, NIL } from '../../../../kubernetes/fields/validation/causes';
import type { Manifest } from '../../../../kubernetes/object';
import type { FieldCause } from '../../../../kubernetes/refusals';
import type { Store } from '../../registry/store';
import type { Caller } from '../caller';
import { type AccessSelector, problemsWithSelectors, validateSelectors } from './accessSelectors';
import { decide } from './rbac';

/** What a review asks about. */
interface ResourceAttributes {
  readonly verb?: string;
  readonly group?: string;
  readonly resource?: string;
  readonly subresource?: string;
  readonly namespace?: string;
  readonly name?: string;
  readonly fieldSelector?: AccessSelector;
  readonly labelSelector?: AccessSelector;
}

/** The spec of an access review. One that is about somebody else says about whom. */
export interface AccessSpec {
  readonly resourceAttributes?: ResourceAttributes;
  readonly nonResourceAttributes?: { readonly verb?: string; readonly path?: string };
  readonly user?: string;
  readonly groups?: readonly string[];
  readonly uid?: string;
}

/** An access review, as far as its spec goes. */
export const specOf = ({ spec }: Manifest): AccessSpec => (spec ?? {}) as AccessSpec;

const ONE_OF = 'exactly one of nonResourceAttributes or resourceAttributes must be specified';

/** The attributes of a path, as the API server prints its own type. */
const printedVisit = ({ path = '', verb = '' }: NonNullable<AccessSpec['nonResourceAttributes']>) =>
  asStruct({ Path: path, Verb: verb });

/**
 * What is wrong with the spec of a review.
 * @param names whether it has to say about whom it is
 * @see k8s.io/kubernetes/pkg/apis/authorization/validation ValidateSubjectAccessReviewSpec
 */
export const validateSpec = (spec: AccessSpec, names: boolean): FieldCause[] => {
  const { resourceAttributes, nonResourceAttributes, user = '', groups = [] } = spec;
  const causes: FieldCause[] = [];
  if (resourceAttributes && nonResourceAttributes)
    causes.push(
      invalid(
        'spec.nonResourceAttributes',
        printedVisit(nonResourceAttributes),
        'cannot be specified in combination with resourceAttributes',
      ),
    );
  if (!resourceAttributes && !nonResourceAttributes)
    causes.push(invalid('spec.resourceAttributes', NIL, ONE_OF));
  if (names && user === '' && groups.length === 0)
    causes.push(invalid('spec.user', user, 'at least one of user or group must be specified'));
  return [...causes, ...validateSelectors(resourceAttributes ?? {}, 'spec.resourceAttributes')];
};

/** What is wrong with metadata that should say nothing. @param but what they may say */
export const validateEmptyMetadata = (
  { metadata }: Manifest,
  why: string,
  but: readonly string[] = [],
): FieldCause[] => {
  const given: Part = { ...metadata };
  const says = Object.keys(given).some((key) => !['managedFields', ...but].includes(key));
  return says ? [invalid('metadata', asStruct(given), why)] : [];
};

/** What an access review is answered with. */
export const answerTo = (store: Store, about: Caller, spec: AccessSpec): object => {
  const { resourceAttributes, nonResourceAttributes = {} } = spec;
  const { verb = '', path = '' } = nonResourceAttributes;
  const { allowed, reason } = resourceAttributes
    ? decide(store, about, {
        ...resourceAttributes,
        verb: resourceAttributes.verb ?? '',
        resource: { group: resourceAttributes.group ?? '', plural: resourceAttributes.resource ?? '' },
      })
    : decide(store, about, { verb, path });
  const evaluationError = problemsWithSelectors(resourceAttributes ?? {});
  return { allowed, ...(reason ? { reason } : {}), ...(evaluationError ? { evaluationError } : {}) };
};
