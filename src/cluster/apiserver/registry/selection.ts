import {
  compileSelectorText,
  type LabelMatcher,
  SelectorSyntaxError,
} from '../../../kubernetes/fields/labels';
import type { Kind } from '../../../kubernetes/kinds/kind';
import type { KubeObject } from '../../../kubernetes/object';
import { badRequest } from '../../../kubernetes/refusals';
import type { ListOptions } from '../../../port/api';
import { compileFieldSelector } from './fieldSelector';

/** Tells whether an object belongs to a collection. */
export type Selection<T extends KubeObject = KubeObject> = (object: T) => boolean;

const compileLabels = (text: string): LabelMatcher => {
  try {
    return compileSelectorText(text);
  } catch (error) {
    throw error instanceof SelectorSyntaxError ? badRequest(error.message) : error;
  }
};

/**
 * Compiles the selectors of a request; the namespace is not looked at.
 * @returns undefined if they select everything
 * @throws ApiError 400 for a selector that cannot be read, or a field that cannot be selected by
 */
export const compileSelectors = <T extends KubeObject>(
  kind: Kind<T>,
  { labelSelector, fieldSelector }: ListOptions,
): Selection<T> | undefined => {
  const labels = labelSelector ? compileLabels(labelSelector) : undefined;
  const fields = fieldSelector ? compileFieldSelector(kind, fieldSelector) : undefined;
  if (!labels) return fields;
  return (object) => labels(object.metadata.labels) && (!fields || fields(object));
};
