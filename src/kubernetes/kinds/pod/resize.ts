import type { Container, Pod } from './pod';

type Containers = readonly Container[] | undefined;

/** The containers as they are, with the resources that are asked for; unlike ones stay as they were sent. */
const withResources = (sent: Containers, current: Containers): Containers => {
  if (!sent || sent.length === 0 || sent.some(({ name }, index) => name !== current?.[index]?.name))
    return sent;
  return current?.map((container, index) => {
    const { resources, resizePolicy } = sent[index] ?? {};
    return {
      ...container,
      ...(resources === undefined ? {} : { resources }),
      ...(resizePolicy === undefined ? {} : { resizePolicy }),
    };
  });
};

/**
 * What of a pod that is sent counts when it is resized: the resources of its containers and its own. One with other
 * containers is left as it is, to be refused.
 * @see k8s.io/kubernetes/pkg/registry/core/pod dropNonResizeUpdates
 */
export const withoutAllButResources = (sent: Pod, current: Pod): Pod => {
  const { containers, initContainers, resources } = sent.spec;
  const { spec } = current;
  const isAnother =
    containers.length !== spec.containers.length ||
    (initContainers?.length ?? 0) !== (spec.initContainers?.length ?? 0);
  if (isAnother) return sent;
  const init = withResources(initContainers, spec.initContainers);
  return {
    ...current,
    spec: {
      ...spec,
      containers: withResources(containers, spec.containers) ?? [],
      ...(init ? { initContainers: init } : {}),
      ...(resources ? { resources } : {}),
    },
  };
};
