import type { Kinds } from '../../../kubernetes/kinds/kinds';
import type { KubeObject, Manifest } from '../../../kubernetes/object';
import type { Store } from '../registry/store';
import type { Tokens } from './authentication/tokens';
import type { Caller } from './caller';

/** What those who answer a question may look at. */
export interface ReviewContext {
  readonly store: Store;
  readonly kinds: Kinds;
  /** Model time in ms. */
  readonly now: number;
  /** Reads the tokens of service accounts; undefined in a cluster that gives none out. */
  readonly tokens: Tokens | undefined;
}

/** A kind whose objects are questions: they are answered, and not stored. */
export interface Review {
  readonly apiVersion: string;
  readonly kind: string;
  /** Stands in paths: `subjectaccessreviews`. */
  readonly plural: string;
  /** Asked within a namespace. */
  readonly namespaced?: boolean;
  /**
   * @param question as it was sent, decoded
   * @returns the question, with the answer as its status
   * @throws ApiError if it cannot be answered
   */
  answer(context: ReviewContext, caller: Caller, question: Manifest): KubeObject;
}
