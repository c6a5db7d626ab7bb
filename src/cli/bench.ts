import { spawnSync } from 'node:child_process';
import { type Progress, progressOn } from '../terminal/progress';
import { type Measured, measure, type Workload } from './bench/workload';

/** Every workload is measured in a process of its own, so that memory is its own too. */
const IN_CHILD = '--measure';

const RUNS_OF_THE_SUITE = 3;

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
    title: 'A rolling update, one node at a time',
    rows: [500, 5000].map((nodes) => ({ kind: 'update', nodes, maxUnavailable: 1 })),
  },
  {
    title: 'A rolling update, 10 % of the nodes at a time',
    rows: [1500, 15_000].map((nodes) => ({ kind: 'update', nodes, maxUnavailable: '10%' })),
  },
];

const TARGETS = `Targets: at least 50,000 pods/s; ten times the nodes in at most twelve times the time;
less than 1,024 MB for 150,000 pods.`;

const run = (argv: readonly string[]): { readonly stdout: string; readonly milliseconds: number } => {
  const start = performance.now();
  const child = spawnSync(process.execPath, ['-r', 'ts-node/register', ...argv], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  const milliseconds = performance.now() - start;
  if (child.status !== 0) throw new Error(`${argv.join(' ')} failed:\n${child.stderr}${child.stdout}`);
  return { stdout: child.stdout, milliseconds };
};

const measureInChild = (workload: Workload): Measured =>
  JSON.parse(run([__filename, IN_CHILD, JSON.stringify(workload)]).stdout) as Measured;

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;

const seconds = (milliseconds: number): string => (milliseconds / 1000).toFixed(2).padStart(8);
const whole = (value: number): string => Math.round(value).toLocaleString('en').padStart(9);

/** The suite and its dry run in turn, so that both meet the same weather. */
const benchSuite = (progress: Progress, measurements: number): void => {
  const full: number[] = [];
  const dry: number[] = [];
  for (let round = 0; round < RUNS_OF_THE_SUITE; round++) {
    progress.show(round + 1, measurements, 'measurements: the suite and its dry run');
    dry.push(run(['src/cli/start.ts', '--dry-run']).milliseconds);
    full.push(run(['src/cli/start.ts']).milliseconds);
  }
  progress.clear();
  const ratio = median(full) / median(dry);
  console.log('The suite');
  console.log(
    `  ${seconds(median(full))} s, and ${seconds(median(dry)).trim()} s as a dry run (medians of ${RUNS_OF_THE_SUITE})`,
  );
  console.log(`  ${ratio.toFixed(2)} times its dry run (target: at most 1.5)\n`);
};

const row = (workload: Workload, result: Measured, before: Measured | undefined): string => {
  const perSecond = (result.pods / result.milliseconds) * 1000;
  const growth = before
    ? `${(result.pods / before.pods).toFixed(1)} times the pods, ${(result.milliseconds / before.milliseconds).toFixed(1)} times the time`
    : '';
  return `  ${whole(workload.nodes)} nodes  ${whole(result.pods)} pods  ${seconds(result.milliseconds)} s  ${whole(perSecond)} pods/s  ${whole(result.megabytes)} MB  ${growth}`.trimEnd();
};

/** `npm run bench`: how fast the suite is, and how fast and how large the model gets. */
const main = (): void => {
  const progress = progressOn(process.stderr);
  const measurements = RUNS_OF_THE_SUITE + TABLES.reduce((sum, { rows }) => sum + rows.length, 0);
  let measured = RUNS_OF_THE_SUITE;
  benchSuite(progress, measurements);
  for (const { title, rows } of TABLES) {
    console.log(title);
    let before: Measured | undefined;
    for (const workload of rows) {
      progress.show(++measured, measurements, `measurements: ${title}, ${workload.nodes} nodes`);
      const result = measureInChild(workload);
      progress.clear();
      console.log(row(workload, result, before));
      before = result;
    }
    console.log('');
  }
  console.log(TARGETS);
};

const [, , flag, workload] = process.argv;
if (flag === IN_CHILD) console.log(JSON.stringify(measure(JSON.parse(workload ?? '{}') as Workload)));
else main();
