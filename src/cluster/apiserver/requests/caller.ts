/** Who makes a request: somebody from outside the control plane, who is trusted with nothing. */
export interface Caller {
  readonly name: string;
  readonly groups: readonly string[];
}

/** The group whose members may do everything. */
export const MASTERS = 'system:masters';
/** The group of everybody who has said who they are. */
export const AUTHENTICATED = 'system:authenticated';

export const administrator: Caller = { name: 'system:admin', groups: [MASTERS, AUTHENTICATED] };

/**
 * A service account, as it is known before anybody has spoken for it.
 * @see k8s.io/apiserver/pkg/authentication/serviceaccount UserInfo
 */
export const serviceAccountNamed = (namespace: string, account: string): Caller => ({
  name: `system:serviceaccount:${namespace}:${account}`,
  groups: ['system:serviceaccounts', `system:serviceaccounts:${namespace}`],
});

/** What the control plane makes pods as: the daemon set controller, which alone does. */
export const ofControlPlane: Caller = {
  name: 'system:serviceaccount:kube-system:daemon-set-controller',
  groups: ['system:serviceaccounts', 'system:serviceaccounts:kube-system', AUTHENTICATED],
};
