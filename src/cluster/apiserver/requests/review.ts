import type { KubeObject, Manifest } from '../../../kubernetes/object';
import type { Store } from '../registry/store';
import type { Caller } from './caller';

/** A kind whose objects are questions: they are answered, and not stored. Anybody may ask. */
export interface Review {
  readonly apiVersion: string;
  readonly kind: string;
  /** @returns the question, with the answer as its status */
  answer(store: Store, caller: Caller, question: Manifest): KubeObject;
}
