import type { NodeView, PodView, Scene, SetView } from './scene';

/** An ordinary node, and what is not ordinary about it. */
export const node = (name: string, traits: Partial<NodeView> = {}): NodeView => ({
  name,
  state: 'ready',
  isCordoned: false,
  labels: [],
  taints: [],
  ...traits,
});

/** A ready pod of "log-agent" on a node, and what is not ordinary about it. Its name is its id. */
export const pod = (id: string, on: string | undefined, traits: Partial<PodView> = {}): PodView => ({
  id,
  name: id,
  project: 'demo',
  set: 'log-agent',
  node: on,
  isBound: true,
  state: 'ready',
  revision: 1,
  version: 'v1',
  ...traits,
});

/** The daemon set "log-agent", and what is not ordinary about it. */
export const set = (traits: Partial<SetView> = {}): SetView => ({
  id: 'log-agent',
  name: 'log-agent',
  project: 'demo',
  revision: 1,
  version: 'v1',
  desired: 2,
  current: 2,
  updated: 2,
  ready: 2,
  available: 2,
  misscheduled: 0,
  budget: 1,
  ...traits,
});

export const scene = (
  nodes: readonly NodeView[],
  pods: readonly PodView[] = [],
  sets: readonly SetView[] = [],
): Scene => ({ nodes, pods, sets });
