/** Properties of a whole cluster that can be changed while it runs. */
export interface Settings {
  /** The daemon set controller binds pods itself, as before ScheduleDaemonSetPods (Kubernetes 1.12). */
  legacyScheduling: boolean;
  /** OpenShift's cluster-wide default node selector; empty for none. */
  defaultNodeSelector: string;
}
