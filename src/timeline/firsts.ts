import type { Change } from './change';
import type { Moment } from './moment';
import { isMeant, type ObjectId } from './objectId';

/** When a change first satisfied the question, from a moment on; undefined if none did. */
export const firstTime = (
  changes: readonly Change[],
  question: (change: Change) => boolean,
  since: Moment = { at: 0, index: 0 },
): Moment | undefined => {
  for (let index = since.index; index < changes.length; index++) {
    const change = changes[index];
    if (change && question(change)) return { at: change.at, index };
  }
  return undefined;
};

/** When a change last satisfied the question; undefined if none did. */
export const lastTime = (
  changes: readonly Change[],
  question: (change: Change) => boolean,
): Moment | undefined => {
  for (let index = changes.length - 1; index >= 0; index--) {
    const change = changes[index];
    if (change && question(change)) return { at: change.at, index };
  }
  return undefined;
};

/** Recognises the removal of an object. */
export const removalOf =
  (id: ObjectId) =>
  ({ type, object }: Change): boolean =>
    type === 'DELETED' && isMeant(id, object);
