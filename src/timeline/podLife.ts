import { controllerOf, isTerminating } from '../kubernetes/fields/meta';
import { fromTimestamp } from '../kubernetes/fields/time';
import type { Pod } from '../kubernetes/kinds/pod/pod';
import { conditionOf, isReady, targetNode } from '../kubernetes/kinds/pod/state';
import type { OwnerReference } from '../kubernetes/object';
import type { Change } from './change';
import type { Moment, Span } from './moment';

/** A stretch during which a pod was ready. */
export interface Readiness extends Span {
  /** Since when it is ready by its own condition (ms, a whole second), which may be told late. */
  readonly since?: number;
}

/** One pod from its creation to its removal. Pods are told apart by uid: names may come again. */
export interface PodLife {
  readonly uid: string;
  readonly name: string;
  readonly namespace: string;
  /** The node it is bound to or, until then, the one node its affinity names. */
  readonly node?: string;
  /** All controllers it had, the first one first. Adoption adds one; being released adds none. */
  readonly controllers: readonly OwnerReference[];
  readonly created: Moment;
  readonly bound?: Moment;
  /** The stretches during which its Ready condition was true. */
  readonly ready: readonly Readiness[];
  /** When its deletion was asked for. */
  readonly terminating?: Moment;
  readonly gone?: Moment;
  /** The pod as it was created. */
  readonly first: Pod;
  /** The pod as it was last seen. */
  readonly last: Pod;
}

type Draft = {
  -readonly [K in keyof PodLife]: PodLife[K] extends readonly (infer E)[] ? E[] : PodLife[K];
};

const isPod = (object: Change['object']): object is Pod => object.kind === 'Pod';

/** Every pod that ever lived, in order of creation. One pass over the changes. */
export const podLives = (changes: readonly Change[]): readonly PodLife[] => {
  const lives = new Map<string, Draft>();
  changes.forEach(({ object, at, type }, index) => {
    if (!isPod(object)) return;
    const moment = { at, index };
    let life = lives.get(object.metadata.uid);
    if (life === undefined) {
      life = begin(object, moment);
      lives.set(life.uid, life);
    }
    observe(life, object, moment);
    if (type === 'DELETED') end(life, moment);
  });
  return [...lives.values()];
};

const begin = (pod: Pod, created: Moment): Draft => ({
  uid: pod.metadata.uid,
  name: pod.metadata.name,
  namespace: pod.metadata.namespace ?? '',
  controllers: [],
  created,
  ready: [],
  first: pod,
  last: pod,
});

const observe = (life: Draft, pod: Pod, moment: Moment): void => {
  life.last = pod;
  life.node = targetNode(pod);
  if (pod.spec.nodeName) life.bound ??= moment;
  if (isTerminating(pod)) life.terminating ??= moment;
  const controller = controllerOf(pod);
  if (controller && life.controllers.at(-1)?.uid !== controller.uid) life.controllers.push(controller);
  const open = life.ready.at(-1);
  const wasReady = open !== undefined && open.to === undefined;
  if (isReady(pod) === wasReady) return;
  if (wasReady) life.ready[life.ready.length - 1] = { ...open, to: moment };
  else life.ready.push({ from: moment, ...conditionTime(pod) });
};

const end = (life: Draft, moment: Moment): void => {
  life.gone = moment;
  const open = life.ready.at(-1);
  if (open && open.to === undefined) life.ready[life.ready.length - 1] = { ...open, to: moment };
};

const conditionTime = (pod: Pod): Pick<Readiness, 'since'> => {
  const told = conditionOf(pod, 'Ready')?.lastTransitionTime;
  return told ? { since: fromTimestamp(told) } : {};
};
