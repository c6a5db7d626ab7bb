/**
 * What a cluster may or may not be able to do. A scenario that needs one is tagged `@needs-<capability>`
 * and is skipped, with the reason, where the driver lacks it.
 */
export const capabilities = [
  /** Daemon pods can be bound by the daemon set controller, as before Kubernetes 1.12. */
  'legacy-scheduling',
  /** A cluster-wide default node selector can be set (OpenShift). */
  'default-node-selector',
  /** Namespace node-selector annotations are honoured (OpenShift). */
  'project-node-selector',
  /** Nodes can be added, removed, silenced and revived. */
  'node-control',
  /** Images and containers can be told how to behave. */
  'container-control',
  /** Minutes pass at once. */
  'virtual-time',
  /** Requests can be made as another user. */
  'impersonation',
  /** Controllers are not restarted meanwhile, and no write of theirs goes astray. */
  'steady-control-plane',
] as const;

export type Capability = (typeof capabilities)[number];
