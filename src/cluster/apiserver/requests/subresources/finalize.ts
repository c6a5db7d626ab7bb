import type { Namespace } from '../../../../kubernetes/kinds/namespace/namespace';
import { validateFinalizers } from '../../../../kubernetes/kinds/namespace/validation';
import type { PartHandler } from './part';
import { writeObject } from './writing';

/**
 * The finalizers in the spec of a namespace, which hold it until it is empty. What else is sent, except for the status, is
 * written, too.
 * @see k8s.io/kubernetes/pkg/registry/core/namespace namespaceFinalizeStrategy
 */
export const finalize: PartHandler = {
  write: (request, change) =>
    writeObject<Namespace>(request, change, {
      prepare: (sent, current) => ({ ...sent, status: current.status }),
      validate: validateFinalizers,
    }),
};
