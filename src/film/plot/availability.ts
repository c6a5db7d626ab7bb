import type { PodState, PodView, SetView } from '../scene';
import type { Taken } from './updates';

/** Since when pods are ready: by picture, the model time of those that are, by id. */
export type ReadySince = readonly ReadonlyMap<string, number>[];

export const readySince = (frames: readonly Taken[]): ReadySince => {
  let known: ReadonlyMap<string, number> = new Map();
  return frames.map(({ at, scene }) => {
    const ready = scene.pods.filter(({ state }) => state === 'ready');
    known = new Map(ready.map(({ id }) => [id, known.get(id) ?? at]));
    return known;
  });
};

/**
 * Whether a pod counts as available: ready for so long as its set asks, from the whole second that the condition carries, and
 * not on its way out.
 * @param since when it turned ready; undefined if it is not
 * @see k8s.io/kubernetes/pkg/api/v1/pod IsPodAvailable
 */
export const isAvailable = (since: number | undefined, { minReadySeconds }: SetView, at: number): boolean => {
  if (since === undefined) return false;
  if (minReadySeconds === undefined) return true;
  return Math.floor(since / 1000) * 1000 + minReadySeconds * 1000 <= at;
};

/** The pods of a daemon set. */
export const podsOf = ({ name, project }: SetView, { scene }: Taken): readonly PodView[] =>
  scene.pods.filter((pod) => pod.set === name && pod.project === project);

const LASTING: ReadonlySet<PodState> = new Set<PodState>(['pending', 'notReady', 'ready']);

/**
 * How many nodes have two of these pods or more, ready or not: what a surge bounds. Pods that are on their way out, or done, do
 * not count.
 * @see pkg/controller/daemon/update.go rollingUpdate
 */
export const doubledBy = (pods: readonly PodView[]): number => {
  const nodes = pods.filter(({ state }) => LASTING.has(state)).map(({ node }) => node);
  return new Set(nodes.filter((node, index) => nodes.indexOf(node) < index)).size;
};
