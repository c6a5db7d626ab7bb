import { absent, type Part } from '../../../fields/fill';
import {
  asStruct,
  forbidden,
  invalid,
  named,
  notSupported,
  required,
} from '../../../fields/validation/causes';
import { dnsLabel } from '../../../fields/validation/formats';
import { amount, notBothZero, notMoreThanAll } from './amounts';
import { podFailures } from './podFailures';
import {
  ifSelecting,
  itsTemplate,
  jobSelector,
  keepsRunning,
  meetsItsSelector,
  noSelector,
  podTemplate,
  runsToTheEnd,
  selectsPods,
  templateOf,
} from './pods';
import { formed, needs, needsOneOf, noneBelowZero, oneOf, type Rule, type TypeRules } from './rule';
import { claimSpec } from './volumes';

const ROLLING = [
  amount('maxUnavailable'),
  amount('maxSurge'),
  notBothZero('maxUnavailable', 'maxSurge', 'may not be 0 when `maxSurge` is 0'),
  notMoreThanAll('maxUnavailable'),
];

const deploymentStrategy: Rule = (spec, at) => {
  const { type, rollingUpdate } = (spec.strategy ?? {}) as {
    readonly type?: string;
    readonly rollingUpdate?: Part;
  };
  const where = `${at}.strategy`;
  if (type === 'Recreate') {
    return rollingUpdate
      ? [forbidden(`${where}.rollingUpdate`, "may not be specified when strategy `type` is 'Recreate'")]
      : [];
  }
  if (type === 'RollingUpdate') {
    return ROLLING.flatMap((rule) => rule(rollingUpdate ?? {}, `${where}.rollingUpdate`));
  }
  const printed = asStruct({
    Type: type ?? '',
    RollingUpdate: rollingUpdate
      ? { MaxUnavailable: rollingUpdate.maxUnavailable ?? 0, MaxSurge: rollingUpdate.maxSurge ?? 0 }
      : null,
  });
  return [notSupported(where, printed, ['Recreate', 'RollingUpdate'])];
};

/** Longer than the progress takes at the least. */
const progressDeadline: Rule = (spec, at) => {
  const { progressDeadlineSeconds: deadline, minReadySeconds: least = 0 } = spec as Record<string, number>;
  return deadline !== undefined && deadline <= least
    ? [invalid(`${at}.progressDeadlineSeconds`, deadline, 'must be greater than minReadySeconds')]
    : [];
};

const STATEFUL = ['OrderedReady', 'Parallel'];

const statefulSetStrategy: Rule = (spec, at) => {
  const { type, rollingUpdate } = (spec.updateStrategy ?? {}) as {
    readonly type?: string;
    readonly rollingUpdate?: Part;
  };
  const where = `${at}.updateStrategy`;
  if (type === 'OnDelete') {
    return rollingUpdate
      ? [
          invalid(
            `${where}.rollingUpdate`,
            asStruct({
              Partition: rollingUpdate.partition ?? 0,
              MaxUnavailable: rollingUpdate.maxUnavailable ?? null,
            }),
            "only allowed for updateStrategy 'RollingUpdate'",
          ),
        ]
      : [];
  }
  if (type === 'RollingUpdate')
    return noneBelowZero('partition')(rollingUpdate ?? {}, `${where}.rollingUpdate`);
  return [
    invalid(
      where,
      asStruct({ Type: type ?? '', RollingUpdate: rollingUpdate ?? null }),
      "must be 'RollingUpdate' or 'OnDelete'",
    ),
  ];
};

const claimRetention: Rule = (spec, at) => {
  const policy = (spec.persistentVolumeClaimRetentionPolicy ?? undefined) as Part | undefined;
  return policy === undefined
    ? []
    : ['whenDeleted', 'whenScaled'].flatMap((field) =>
        oneOf(field, ['Retain', 'Delete'])(policy, `${at}.persistentVolumeClaimRetentionPolicy`),
      );
};

const claimsOf = (spec: Part): readonly Part[] => (spec.volumeClaimTemplates ?? []) as readonly Part[];

const claimTemplates: Rule = (spec, at) =>
  claimsOf(spec).flatMap((claim, index) =>
    claimSpec.flatMap((rule) =>
      rule((claim.spec ?? {}) as Part, `${at}.volumeClaimTemplates[${index}].spec`),
    ),
  );

const nameOf = (claim: Part): unknown => (claim.metadata as Part | undefined)?.name;

