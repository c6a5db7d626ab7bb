import type { Volume } from '../pod';

/** What rules about containers ask of the pod around them. */
export interface PodContext {
  /** Names of the volumes that are in order, and what they are. */
  readonly volumes: ReadonlyMap<string, Volume>;
  readonly claims: readonly string[];
  readonly gracePeriod: number | undefined;
  readonly restartPolicy: string | undefined;
  /** True unless the pod has a user namespace of its own. */
  readonly hostUsers: boolean;
}

/** Where a spec stands: in a pod of this name, or in a template. */
export interface Standing {
  readonly podName?: string;
  readonly isPod: boolean;
}
