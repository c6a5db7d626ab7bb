/** Properties of a whole cluster that a scenario may choose, and that can change while it runs. */
export interface Settings {
  /** The daemon set controller binds pods itself, as before ScheduleDaemonSetPods (Kubernetes 1.12). */
  readonly legacyScheduling: boolean;
  /** OpenShift's cluster-wide default node selector, `key=value,…`; empty for none. */
  readonly defaultNodeSelector: string;
  /** OpenShift's security context constraints: every pod needs one that it fits, and that somebody may use for it. */
  readonly securityContextConstraints: boolean;
}
