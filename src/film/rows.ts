import type { NodeState, NodeView, PodState, PodView, SetView } from './scene';

/** A view as it travels: its fields in a fixed order, so that a change is the place of a field and what is there now. */
export type Cell = string | number | null | readonly string[];
export type Row = readonly Cell[];

// The order of these lists, and of the fields below, is part of the format: a new one comes last.
const NODE_STATES: readonly NodeState[] = ['ready', 'notReady', 'silent'];
const POD_STATES: readonly PodState[] = [
  'pending',
  'notReady',
  'ready',
  'terminating',
  'failed',
  'succeeded',
];

/** Where the state of a pod stands in its row, and how some are written there. */
export const STATE_OF_POD = 4;
export const PENDING = POD_STATES.indexOf('pending');
export const NOT_READY = POD_STATES.indexOf('notReady');

/** What a field is when a row ends before it. */
export const blankNode: Row = ['', 0, 0, [], []];
export const blankPod: Row = ['', '', null, null, 0, null, null, 0];
export const blankSet: Row = ['', '', null, null, 0, 0, 0, 0, 0, 0, null, null, null];

export const rowOfNode = ({ name, state, isCordoned, labels, taints }: NodeView): Row => [
  name,
  NODE_STATES.indexOf(state),
  Number(isCordoned),
  labels,
  taints,
];

export const nodeOfRow = ([name, state, isCordoned, labels, taints]: Row): NodeView => ({
  name: text(name),
  state: NODE_STATES[count(state)] ?? 'notReady',
  isCordoned: isCordoned === 1,
  labels: texts(labels),
  taints: texts(taints),
});

export const rowOfPod = (pod: Omit<PodView, 'id'>): Row => [
  pod.name,
  pod.project,
  pod.set ?? null,
  pod.node ?? null,
  POD_STATES.indexOf(pod.state),
  pod.revision ?? null,
  pod.version ?? null,
  Number(pod.isBound),
];

export const podOfRow = (
  [name, project, set, node, state, revision, version, isBound]: Row,
  id: string,
): PodView => ({
  id,
  name: text(name),
  project: text(project),
  set: textOrNone(set),
  node: textOrNone(node),
  isBound: isBound === 1,
  state: POD_STATES[count(state)] ?? 'pending',
  revision: countOrNone(revision),
  version: textOrNone(version),
});

export const rowOfSet = (set: Omit<SetView, 'id'>): Row => [
  set.name,
  set.project,
  set.revision ?? null,
  set.version ?? null,
  set.desired,
  set.current,
  set.updated,
  set.ready,
  set.available,
  set.misscheduled,
  set.budget ?? null,
  set.minReadySeconds ?? null,
  set.surge ?? null,
];

export const setOfRow = (row: Row, id: string): SetView => {
  const [name, project, revision, version, ...counts] = row;
  const [desired, current, updated, ready, available, misscheduled, budget, minReadySeconds, surge] = counts;
  return {
    id,
    name: text(name),
    project: text(project),
    revision: countOrNone(revision),
    version: textOrNone(version),
    desired: count(desired),
    current: count(current),
    updated: count(updated),
    ready: count(ready),
    available: count(available),
    misscheduled: count(misscheduled),
    budget: countOrNone(budget),
    minReadySeconds: countOrNone(minReadySeconds),
    surge: countOrNone(surge),
  };
};

/** True while nothing would look different. */
export const sameCell = (a: Cell | undefined, b: Cell | undefined): boolean =>
  a === b ||
  (Array.isArray(a) && Array.isArray(b) && a.length === b.length && a.every((each, i) => each === b[i]));

// What travelled may have been written by others: whatever is not what it should be is read as nothing.
const text = (cell: unknown): string => (typeof cell === 'string' ? cell : '');
const textOrNone = (cell: unknown): string | undefined => (typeof cell === 'string' ? cell : undefined);
const count = (cell: unknown): number => (typeof cell === 'number' ? cell : 0);
const countOrNone = (cell: unknown): number | undefined => (typeof cell === 'number' ? cell : undefined);
const texts = (cell: unknown): readonly string[] => (Array.isArray(cell) ? cell.filter(isText) : []);
const isText = (value: unknown): value is string => typeof value === 'string';
