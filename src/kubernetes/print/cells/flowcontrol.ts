import { ageColumn, name } from '../commonColumns';
import { type Cell, type ColumnsByKind, number, text } from './column';
import { conditionOf, hasPart, numberAt, textAt } from './reading';

/** Whether the priority level is missing; a question mark while nobody has looked. */
const missingLevel: Cell = (schema) => {
  const dangling = conditionOf(schema, 'Dangling');
  return dangling === undefined ? '?' : (textAt(dangling, 'status') ?? '');
};

/** A number of a level that has limits; `<none>` for one that is exempt, or does not queue. */
const limit =
  (part: string, field: string, missing: number): Cell =>
  (level) =>
    hasPart(level, part) ? (numberAt(level, `${part}.${field}`) ?? missing) : '<none>';

const queuing = 'spec.limited.limitResponse.queuing';

/** @see k8s.io/kubernetes/pkg/printers/internalversion printFlowSchema, printPriorityLevelConfiguration */
export const flowControlColumns: ColumnsByKind = {
  'flowcontrol.apiserver.k8s.io/v1/flowschemas': [
    name,
    { header: 'PRIORITYLEVEL', cell: text('spec.priorityLevelConfiguration.name') },
    { header: 'MATCHINGPRECEDENCE', cell: number('spec.matchingPrecedence', 1000) },
    { header: 'DISTINGUISHERMETHOD', cell: text('spec.distinguisherMethod.type', '<none>') },
    ageColumn,
    { header: 'MISSINGPL', cell: missingLevel },
  ],
  'flowcontrol.apiserver.k8s.io/v1/prioritylevelconfigurations': [
    name,
    { header: 'TYPE', cell: text('spec.type') },
    { header: 'NOMINALCONCURRENCYSHARES', cell: limit('spec.limited', 'nominalConcurrencyShares', 30) },
    { header: 'QUEUES', cell: limit(queuing, 'queues', 64) },
    { header: 'HANDSIZE', cell: limit(queuing, 'handSize', 8) },
    { header: 'QUEUELENGTHLIMIT', cell: limit(queuing, 'queueLengthLimit', 50) },
    ageColumn,
  ],
};
