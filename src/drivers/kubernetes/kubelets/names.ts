import { ownLabelsOf } from '../../../cluster/kubelet/node';
import type { Node } from '../../../kubernetes/kinds/node/node';
import { resources } from '../../../kubernetes/kinds/resources';
import type { Manifest } from '../../../kubernetes/object';
import { ApiError } from '../../../kubernetes/refusals';
import type { Machine, PodRef } from '../../../port/world';
import type { Lens } from '../lens/lens';

/** A machine as the cluster is to know it: with what its node is given on the way to the server. */
export const machineOut = (machine: Machine, lens: Lens): Machine => {
  const manifest: Manifest = {
    apiVersion: 'v1',
    kind: 'Node',
    metadata: { name: machine.name, labels: { ...ownLabelsOf(machine), ...machine.labels } },
    spec: { taints: machine.taints ?? [] },
  };
  const { metadata, spec } = lens.manifestOut(manifest, resources.nodes) as Manifest & Pick<Node, 'spec'>;
  return {
    ...machine,
    name: metadata?.name ?? machine.name,
    labels: metadata?.labels ?? {},
    taints: spec.taints ?? [],
  };
};

/** The namespace and the name by which the cluster knows a pod. */
export const podOut = ({ namespace, name }: PodRef, lens: Lens): readonly [string, string] => [
  lens.namespaceOut(namespace),
  lens.nameOut(resources.pods, name, namespace),
];

/** An error in the names of the example. */
export const errorIn = (error: unknown, lens: Lens): unknown => {
  if (error instanceof ApiError)
    return new ApiError({ ...error.status, message: lens.textIn(error.message) });
  if (error instanceof Error) error.message = lens.textIn(error.message);
  return error;
};
