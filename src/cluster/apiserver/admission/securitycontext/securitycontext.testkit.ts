import type { Pod, PodSpec } from '../../../../kubernetes/kinds/pod/pod';
import type { SecurityContextConstraints } from '../../../../kubernetes/kinds/securitycontextconstraints/constraints';
import { securitycontextconstraints } from '../../../../kubernetes/kinds/securitycontextconstraints/kind';
import type { StringMap } from '../../../../kubernetes/object';

const metadataOf = (name: string) => ({
  name,
  uid: `uid-${name}`,
  resourceVersion: '1',
  creationTimestamp: '2026-01-01T00:00:00Z',
});

/** Constraints as they are stored. */
export const constraintsNamed = (name: string, rest: object): SecurityContextConstraints =>
  securitycontextconstraints.defaults({
    apiVersion: securitycontextconstraints.apiVersion,
    kind: securitycontextconstraints.kind,
    metadata: metadataOf(name),
    ...rest,
  });

/** A pod that brings no token, with one container unless its spec says otherwise. */
export const podWith = (spec: object = {}, annotations?: StringMap): Pod => ({
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { ...metadataOf('agent'), namespace: 'shop', ...(annotations ? { annotations } : {}) },
  spec: {
    automountServiceAccountToken: false,
    securityContext: {},
    containers: [{ name: 'main', image: 'agent:v1' }],
    ...spec,
  } as PodSpec,
  status: {},
});
