import type { ResourceType } from '../resourceType';
import served from './served.data.json';

/** Every kind that Kubernetes serves on its own, in the order of discovery: the core group first. */
export const servedKinds: readonly ResourceType[] = served;

/** One of them. @throws Error if there is no such kind */
export const servedKind = (apiVersion: string, kind: string): ResourceType => {
  const found = servedKinds.find((each) => each.apiVersion === apiVersion && each.kind === kind);
  if (!found) throw new Error(`${kind} of ${apiVersion} is not served`);
  return found;
};

/** True for a kind whose status is written at a path of its own. */
export const hasStatusSubresource = (kind: ResourceType): boolean =>
  kind.subresources.some(({ name }) => name === 'status');