/** Pods of a stateful set are named by it, and find a volume for each of its claims. */
const statefulTemplate: Rule = (spec, at) => {
  const { subdomain: _subdomain, hostname: _hostname, ...pod } = (templateOf(spec).spec ?? {}) as Part;
  const claimed = claimsOf(spec).map(nameOf);
  const own = ((pod.volumes ?? []) as readonly Part[]).filter(({ name }) => !claimed.includes(name));
  const volumes = [...claimed.map((name) => ({ name, persistentVolumeClaim: { claimName: name } })), ...own];
  const template = { ...templateOf(spec), spec: volumes.length > 0 ? { ...pod, volumes } : pod };
  return podTemplate(template, `${at}.template`);
};

const podManagement: Rule = (spec, at) => {
  const policy = String(spec.podManagementPolicy ?? '');
  return STATEFUL.includes(policy)
    ? []
    : [invalid(`${at}.podManagementPolicy`, named(policy), "must be 'OrderedReady' or 'Parallel'")];
};

const indexed: Rule = (spec, at) => {
  const isIndexed = spec.completionMode === 'Indexed';
  if (isIndexed) {
    return absent(spec.completions) ? [required(`${at}.completions`, 'when completion mode is Indexed')] : [];
  }
  return ['backoffLimitPerIndex', 'maxFailedIndexes'].flatMap((field) =>
    absent(spec[field]) ? [] : [invalid(`${at}.${field}`, spec[field], 'requires indexed completion mode')],
  );
};

const JOB_COUNTS = [
  'parallelism',
  'completions',
  'activeDeadlineSeconds',
  'backoffLimit',
  'ttlSecondsAfterFinished',
  'backoffLimitPerIndex',
  'maxFailedIndexes',
];

const OUTCOMES = ['Failed', 'TerminatingOrFailed'];

const labelSelectorOfMap: Rule = (spec, at) => {
  const selector = (spec.selector ?? {}) as Readonly<Record<string, string>>;
  return Object.keys(selector).length === 0
    ? [required(`${at}.selector`)]
    : meetsItsSelector({ ...spec, selector: { matchLabels: selector } }, at);
};

const JOB: readonly Rule[] = [
  noneBelowZero(...JOB_COUNTS),
  oneOf('completionMode', ['NonIndexed', 'Indexed']),
  indexed,
  podFailures,
  oneOf('podReplacementPolicy', OUTCOMES),
  itsTemplate,
  runsToTheEnd,
];

/** A job, unlike the template of one, has a selector. */
const wholeJob: Rule = (job) =>
  [...JOB, jobSelector].flatMap((rule) => rule((job.spec ?? {}) as Part, 'spec'));

/**
 * The rules of kinds that run pods.
 * @see k8s.io/kubernetes/pkg/apis/apps/validation and batch/validation
 */
export const workloadRules: TypeRules = {
  'io.k8s.api.core.v1.PodTemplateSpec': [podTemplate],
  'io.k8s.api.core.v1.ReplicationControllerSpec': [
    noneBelowZero('minReadySeconds', 'replicas'),
    labelSelectorOfMap,
    itsTemplate,
    keepsRunning('ReplicationController'),
  ],
  'io.k8s.api.apps.v1.DeploymentSpec': [
    noneBelowZero('replicas'),
    selectsPods('deployment'),
    ifSelecting('invalid label selector', meetsItsSelector, itsTemplate, keepsRunning('ReplicaSet')),
    deploymentStrategy,
    noneBelowZero('minReadySeconds', 'revisionHistoryLimit', 'progressDeadlineSeconds'),
    progressDeadline,
  ],
  'io.k8s.api.apps.v1.ReplicaSetSpec': [
    noneBelowZero('replicas', 'minReadySeconds'),
    selectsPods('deployment'),
    ifSelecting('invalid label selector', meetsItsSelector, itsTemplate, keepsRunning('ReplicaSet')),
  ],
  'io.k8s.api.apps.v1.StatefulSetSpec': [
    podManagement,
    statefulSetStrategy,
    claimRetention,
    claimTemplates,
    noneBelowZero('replicas', 'minReadySeconds'),
    formed('serviceName', dnsLabel),
    selectsPods('statefulset'),
    ifSelecting('', meetsItsSelector, statefulTemplate),
    keepsRunning('StatefulSet'),
  ],
  'io.k8s.api.batch.v1.Job': [wholeJob],
  'io.k8s.api.batch.v1.JobSpec': JOB,
  'io.k8s.api.batch.v1.JobTemplateSpec': [noSelector],
  'io.k8s.api.batch.v1.CronJobSpec': [
    needs('schedule'),
    noneBelowZero('startingDeadlineSeconds'),
    needsOneOf('concurrencyPolicy', ['Allow', 'Forbid', 'Replace']),
    noneBelowZero('successfulJobsHistoryLimit', 'failedJobsHistoryLimit'),
  ],
};
