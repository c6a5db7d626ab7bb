import { asStruct, invalid } from '../../../../kubernetes/fields/validation/causes';
import type { KubeObject, Manifest } from '../../../../kubernetes/object';
import { type FieldCause, invalid as refusal } from '../../../../kubernetes/refusals';
import type { Caller } from '../caller';
import type { Review, ReviewContext } from '../review';
import { type AccessSpec, answerTo, specOf, validateEmptyMetadata, validateSpec } from './accessQuestion';

const GROUP = 'authorization.k8s.io';

const refuseInvalid = (kind: string, causes: readonly FieldCause[]): void => {
  if (causes.length > 0) throw refusal({ group: GROUP, plural: '', kind }, '', causes);
};

const answered = ({ store }: ReviewContext, about: Caller, question: Manifest): KubeObject =>
  ({ ...question, status: answerTo(store, about, specOf(question)) }) as unknown as KubeObject;

/** Whom a question is about. */
const named = ({ user = '', groups = [] }: AccessSpec): Caller => ({ name: user, groups });

/**
 * Answers the question "may I …?".
 * @see k8s.io/kubernetes/pkg/registry/authorization/selfsubjectaccessreview
 */
export const selfSubjectAccessReview: Review = {
  apiVersion: `${GROUP}/v1`,
  kind: 'SelfSubjectAccessReview',
  plural: 'selfsubjectaccessreviews',
  answer(context, caller, question) {
    refuseInvalid(this.kind, [
      ...validateSpec(specOf(question), false),
      ...validateEmptyMetadata(question, 'must be empty'),
    ]);
    return answered(context, caller, question);
  },
};

/** Answers the question "may they …?". @see k8s.io/kubernetes/pkg/registry/authorization/subjectaccessreview */
export const subjectAccessReview: Review = {
  apiVersion: `${GROUP}/v1`,
  kind: 'SubjectAccessReview',
  plural: 'subjectaccessreviews',
  answer(context, _caller, question) {
    const spec = specOf(question);
    refuseInvalid(this.kind, [
      ...validateSpec(spec, true),
      ...validateEmptyMetadata(question, 'must be empty'),
    ]);
    return answered(context, named(spec), question);
  },
};

/**
 * Answers the question "may they, in this namespace, …?".
 * @see k8s.io/kubernetes/pkg/registry/authorization/localsubjectaccessreview
 */
export const localSubjectAccessReview: Review = {
  apiVersion: `${GROUP}/v1`,
  kind: 'LocalSubjectAccessReview',
  plural: 'localsubjectaccessreviews',
  namespaced: true,
  answer(context, _caller, question) {
    const spec = specOf(question);
    const { resourceAttributes, nonResourceAttributes } = spec;
    const causes = [
      ...validateSpec(spec, true),
      ...validateEmptyMetadata(question, 'must be empty except for namespace', ['namespace']),
    ];
    const asked = resourceAttributes?.namespace ?? '';
    if (resourceAttributes && asked !== question.metadata?.namespace)
      causes.push(invalid('spec.resourceAttributes.namespace', asked, 'must match metadata.namespace'));
    if (nonResourceAttributes) {
      const { path: Path = '', verb: Verb = '' } = nonResourceAttributes;
      const why = 'disallowed on this kind of request';
      causes.push(invalid('spec.nonResourceAttributes', asStruct({ Path, Verb }), why));
    }
    refuseInvalid(this.kind, causes);
    return answered(context, named(spec), question);
  },
};
