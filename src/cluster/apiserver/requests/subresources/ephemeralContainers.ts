import { defaultPod } from '../../../../kubernetes/kinds/pod/defaults/pod';
import type { Pod } from '../../../../kubernetes/kinds/pod/pod';
import { validateEphemeralUpdate } from '../../../../kubernetes/kinds/pod/validation/ephemeralUpdate';
import type { PartHandler } from './part';
import { writeObject } from './writing';

/**
 * The containers that somebody adds to a pod to look into it.
 * @see k8s.io/kubernetes/pkg/registry/core/pod podEphemeralContainersStrategy
 */
export const ephemeralcontainers: PartHandler = {
  get: ({ registry, kind, namespace, name }) => registry.get(kind, namespace, name),
  write: (request, change) =>
    writeObject<Pod>(request, change, {
      isOfSpec: true,
      prepare: ({ spec: { ephemeralContainers } }, current) =>
        defaultPod({
          ...current,
          spec: { ...current.spec, ...(ephemeralContainers ? { ephemeralContainers } : {}) },
        }),
      validate: validateEphemeralUpdate,
    }),
};
