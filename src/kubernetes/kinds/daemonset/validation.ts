import {
  type Amount,
  numberIn,
  printedAmount,
  validateAmount,
  validateAtMostAll,
} from '../../fields/validation/amounts';
import { asStruct, forbidden, invalid, notSupported, required } from '../../fields/validation/causes';
import { dnsSubdomain } from '../../fields/validation/formats';
import { printedSelector, selects, validateLabelSelector } from '../../fields/validation/labels';
import {
  immutable,
  type MetadataRules,
  notNegative,
  validateMetadata,
  validateMetadataUpdate,
} from '../../fields/validation/metadata';
import type { StringMap } from '../../object';
import type { FieldCause } from '../../refusals';
import { validateTemplate } from '../pod/validation/pod';
import type { DaemonSet, DaemonSetSpec } from './daemonSet';

export const DAEMON_SET_METADATA: MetadataRules = { namespaced: true, name: dnsSubdomain };

type Strategy = NonNullable<DaemonSetSpec['updateStrategy']>;
const printedStrategy = ({ type, rollingUpdate }: Strategy) =>
  asStruct({
    Type: type ?? '',
    RollingUpdate: rollingUpdate
      ? { MaxUnavailable: rollingUpdate.maxUnavailable ?? 0, MaxSurge: rollingUpdate.maxSurge ?? 0 }
      : null,
  });

const validateStrategy = (strategy: Strategy, field: string): FieldCause[] => {
  if (strategy.type === 'OnDelete') return [];
  if (strategy.type !== 'RollingUpdate') {
    return [notSupported(field, printedStrategy(strategy), ['RollingUpdate', 'OnDelete'])];
  }
  if (!strategy.rollingUpdate) return [required(`${field}.rollingUpdate`)];
  const { maxUnavailable, maxSurge } = strategy.rollingUpdate as Readonly<Record<string, Amount | undefined>>;
  const [unavailable, surge] = [`${field}.rollingUpdate.maxUnavailable`, `${field}.rollingUpdate.maxSurge`];
  const causes = [
    ...validateAmount(maxUnavailable, unavailable),
    ...validateAmount(maxSurge, surge),
    ...validateAtMostAll(maxUnavailable, unavailable),
    ...validateAtMostAll(maxSurge, surge),
  ];
  const [some, more] = [numberIn(maxUnavailable ?? 0) !== 0, numberIn(maxSurge ?? 0) !== 0];
  if (some && more) {
    causes.push(
      invalid(surge, printedAmount(maxSurge ?? 0), 'may not be set when maxUnavailable is non-zero'),
    );
  }
  if (!some && !more) causes.push(required(unavailable, 'cannot be 0 when maxSurge is 0'));
  return causes;
};

const validateSpec = (spec: DaemonSetSpec, field: string): FieldCause[] => {
  const { selector, template } = spec;
  const labels = template?.metadata?.labels as StringMap | undefined;
  const causes = validateLabelSelector(selector, `${field}.selector`);
  if (selects(selector, labels ?? {}) === false) {
    causes.push(
      invalid(
        `${field}.template.metadata.labels`,
        labels ?? null,
        '`selector` does not match template `labels`',
      ),
    );
  }
  const { matchLabels = {}, matchExpressions = [] } = selector ?? {};
  if (selector !== undefined && Object.keys(matchLabels).length + matchExpressions.length === 0) {
    causes.push(invalid(`${field}.selector`, {}, 'empty selector is invalid for daemonset'));
  }
  causes.push(...validateTemplate(template ?? {}, `${field}.template`));
  const { restartPolicy, activeDeadlineSeconds } = template?.spec ?? {};
  if (restartPolicy !== 'Always') {
    causes.push(notSupported(`${field}.template.spec.restartPolicy`, restartPolicy, ['Always']));
  }
  if (activeDeadlineSeconds !== undefined) {
    causes.push(
      forbidden(
        `${field}.template.spec.activeDeadlineSeconds`,
        'activeDeadlineSeconds in DaemonSet is not Supported',
      ),
    );
  }
  return [
    ...causes,
    ...notNegative(spec.minReadySeconds, `${field}.minReadySeconds`),
    ...validateStrategy(spec.updateStrategy ?? {}, `${field}.updateStrategy`),
    ...notNegative(spec.revisionHistoryLimit, `${field}.revisionHistoryLimit`),
  ];
};

/** A new daemon set. */
export const validateDaemonSet = (set: DaemonSet): FieldCause[] => [
  ...validateMetadata(set.metadata, DAEMON_SET_METADATA),
  ...validateSpec(set.spec, 'spec'),
];

/**
 * A changed daemon set: with the selector it has always had, and in order as a whole. Causes come in upstream's order:
 * what this update changes, then the whole.
 * @see pkg/apis/apps/validation/validation.go ValidateDaemonSetUpdate
 */
export const validateDaemonSetUpdate = (next: DaemonSet, current: DaemonSet): FieldCause[] => [
  ...validateMetadataUpdate(next.metadata, current.metadata),
  ...immutable(
    next.spec.selector,
    current.spec.selector,
    'spec.selector',
    printedSelector(next.spec.selector),
  ),
  ...validateSpec(next.spec, 'spec'),
];

const COUNTERS = [
  'currentNumberScheduled',
  'numberMisscheduled',
  'desiredNumberScheduled',
  'numberReady',
  'observedGeneration',
  'updatedNumberScheduled',
  'numberAvailable',
  'numberUnavailable',
  'collisionCount',
] as const;

/** A daemon set's status: nothing in it is less than zero. */
export const validateDaemonSetStatusUpdate = (next: DaemonSet, current: DaemonSet): FieldCause[] => {
  const causes = [
    ...validateMetadataUpdate(next.metadata, current.metadata),
    ...COUNTERS.flatMap((counter) => notNegative(next.status[counter], `status.${counter}`)),
  ];
  const [collisions, before] = [next.status.collisionCount, current.status.collisionCount];
  if (before !== undefined && (collisions === undefined || collisions < before)) {
    causes.push(invalid('status.collisionCount', collisions ?? 0, 'cannot be decremented'));
  }
  return causes;
};
