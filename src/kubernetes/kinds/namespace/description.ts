import { defineDescription } from '../../print/describe/description';
import { annotations, labels } from '../../print/describe/metadata';
import { field, indent, type Lines, toText } from '../../print/describe/text';
import { limitHeading, limitRows } from '../limitrange/description';
import { limitranges } from '../limitrange/kind';
import type { LimitRange } from '../limitrange/limitRange';
import { quotaRows, scopeRows } from '../quota/description';
import { resourcequotas } from '../quota/kind';
import type { ResourceQuota } from '../quota/resourceQuota';
import type { Namespace } from './namespace';

const describeQuotas = (all: readonly ResourceQuota[]): Lines => {
  if (all.length === 0) return ['No resource quota.'];
  return [
    'Resource Quotas',
    ...all.flatMap((quota) =>
      indent(2, [
        field('Name', quota.metadata.name),
        ...scopeRows(quota, '* '),
        'Resource\tUsed\tHard',
        '--------\t---\t---',
        ...quotaRows(quota),
      ]),
    ),
  ];
};

const describeLimits = (all: readonly LimitRange[]): Lines =>
  all.length === 0
    ? ['No LimitRange resource.']
    : ['Resource Limits', ...limitHeading(' '), ...all.flatMap((range) => limitRows(range, ' '))];

/**
 * With the quotas and limit ranges in it.
 * @see k8s.io/kubectl/pkg/describe describeNamespace
 */
export const namespaceDescription = defineDescription({
  needs: ({ metadata }: Namespace) => ({
    quotas: { resource: resourcequotas, namespace: metadata.name },
    ranges: { resource: limitranges, namespace: metadata.name },
  }),
  text: (namespace, { quotas, ranges }) =>
    toText([
      field('Name', namespace.metadata.name),
      ...labels('Labels', namespace.metadata.labels),
      ...annotations('Annotations', namespace.metadata.annotations),
      field('Status', namespace.status?.phase ?? ''),
      '',
      ...describeQuotas(quotas),
      '',
      ...describeLimits(ranges),
    ]),
});
