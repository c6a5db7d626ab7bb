import { assemble } from '../../../kubernetes/fields/copies';
import type { KubeObject } from '../../../kubernetes/object';

/** Objects whose status is written on its own: they have a spec, a status and nothing else. */
export type WithStatus = KubeObject & { readonly spec?: unknown; readonly status?: unknown };

/** An update of the status sub-resource: everything else stays. */
export const withStatus = <T extends WithStatus>(current: T, status: T['status']): T =>
  assemble(current, current.metadata, current.spec, status);
