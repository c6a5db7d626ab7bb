import { annotations, labels } from '../../print/describe/metadata';
import { field, indent, type Lines, toText } from '../../print/describe/text';
import type { ResourceQuota } from '../quota/resourceQuota';
import type { Namespace } from './namespace';

/** Rows of a quota: resource, used, hard. */
const quotaRows = ({ status }: ResourceQuota): Lines => {
  const hard = (status?.hard ?? {}) as Record<string, string>;
  const used = (status?.used ?? {}) as Record<string, string>;
  return Object.keys(hard)
    .sort()
    .map((resource) => `${resource}\t${used[resource] ?? '0'}\t${hard[resource]}`);
};

const quotas = (all: readonly ResourceQuota[]): Lines => {
  if (all.length === 0) return ['No resource quota.'];
  return [
    'Resource Quotas',
    ...all.flatMap((quota) =>
      indent(2, [
        field('Name', quota.metadata.name),
        'Resource\tUsed\tHard',
        '--------\t---\t---',
        ...quotaRows(quota),
      ]),
    ),
  ];
};

/**
 * `kubectl describe namespace`, with the quotas in it.
 * @see k8s.io/kubectl/pkg/describe describeNamespace
 */
export const describeNamespace = (namespace: Namespace, inside: readonly ResourceQuota[]): string =>
  toText([
    field('Name', namespace.metadata.name),
    ...labels('Labels', namespace.metadata.labels),
    ...annotations('Annotations', namespace.metadata.annotations),
    field('Status', namespace.status?.phase ?? ''),
    '',
    ...quotas(inside),
    '',
    'No LimitRange resource.',
  ]);

/** `kubectl describe resourcequota`. */
export const describeQuota = (quota: ResourceQuota): string =>
  toText([
    field('Name', quota.metadata.name),
    field('Namespace', quota.metadata.namespace ?? ''),
    'Resource\tUsed\tHard',
    '--------\t----\t----',
    ...quotaRows(quota),
  ]);
