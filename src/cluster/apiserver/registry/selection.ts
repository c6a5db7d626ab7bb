import {
  compileSelectorText,
  type LabelMatcher,
  SelectorSyntaxError,
} from '../../../kubernetes/fields/labels';
import type { ResourceType } from '../../../kubernetes/kinds/resources';
import type { KubeObject } from '../../../kubernetes/object';
import { badRequest } from '../../../kubernetes/refusals';
import { compileFieldSelector } from './fieldSelector';

/** Names a collection. Selectors are in kubectl's notation. */
export interface ListOptions {
  readonly namespace?: string;
  readonly labelSelector?: string;
  readonly fieldSelector?: string;
  /** Lists nothing older than this; watches from here on. */
  readonly resourceVersion?: string;
}

/** Tells whether an object belongs to a collection. */
export type Selection = (object: KubeObject) => boolean;

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
export const compileSelectors = (
  resource: ResourceType,
  { labelSelector, fieldSelector }: ListOptions,
): Selection | undefined => {
  const labels = labelSelector ? compileLabels(labelSelector) : undefined;
  const fields = fieldSelector ? compileFieldSelector(resource, fieldSelector) : undefined;
  if (!labels) return fields;
  return (object) => labels(object.metadata.labels) && (!fields || fields(object));
};
