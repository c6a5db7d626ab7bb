import { humanDuration } from '../ages';
import { ageColumn, name } from '../commonColumns';
import { type Cell, type ColumnsByKind, containers, count, selector, since, text } from './column';
import { conditionOf, flagAt, hasPart, numberAt, textAt, timeAt } from './reading';

/** Succeeded pods of those wanted; `0/1 of 3` if any of three that run at once will do. */
const completions: Cell = (job) => {
  const succeeded = numberAt(job, 'status.succeeded') ?? 0;
  const wanted = numberAt(job, 'spec.completions');
  if (wanted !== undefined) return `${succeeded}/${wanted}`;
  const parallelism = numberAt(job, 'spec.parallelism') ?? 1;
  return `${succeeded}/1${parallelism > 1 ? ` of ${parallelism}` : ''}`;
};

/** How long it took, or takes so far; nothing before it starts. */
const duration: Cell = (job, now) => {
  const start = timeAt(job, 'status.startTime');
  return start === undefined ? '' : humanDuration((timeAt(job, 'status.completionTime') ?? now) - start);
};

const status: Cell = (job) => {
  const is = (type: string): boolean => textAt(conditionOf(job, type), 'status') === 'True';
  if (is('Complete')) return 'Complete';
  if (is('Failed')) return 'Failed';
  if (hasPart(job, 'metadata.deletionTimestamp')) return 'Terminating';
  return ['Suspended', 'FailureTarget', 'SuccessCriteriaMet'].find(is) ?? 'Running';
};

const suspended: Cell = (cronJob) => (flagAt(cronJob, 'spec.suspend') ? 'True' : 'False');

const lastSchedule: Cell = (cronJob, now) =>
  hasPart(cronJob, 'status.lastScheduleTime') ? since(cronJob, 'status.lastScheduleTime', now) : '<none>';

const jobSpec = 'spec.jobTemplate.spec';

/** @see k8s.io/kubernetes/pkg/printers/internalversion printJob, printCronJob */
export const batchColumns: ColumnsByKind = {
  'batch/v1/jobs': [
    name,
    { header: 'STATUS', cell: status },
    { header: 'COMPLETIONS', cell: completions },
    { header: 'DURATION', cell: duration },
    ageColumn,
    ...containers('spec.template.spec'),
    { header: 'SELECTOR', wide: true, cell: selector('spec.selector') },
  ],
  'batch/v1/cronjobs': [
    name,
    { header: 'SCHEDULE', cell: text('spec.schedule') },
    { header: 'TIMEZONE', cell: text('spec.timeZone', '<none>') },
    { header: 'SUSPEND', cell: suspended },
    { header: 'ACTIVE', cell: count('status.active') },
    { header: 'LAST SCHEDULE', cell: lastSchedule },
    ageColumn,
    ...containers(`${jobSpec}.template.spec`),
    { header: 'SELECTOR', wide: true, cell: selector(`${jobSpec}.selector`) },
  ],
};
