import { absent, changePart, fill, fillAbsent, type Part } from '../../../fields/fill';
import type { TypeDefaults } from '../../../wire/schema/defaults';
import { defaultTemplate } from '../../pod/defaults/pod';

const labelsOf = (part: unknown): unknown => {
  const metadata = (part as Part | undefined)?.metadata as Part | undefined;
  return metadata?.labels;
};

/** An object that has no labels of its own takes those of its template. */
const withLabelsOf = (object: Part, template: unknown): Part => {
  const labels = labelsOf(template);
  const own = labelsOf(object) as Part | undefined;
  return absent(labels) || Object.keys(own ?? {}).length > 0
    ? object
    : { ...object, metadata: { ...(object.metadata as Part), labels } };
};

const templateOf = (object: Part): unknown => (object.spec as Part | undefined)?.template;

const deploymentStrategy = (part: Part): Part => {
  const strategy = fill(part, { type: 'RollingUpdate' });
  if (strategy.type !== 'RollingUpdate') return strategy;
  const rollingUpdate = fillAbsent((strategy.rollingUpdate ?? {}) as Part, {
    maxUnavailable: '25%',
    maxSurge: '25%',
  });
  return { ...strategy, rollingUpdate };
};

const statefulSetStrategy = (part: Part): Part => {
  const strategy = part.type
    ? part
    : fillAbsent<Part>({ ...part, type: 'RollingUpdate' }, { rollingUpdate: {} });
  return strategy.type === 'RollingUpdate'
    ? changePart(strategy, 'rollingUpdate', (rolling: Part) => fillAbsent(rolling, { partition: 0 }))
    : strategy;
};

/** A claim in a template says what it is: a custom that is older than templates of other kinds. */
const claimTemplate = (claim: Part): Part => ({ ...claim, apiVersion: 'v1', kind: 'PersistentVolumeClaim' });

const statefulSetSpec = (part: Part): Part => {
  const spec = fill(part, { podManagementPolicy: 'OrderedReady' });
  return changePart(
    fillAbsent<Part>(
      {
        ...spec,
        updateStrategy: statefulSetStrategy((spec.updateStrategy ?? {}) as Part),
        persistentVolumeClaimRetentionPolicy: fill(
          (spec.persistentVolumeClaimRetentionPolicy ?? {}) as Part,
          { whenDeleted: 'Retain', whenScaled: 'Retain' },
        ),
      },
      { replicas: 1, revisionHistoryLimit: 10 },
    ),
    'volumeClaimTemplates',
    (claims: readonly Part[]) => claims.map(claimTemplate),
  );
};

const jobSpec = (part: Part): Part =>
  fillAbsent<Part>(
    {
      ...part,
      ...(absent(part.completions) && absent(part.parallelism) ? { completions: 1, parallelism: 1 } : {}),
    },
    {
      parallelism: 1,
      backoffLimit: absent(part.backoffLimitPerIndex) ? 6 : 2 ** 31 - 1,
      completionMode: 'NonIndexed',
      suspend: false,
      podReplacementPolicy: absent(part.podFailurePolicy) ? 'TerminatingOrFailed' : 'Failed',
      manualSelector: false,
    },
  );

const job = (object: Part): Part =>
  withLabelsOf({ ...object, spec: jobSpec((object.spec ?? {}) as Part) }, templateOf(object));

const replicationController = (object: Part): Part => {
  const labels = labelsOf(templateOf(object));
  const spec = (object.spec ?? {}) as Part;
  const selects = Object.keys((spec.selector ?? {}) as Part).length > 0;
  return withLabelsOf(
    { ...object, spec: selects || absent(labels) ? spec : { ...spec, selector: labels } },
    spec.template,
  );
};

/**
 * What Go code fills in of the kinds that run pods.
 * @see k8s.io/kubernetes/pkg/apis/apps/v1/defaults.go, batch/v1/defaults.go and core/v1/defaults.go
 */
export const workloadDefaults: TypeDefaults = {
  'io.k8s.api.core.v1.PodTemplateSpec': defaultTemplate,
  'io.k8s.api.core.v1.ReplicationController': replicationController,
  'io.k8s.api.apps.v1.DeploymentSpec': (spec) =>
    fillAbsent<Part>(
      { ...spec, strategy: deploymentStrategy((spec.strategy ?? {}) as Part) },
      { replicas: 1, revisionHistoryLimit: 10, progressDeadlineSeconds: 600 },
    ),
  'io.k8s.api.apps.v1.StatefulSetSpec': statefulSetSpec,
  'io.k8s.api.apps.v1.ReplicaSetSpec': (spec) => fillAbsent(spec, { replicas: 1 }),
  'io.k8s.api.batch.v1.Job': job,
  'io.k8s.api.batch.v1.CronJobSpec': (spec) =>
    fillAbsent(fill(spec, { concurrencyPolicy: 'Allow' }), {
      suspend: false,
      successfulJobsHistoryLimit: 3,
      failedJobsHistoryLimit: 1,
    }),
  'io.k8s.api.batch.v1.PodFailurePolicyOnPodConditionsPattern': (pattern) =>
    fill(pattern, { status: 'True' }),
};
