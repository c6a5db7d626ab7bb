import { REVISION_HASH } from '../kubernetes/kinds/daemonset/revisionLabels';
import type { Pod } from '../kubernetes/kinds/pod/pod';
import type { OwnerReference } from '../kubernetes/object';
import type { Change } from './change';
import type { ObjectId } from './objectId';
import { Timeline } from './timeline';

/** What a hand-made pod looks like at some time; a missing field keeps its former value. */
interface PodState {
  readonly name?: string;
  readonly namespace?: string;
  readonly owner?: string;
  readonly node?: string;
  /** The node its affinity names. */
  readonly meantFor?: string;
  readonly ready?: boolean;
  /** What its condition says, if it says anything. */
  readonly readySince?: string;
  readonly terminating?: boolean;
  readonly phase?: Pod['status']['phase'];
  /** Of its revision. */
  readonly hash?: string;
}

/** Writes timelines by hand: each line of a test says when, which pod, and what is new about it. */
export class History {
  readonly timeline = new Timeline();
  readonly #states = new Map<string, PodState>();

  /** The pod with this uid is created or changes, this many seconds after the start. */
  pod(seconds: number, uid: string, news: PodState = {}): this {
    const known = this.#states.get(uid);
    const state = { name: uid, ...known, ...news };
    this.#states.set(uid, state);
    return this.#record(seconds, known ? 'MODIFIED' : 'ADDED', uid, state);
  }

  /** The pod is gone. */
  gone(seconds: number, uid: string): this {
    return this.#record(seconds, 'DELETED', uid, this.#states.get(uid) ?? {});
  }

  /** Something else happens to an object of another kind. */
  other(seconds: number, type: Change['type'], { kind, namespace, name }: ObjectId): this {
    const uid = [kind, namespace, name].join('-');
    const metadata = { name, namespace, uid, resourceVersion: '1', creationTimestamp: '' };
    this.timeline.record({ at: seconds * 1000, type, object: { apiVersion: 'v1', kind, metadata } });
    return this;
  }

  #record(seconds: number, type: Change['type'], uid: string, state: PodState): this {
    this.timeline.record({ at: seconds * 1000, type, object: podOf(uid, state) });
    return this;
  }
}

const ownerOf = (name: string): OwnerReference => ({
  apiVersion: 'apps/v1',
  kind: 'DaemonSet',
  name,
  uid: `uid-of-${name}`,
  controller: true,
});

const podOf = (
  uid: string,
  { name = uid, namespace, owner, node, meantFor, ready, readySince, terminating, phase, hash }: PodState,
): Pod => ({
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: {
    name,
    namespace,
    uid,
    resourceVersion: '1',
    creationTimestamp: '2026-01-01T00:00:00Z',
    ...(hash === undefined ? {} : { labels: { [REVISION_HASH]: hash } }),
    ...(owner === undefined ? {} : { ownerReferences: [ownerOf(owner)] }),
    ...(terminating ? { deletionTimestamp: '2026-01-01T00:00:00Z' } : {}),
  },
  spec: {
    containers: [],
    ...(node === undefined ? {} : { nodeName: node }),
    ...(meantFor === undefined ? {} : { affinity: affinityTo(meantFor) }),
  },
  status: {
    phase,
    conditions: [{ type: 'Ready', status: ready ? 'True' : 'False', lastTransitionTime: readySince }],
  },
});

const affinityTo = (node: string): Pod['spec']['affinity'] => ({
  nodeAffinity: {
    requiredDuringSchedulingIgnoredDuringExecution: {
      nodeSelectorTerms: [{ matchFields: [{ key: 'metadata.name', operator: 'In', values: [node] }] }],
    },
  },
});
