import type { Taint } from '../../kubernetes/fields/taints';
import type { Manifest, StringMap } from '../../kubernetes/object';

/**
 * Something that is done to a cluster, by people or by the world. One vocabulary for recordings of a real control plane
 * and for properties that try anything: what a property finds can be recorded, and what was recorded can be varied.
 */
export type Operation =
  | {
      readonly op: 'createNode';
      readonly name: string;
      readonly labels?: StringMap;
      readonly taints?: readonly Taint[];
    }
  | {
      readonly op: 'deleteNode' | 'cordonNode' | 'uncordonNode' | 'stopKubelet' | 'startKubelet';
      readonly name: string;
    }
  | {
      readonly op: 'labelNode';
      readonly name: string;
      readonly labels: Readonly<Record<string, string | null>>;
    }
  | { readonly op: 'taintNode'; readonly name: string; readonly taints: readonly Taint[] }
  | { readonly op: 'createDaemonSet' | 'createPod'; readonly manifest: Manifest }
  | { readonly op: 'patchDaemonSet'; readonly name: string; readonly patch: unknown }
  | {
      readonly op: 'deleteDaemonSet';
      readonly name: string;
      readonly propagationPolicy?: 'Background' | 'Foreground' | 'Orphan';
    }
  | { readonly op: 'deletePod' | 'failPod' | 'succeedPod'; readonly daemonSet: string; readonly node: string }
  | {
      readonly op: 'setPodReadiness';
      readonly daemonSet: string;
      readonly node: string;
      readonly ready: boolean;
    }
  | {
      readonly op: 'labelPod';
      readonly daemonSet: string;
      readonly node: string;
      readonly labels: Readonly<Record<string, string | null>>;
    }
  | { readonly op: 'deleteBarePod'; readonly name: string }
  | { readonly op: 'annotateNamespace'; readonly annotations: Readonly<Record<string, string | null>> }
  | { readonly op: 'createQuota'; readonly hard: StringMap }
  | { readonly op: 'wait'; readonly seconds: number };

/** The names of all operations. */
export const OPERATIONS: ReadonlySet<string> = new Set([
  'createNode',
  'deleteNode',
  'labelNode',
  'taintNode',
  'cordonNode',
  'uncordonNode',
  'stopKubelet',
  'startKubelet',
  'createDaemonSet',
  'patchDaemonSet',
  'deleteDaemonSet',
  'deletePod',
  'failPod',
  'succeedPod',
  'setPodReadiness',
  'labelPod',
  'createPod',
  'deleteBarePod',
  'annotateNamespace',
  'createQuota',
  'wait',
] satisfies Operation['op'][]);
