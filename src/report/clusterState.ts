import { controllerOf } from '../kubernetes/fields/meta';
import type { Event } from '../kubernetes/kinds/event/event';
import type { Node } from '../kubernetes/kinds/node/node';
import type { Pod } from '../kubernetes/kinds/pod/pod';
import { targetNode } from '../kubernetes/kinds/pod/state';
import { stateInWords } from '../kubernetes/kinds/pod/stateInWords';
import { resources } from '../kubernetes/kinds/resources';
import type { KubeObject } from '../kubernetes/object';
import type { ResourceType } from '../kubernetes/resourceType';
import type { Api } from '../port/api';
import type { Time } from '../port/time';
import { table } from '../terminal/table';
import { wrap } from '../terminal/wrap';
import { timeInWords } from '../timeline/clock';
import { reasonsAgainst, type SetAndProject, whyNone, whyStranded } from './cluster/whyNone';
import { whyNotReady } from './cluster/whyNotReady';

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
  readonly sets: readonly SetAndProject[];
  readonly events: readonly Event[];
}

interface Row {
  readonly node: string;
  readonly project: string;
  readonly pod: string;
  readonly state: string;
  readonly why: string;
}

const COLUMNS = ['node', 'project', 'pod', 'state', 'why'] as const;

/**
 * The state of a cluster as a small table: each node, the pods on it (or meant for it), and why a pod is not
 * ready or a daemon set has none there. Where more than one project has any, each is named with its project.
 */
export const describeCluster = async (cluster: Describable): Promise<string> => {
  const list = async <T extends KubeObject>(resource: ResourceType<T>): Promise<readonly T[]> =>
    (await cluster.api.list({ resource })).items;
  const projects = await list(resources.namespaces);
  const sets = await list(resources.daemonsets);
  const state: State = {
    nodes: await list(resources.nodes),
    pods: await list(resources.pods),
    sets: sets.map((set) => ({
      set,
      project: projects.find(({ metadata }) => metadata.name === set.metadata.namespace),
    })),
    events: await list(resources.events),
  };
  const rows = [...state.nodes.flatMap((node) => rowsOfNode(node, state)), ...rowsElsewhere(state)];
  const heading = `The cluster "${cluster.name}" at ${timeInWords(cluster.time.now(), elapsed)}`;
  if (rows.length === 0) return `${heading}: no nodes, no pods.`;
  const columns = hasSeveralProjects(rows) ? COLUMNS : COLUMNS.filter((column) => column !== 'project');
  const shown = table([
    columns.map((column) => column.toUpperCase()),
    ...rows
      .slice(0, MOST_ROWS)
      .flatMap(fold)
      .map((row) => columns.map((column) => row[column] ?? '')),
  ]);
  const more = rows.length > MOST_ROWS ? `\n… and ${rows.length - MOST_ROWS} more rows` : '';
  return `${heading}:\n\n${shown}${more}`;
};

const hasSeveralProjects = (rows: readonly Row[]): boolean =>
  new Set(rows.map(({ project }) => project).filter((project) => project !== '')).size > 1;

const rowsOfNode = (node: Node, { pods, sets, events }: State): readonly Row[] => {
  const { name } = node.metadata;
  const here = pods.filter((pod) => targetNode(pod) === name);
  const rows = [
    ...here.map((pod) => {
      const owner = sets.find(({ set }) => set.metadata.uid === controllerOf(pod)?.uid);
      return rowOfPod(pod, whySo(pod, owner, node, events));
    }),
    ...sets
      .filter(({ set }) => !here.some((pod) => controllerOf(pod)?.uid === set.metadata.uid))
      .map((owner) => ({
        project: projectOf(owner.set),
        pod: '',
        state: `no pod of ${owner.set.metadata.name}`,
        why: whyNone(owner, node, events),
      })),
  ];
  if (rows.length === 0) return [{ node: nodeText(node), project: '', pod: '', state: 'no pod', why: '' }];
  return rows.map((row, index) => ({ node: index === 0 ? nodeText(node) : '', ...row }));
};

const rowOfPod = (pod: Pod, why = ''): Omit<Row, 'node'> => ({
  project: projectOf(pod),
  pod: pod.metadata.name,
  state: stateInWords(pod),
  why,
});

const projectOf = ({ metadata }: KubeObject): string => metadata.namespace ?? '';

/** The lines of a row: where the reason is long, the others continue it. */
const fold = (row: Row): readonly Partial<Row>[] =>
  wrap(row.why, WHY_WIDTH).map((line, index) => (index === 0 ? { ...row, why: line } : { why: line }));

/** Why a pod is not ready, or why a daemon pod that is would not be created where it is. */
const whySo = (pod: Pod, owner: SetAndProject | undefined, node: Node, events: readonly Event[]): string => {
  const unready = whyNotReady(pod, events);
  const stranded = unready && owner && whyStranded(owner, pod, node);
  if (unready) return stranded ? `${stranded}; ${unready}` : unready;
  const reasons = owner && reasonsAgainst(owner, node);
  return reasons ? `no new pod would be created here: ${reasons}` : '';
};

/** Pods for no node at all, or for one that is gone. */
const rowsElsewhere = ({ nodes, pods, events }: State): readonly Row[] => {
  const names = new Set(nodes.map(({ metadata }) => metadata.name));
  return pods
    .filter((pod) => !names.has(targetNode(pod) ?? ''))
    .map((pod) => {
      const node = targetNode(pod);
      return { node: node ? `${node} (gone)` : '(none)', ...rowOfPod(pod, whyNotReady(pod, events)) };
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
