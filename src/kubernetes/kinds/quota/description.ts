import { exactly, writeQuantity } from '../../fields/exactQuantity';
import { defineDescription } from '../../print/describe/description';
import { field, type Lines, toText } from '../../print/describe/text';
import type { ResourceQuota } from './resourceQuota';

/** Rows of a quota: resource, used, hard. @param show what is used, as it is to be written */
export const quotaRows = (
  { status }: ResourceQuota,
  show: (used: string, hard: string) => string = (used) => used,
): Lines => {
  const { hard = {}, used = {} } = status ?? {};
  return Object.keys(hard)
    .sort()
    .map((resource) => {
      const most = String(hard[resource]);
      return `${resource}\t${show(String(used[resource] ?? '0'), most)}\t${most}`;
    });
};

/** What a scope means, in kubectl's words. Others are not explained. */
const EXPLAINED: Readonly<Record<string, string>> = {
  Terminating:
    'Matches all pods that have an active deadline. These pods have a limited lifespan on a node before being actively terminated by the system.',
  NotTerminating:
    'Matches all pods that do not have an active deadline. These pods usually include long running pods whose container command is not expected to terminate.',
  BestEffort:
    'Matches all pods that do not have resource requirements set. These pods have a best effort quality of service.',
  NotBestEffort:
    'Matches all pods that have at least one resource requirement set. These pods have a burstable or guaranteed quality of service.',
};

/** The scopes of a quota, and what they mean. @param bullet before each meaning */
export const scopeRows = ({ spec }: ResourceQuota, bullet: string): Lines => {
  const scopes = [...(spec?.scopes ?? [])].sort();
  if (scopes.length === 0) return [];
  const meanings = scopes.flatMap((scope) => EXPLAINED[scope] ?? []);
  return [field('Scopes', scopes.join(', ')), ...meanings.map((text) => `${bullet}${text}`)];
};

/** An amount as it is written where the other is written in units of 1024, or is not. */
const inFormatOf = (used: string, hard: string): string => {
  const [amount, { format }] = [exactly(used), exactly(hard)];
  return amount.format === format
    ? writeQuantity(amount)
    : writeQuantity({ nano: rounded(amount.nano), format });
};

const ONE = 1_000_000_000n;
const rounded = (nano: bigint): bigint => ((nano + ONE - 1n) / ONE) * ONE;

/** @see k8s.io/kubectl/pkg/describe describeQuota */
export const quotaDescription = defineDescription({
  text: (quota: ResourceQuota) =>
    toText([
      field('Name', quota.metadata.name),
      field('Namespace', quota.metadata.namespace ?? ''),
      ...scopeRows(quota, ' * '),
      'Resource\tUsed\tHard',
      '--------\t----\t----',
      ...quotaRows(quota, inFormatOf),
    ]),
});
