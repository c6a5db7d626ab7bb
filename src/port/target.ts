/** The cluster that somebody has chosen to run scenarios on, and how. Drivers of clusters that exist take one. */
export interface Target {
  /** The context of the kubeconfig that names it. */
  readonly context: string;
  /** Paths as in KUBECONFIG; by default what kubectl would read. */
  readonly kubeconfig?: string;
  /** Names this run: everything it makes carries it as a label. Lower-case letters and digits, at most 8. */
  readonly run: string;
  /**
   * Exclusive: nobody else uses the cluster, names of nodes are the real ones, one example at a time. Shared: nodes,
   * namespaces and what else has no namespace are given names of the example's own.
   */
  readonly mode: 'exclusive' | 'shared';
  /** How long (ms of cluster time) one example may take at most. */
  readonly patience: number;
  /** How long (ms) it is watched that something does not happen. */
  readonly hold: number;
}
