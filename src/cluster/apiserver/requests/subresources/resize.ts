import type { Pod } from '../../../../kubernetes/kinds/pod/pod';
import { withoutAllButResources } from '../../../../kubernetes/kinds/pod/resize';
import { validateResize } from '../../../../kubernetes/kinds/pod/validation/resize';
import type { PartHandler } from './part';
import { writeObject } from './writing';

/** How much the containers of a running pod get. @see k8s.io/kubernetes/pkg/registry/core/pod podResizeStrategy */
export const resize: PartHandler = {
  get: ({ registry, kind, namespace, name }) => registry.get(kind, namespace, name),
  write: (request, change) =>
    writeObject<Pod>(request, change, {
      isOfSpec: true,
      prepare: withoutAllButResources,
      validate: validateResize,
    }),
};
