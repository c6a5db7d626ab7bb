import type { Manifest } from '../../../kubernetes/object';
import { selfSubjectReview } from './authentication/selfReview';
import { tokenReview } from './authentication/tokenReview';
import {
  localSubjectAccessReview,
  selfSubjectAccessReview,
  subjectAccessReview,
} from './authorization/accessReviews';
import { selfSubjectRulesReview } from './authorization/rulesReview';
import type { Review } from './review';

const reviews: readonly Review[] = [
  selfSubjectReview,
  tokenReview,
  localSubjectAccessReview,
  selfSubjectAccessReview,
  selfSubjectRulesReview,
  subjectAccessReview,
];

/** Who answers an object that is a question; undefined if it is none. */
export const reviewFor = ({ apiVersion, kind }: Manifest): Review | undefined =>
  reviews.find((each) => each.kind === kind && each.apiVersion === apiVersion);
