import type { KubeObject } from '../../../../kubernetes/object';
import { badRequest } from '../../../../kubernetes/refusals';
import type { Review } from '../review';
import { authenticate } from './authenticate';
import { userInfoOf } from './userInfo';

interface Spec {
  readonly token?: string;
  readonly audiences?: readonly string[];
}

/** Answers the question "whose token is this?". @see k8s.io/kubernetes/pkg/registry/authentication/tokenreview */
export const tokenReview: Review = {
  apiVersion: 'authentication.k8s.io/v1',
  kind: 'TokenReview',
  plural: 'tokenreviews',
  answer(context, _caller, question) {
    const { token = '', audiences = [] } = (question.spec ?? {}) as Spec;
    if (token === '') throw badRequest('token is required for TokenReview in authentication');
    const outcome = authenticate(context, token, audiences);
    const status =
      'problem' in outcome
        ? { user: {}, error: outcome.problem }
        : { authenticated: true, user: userInfoOf(outcome.caller), audiences: outcome.audiences };
    return { ...question, status } as unknown as KubeObject;
  },
};
