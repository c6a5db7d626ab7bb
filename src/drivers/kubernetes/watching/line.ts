import type { KubeObject } from '../../../kubernetes/object';
import { ApiError, type Status } from '../../../kubernetes/refusals';

/** What one line of a watch says. */
export type Line =
  | { readonly type: 'ADDED' | 'MODIFIED' | 'DELETED'; readonly object: KubeObject }
  /** Everything up to this version has been told. */
  | { readonly type: 'BOOKMARK'; readonly object: Pick<KubeObject, 'metadata'> }
  /** Why nothing more is told. */
  | { readonly type: 'ERROR'; readonly error: ApiError };

interface Wire {
  readonly type?: unknown;
  readonly object?: { readonly metadata?: { readonly resourceVersion?: unknown } } & Partial<Status>;
}

const TYPES: readonly unknown[] = ['ADDED', 'MODIFIED', 'DELETED', 'BOOKMARK'];

const errorOf = ({ code = 500, reason = '', message = 'The watch has failed.' }: Partial<Status>): ApiError =>
  new ApiError({ code, reason, message });

/**
 * Reads a line of a watch.
 * @returns undefined if it makes no sense: it is cut off, or no event
 * @see k8s.io/apimachinery/pkg/apis/meta/v1 WatchEvent
 */
export const readLine = (text: string): Line | undefined => {
  let wire: Wire | null;
  try {
    wire = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (!wire?.object) return undefined;
  if (wire.type === 'ERROR') return { type: 'ERROR', error: errorOf(wire.object) };
  if (!TYPES.includes(wire.type) || typeof wire.object.metadata?.resourceVersion !== 'string')
    return undefined;
  return wire as Line;
};
