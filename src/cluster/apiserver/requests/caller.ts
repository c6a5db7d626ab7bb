/** Who makes a request: somebody from outside the control plane, who is trusted with nothing. */
export interface Caller {
  readonly name: string;
  readonly groups: readonly string[];
  /** What their client calls itself: `kubectl/v1.36.2 (linux/amd64) …`. */
  readonly userAgent?: string | undefined;
  readonly uid?: string;
  /** What else is known of them, such as the pod that a service account's token was made for. */
  readonly extra?: Readonly<Record<string, readonly string[]>>;
}

/** The group whose members may do everything. */
export const MASTERS = 'system:masters';
/** The group of everybody who has said who they are. */
export const AUTHENTICATED = 'system:authenticated';
/** The group of everybody who has not. */
export const UNAUTHENTICATED = 'system:unauthenticated';

/** Somebody who has not said who they are. @see k8s.io/apiserver/pkg/authentication/request/anonymous */
export const anonymous: Caller = { name: 'system:anonymous', groups: [UNAUTHENTICATED] };

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

/** A request, as far as admission cares who makes it and how. Of one of the control plane there is nothing to know. */
export interface Asking {
  /** Who asks; nobody from outside if undefined, but the control plane. */
  readonly by?: Caller;
  /**
   * Under which name the fields that are set are noted: an empty one is unknown; undefined where nothing is noted of the
   * write, as where the server itself carries something out.
   */
  readonly manager?: string | undefined;
  /** Another endpoint of the object by which it is written, such as `scale`. */
  readonly endpoint?: string;
  /** The managed fields have been worked out already, and are sent along. */
  readonly hasApplied?: boolean;
  /** Nothing is going to be stored: nothing may be noted. */
  readonly dryRun?: boolean;
  /** Hears what is to be said of a request that is carried out. */
  warn?(text: string): void;
}
