import type { Manifest } from '../../../kubernetes/object';
import { selfSubjectAccessReview } from './authorization/accessReview';
import { selfSubjectRulesReview } from './authorization/rulesReview';
import type { Review } from './review';

const reviews: readonly Review[] = [selfSubjectAccessReview, selfSubjectRulesReview];

/** Who answers an object that is a question; undefined if it is none. */
export const reviewFor = ({ apiVersion, kind }: Manifest): Review | undefined =>
  reviews.find((each) => each.kind === kind && each.apiVersion === apiVersion);
