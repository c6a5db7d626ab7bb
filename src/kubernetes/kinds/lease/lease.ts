import type { KubeObject } from '../../object';

/** The namespace of the leases by which kubelets show that they are alive, each named after its node. */
export const NODE_LEASES = 'kube-node-lease';

/** A claim that holds for a while, and is renewed: a kubelet shows so that it is alive. */
export interface Lease extends KubeObject {
  readonly spec: {
    readonly holderIdentity?: string;
    readonly leaseDurationSeconds?: number;
    readonly renewTime?: string;
    readonly leaseTransitions?: number;
  };
}
