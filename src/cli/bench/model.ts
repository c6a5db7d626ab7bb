import { measureInChild } from './children';
import { seconds, type Target, whole } from './figures';
import type { Measured, Workload } from './workload';

/** Workloads in rows of growing size: each is compared with the one above it. */
const TABLES: readonly { readonly title: string; readonly rows: readonly Workload[] }[] = [
  {
    title: 'One daemon set, from nothing to all running',
    rows: [1000, 5000, 15_000, 130_000].map((nodes) => ({ kind: 'start', nodes, sets: 1 })),
  },
  {
    title: 'Thirty daemon sets, from nothing to all running',
    rows: [500, 5000].map((nodes) => ({ kind: 'start', nodes, sets: 30 })),
  },
  {
    title: 'A bare loop that only stores what those thirty do: three versions and an event of each pod',
    rows: [500, 5000].map((nodes) => ({ kind: 'bare', nodes, sets: 30 })),
  },
  {
    title: 'A rolling update, one node at a time',
    rows: [500, 5000].map((nodes) => ({ kind: 'update', nodes, maxUnavailable: 1 })),
  },
  {
    title: 'A rolling update, 10 % of the nodes at a time',
    rows: [1500, 15_000].map((nodes) => ({ kind: 'update', nodes, maxUnavailable: '10%' })),
  },
];

/** How many runs there are in all. */
export const RUNS_OF_MODEL = TABLES.reduce((sum, { rows }) => sum + rows.length, 0);

/** What Kubernetes supports: the size that memory and speed are held against. */
const CEILING = { nodes: 5000, sets: 30 };

interface Row {
  readonly title: string;
  readonly workload: Workload;
  readonly result: Measured;
  readonly before: Row | undefined;
}

const growth = ({ result, before }: Row): string =>
  before
    ? `${(result.pods / before.result.pods).toFixed(1)} times the pods, ${(result.seconds / before.result.seconds).toFixed(1)} times the time`
    : '';

const rowText = (row: Row): string => {
  const { workload, result } = row;
  const { pods, megabytes } = result;
  return `  ${whole(workload.nodes)} nodes  ${whole(pods)} pods  ${seconds(result.seconds)} s  ${whole(pods / result.seconds)} pods/s  ${whole(megabytes)} MB  ${growth(row)}`.trimEnd();
};

/** Rows with ten times the nodes of the row before them. */
const growthTargets = (rows: readonly Row[]): readonly Target[] =>
  rows.flatMap(({ title, workload, result, before }) =>
    before && workload.kind !== 'bare' && workload.nodes === 10 * before.workload.nodes
      ? [
          {
            what: `ten times the nodes: ${title.toLowerCase()}`,
            value: result.seconds / before.result.seconds,
            limit: 12,
            unit: 'times the time',
          },
        ]
      : [],
  );

const ceilingTargets = (rows: readonly Row[]): readonly Target[] => {
  const atCeiling = (kind: 'start' | 'bare'): Measured | undefined =>
    rows.find(
      ({ workload }) =>
        workload.kind === kind && workload.nodes === CEILING.nodes && workload.sets === CEILING.sets,
    )?.result;
  const [model, bare] = [atCeiling('start'), atCeiling('bare')];
  if (!model || !bare) return [];
  const size = `${whole(model.pods).trim()} pods`;
  return [
    { what: size, value: model.seconds / bare.seconds, limit: 3, unit: 'times the bare loop' },
    { what: size, value: model.megabytes, limit: 1024, unit: 'MB' },
  ];
};

/** How fast and how large the model gets. @param onRun is told of every run before it begins */
export const benchModel = (onRun: () => void): readonly Target[] => {
  const rows: Row[] = [];
  for (const { title, rows: workloads } of TABLES) {
    console.log(`${title} (CPU)`);
    let before: Row | undefined;
    for (const workload of workloads) {
      onRun();
      before = { title, workload, result: measureInChild(workload), before };
      rows.push(before);
      console.log(rowText(before));
    }
    console.log('');
  }
  return [...growthTargets(rows), ...ceilingTargets(rows)];
};
