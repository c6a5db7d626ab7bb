import { controllerOf } from '../kubernetes/fields/meta';
import type { DaemonSet } from '../kubernetes/kinds/daemonset/daemonSet';
import type { Event } from '../kubernetes/kinds/event/event';
import type { Node } from '../kubernetes/kinds/node/node';
import type { Pod } from '../kubernetes/kinds/pod/pod';
import { targetNode } from '../kubernetes/kinds/pod/state';
import { type ResourceType, resources } from '../kubernetes/kinds/resources';
import type { KubeObject } from '../kubernetes/object';
import type { Api } from '../port/api';
import type { Time } from '../port/time';
import { table } from '../terminal/table';
import { wrap } from '../terminal/wrap';
import { podState, whyNotReady } from './cluster/podState';
import { reasonAgainst, whyNone } from './cluster/whyNone';

/** More rows than this say less, not more. */
const MOST_ROWS = 20;

/** Reasons can be long sentences; they go on in the next line of their column. */
const WHY_WIDTH = 60;

/** What of a cluster is needed to describe it. */
interface Describable {
  readonly name: string;
  readonly api: Pick<Api, 'list'>;
  readonly time: Pick<Time, 'now'>;
}

/** What a cluster looks like now, read over its API. */
interface State {
  readonly nodes: readonly Node[];
  readonly pods: readonly Pod[];
  readonly sets: readonly DaemonSet[];
  readonly events: readonly Event[];
}

type Row = readonly [node: string, pod: string, state: string, why: string];

/**
 * The state of a cluster as a small table: each node, the pods on it (or meant for it), and why a pod is not
 * ready or a daemon set has none there.
 */
export const describeCluster = async (cluster: Describable): Promise<string> => {
  const list = async <T extends KubeObject>(resource: ResourceType) =>
    (await cluster.api.list({ resource })) as readonly T[];
  const state: State = {
    nodes: await list<Node>(resources.nodes),
    pods: await list<Pod>(resources.pods),
    sets: await list<DaemonSet>(resources.daemonsets),
    events: await list<Event>(resources.events),
  };
  const rows = [...state.nodes.flatMap((node) => rowsOfNode(node, state)), ...rowsElsewhere(state)];
  const heading = `The cluster "${cluster.name}" at ${elapsed(cluster.time.now())}`;
  if (rows.length === 0) return `${heading}: no nodes, no pods.`;
  const shown = table([['NODE', 'POD', 'STATE', 'WHY'], ...rows.slice(0, MOST_ROWS).flatMap(fold)]);
  const more = rows.length > MOST_ROWS ? `\n… and ${rows.length - MOST_ROWS} more rows` : '';
  return `${heading}:\n\n${shown}${more}`;
};

const rowsOfNode = (node: Node, { pods, sets, events }: State): readonly Row[] => {
  const { name } = node.metadata;
  const here = pods.filter((pod) => targetNode(pod) === name);
  const rows = [
    ...here.map((pod) => {
      const set = sets.find(({ metadata }) => metadata.uid === controllerOf(pod)?.uid);
      const why = whyNotReady(pod, events) ?? (set && misplacement(set, node)) ?? '';
      return [pod.metadata.name, podState(pod), why] as const;
    }),
    ...sets
      .filter(({ metadata }) => !here.some((pod) => controllerOf(pod)?.uid === metadata.uid))
      .map((set) => ['', `no pod of ${set.metadata.name}`, whyNone(set, node, events)] as const),
  ];
  if (rows.length === 0) return [[nodeText(node), '', 'no pod', '']];
  return rows.map((row, index) => [index === 0 ? nodeText(node) : '', ...row]);
};

const fold = ([node, pod, state, why]: Row): readonly Row[] =>
  wrap(why, WHY_WIDTH).map((line, index) => (index === 0 ? [node, pod, state, line] : ['', '', '', line]));

/** A daemon pod may stay where no new one would be created. */
const misplacement = (set: DaemonSet, node: Node): string | undefined => {
  const reason = reasonAgainst(set, node);
  return reason && `no new pod would be created here: ${reason}`;
};

/** Pods for no node at all, or for one that is gone. */
const rowsElsewhere = ({ nodes, pods, events }: State): readonly Row[] => {
  const names = new Set(nodes.map(({ metadata }) => metadata.name));
  return pods
    .filter((pod) => !names.has(targetNode(pod) ?? ''))
    .map((pod) => {
      const node = targetNode(pod);
      return [
        node ? `${node} (gone)` : '(none)',
        pod.metadata.name,
        podState(pod),
        whyNotReady(pod, events) ?? '',
      ];
    });
};

const nodeText = ({ metadata, spec, status }: Node): string => {
  const ready = status?.conditions?.find(({ type }) => type === 'Ready')?.status;
  const remarks = [
    ...(ready === undefined || ready === 'True' ? [] : ['not ready']),
    ...(spec?.unschedulable ? ['cordoned'] : []),
  ];
  return remarks.length === 0 ? metadata.name : `${metadata.name} (${remarks.join(', ')})`;
};

/** Model time in the units people say it in. */
const elapsed = (milliseconds: number): string => {
  const seconds = Math.round(milliseconds / 1000);
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor((seconds % 3600) / 60)];
  const parts = [...(hours > 0 ? [`${hours} h`] : []), ...(minutes > 0 ? [`${minutes} min`] : [])];
  return [...parts, `${seconds % 60} s`].join(' ');
};
