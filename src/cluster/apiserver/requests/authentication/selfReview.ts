import { toTimestamp } from '../../../../kubernetes/fields/time';
import type { KubeObject } from '../../../../kubernetes/object';
import type { Review } from '../review';
import { userInfoOf } from './userInfo';

/** Answers the question "who am I?". @see k8s.io/kubernetes/pkg/registry/authentication/selfsubjectreview */
export const selfSubjectReview: Review = {
  apiVersion: 'authentication.k8s.io/v1',
  kind: 'SelfSubjectReview',
  plural: 'selfsubjectreviews',
  answer: ({ now }, caller, { apiVersion, kind }) =>
    ({
      apiVersion,
      kind,
      metadata: { creationTimestamp: toTimestamp(now) },
      status: { userInfo: userInfoOf(caller) },
    }) as unknown as KubeObject,
};
