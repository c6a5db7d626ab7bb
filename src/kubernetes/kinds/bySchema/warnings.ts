import { deprecationOf, warningsOfExpressions } from '../../fields/deprecatedLabels';
import type { Part } from '../../fields/fill';
import { addressWarnings } from '../../fields/validation/addressWarnings';
import type { StringMap } from '../../object';
import { warningsOfName, warningsOfTemplate } from '../pod/warnings/template';
import { warningsOfClaim } from '../pod/warnings/volumes';

/** What is to be said of an object that is in order. @param current what an update changes */
type Warn = (object: Part, current: Part | undefined) => string[];

const partOf = (part: Part, field: string): Part => (part[field] ?? {}) as Part;
const listOf = (part: Part, field: string): readonly Part[] => (part[field] ?? []) as readonly Part[];
const annotationsOf = (object: Part): StringMap => partOf(object, 'metadata').annotations as StringMap;
const nameOf = (object: Part): string => String(partOf(object, 'metadata').name);

const isSameGeneration = (object: Part, current: Part | undefined): boolean =>
  current !== undefined && partOf(object, 'metadata').generation === partOf(current, 'metadata').generation;

/** Of its template, whenever it is new or its generation moves. */
const template =
  (...path: readonly string[]): Warn =>
  (object, current) => {
    if (isSameGeneration(object, current)) return [];
    return warningsOfTemplate(path.reduce(partOf, object), path.join('.'));
  };

const IN_POD_NAMES = 'Pod names and hostnames';

/** Of its name, when it is new: pods are called by it. */
const name: Warn = (object, current) => (current ? [] : warningsOfName(nameOf(object), IN_POD_NAMES));

const both =
  (...warn: readonly Warn[]): Warn =>
  (object, current) =>
    warn.flatMap((each) => each(object, current));

const annotation =
  (key: string, text: string): Warn =>
  (object) =>
    annotationsOf(object)?.[key] === undefined ? [] : [text];

const statefulSet: Warn = (object, current) => {
  const spec = partOf(object, 'spec');
  const claims = listOf(spec, 'volumeClaimTemplates').flatMap((claim, index) =>
    warningsOfClaim(partOf(claim, 'spec'), `spec.volumeClaimTemplates[${index}]${current ? '.Spec' : ''}`),
  );
  return [
    ...template('spec', 'template')(object, current),
    ...claims,
    ...(Number(spec.revisionHistoryLimit) < 0
      ? [
          'spec.revisionHistoryLimit: a negative value retains all historical revisions; a value >= 0 is recommended',
        ]
      : []),
  ];
};

const BETA_CLASS = 'volume.beta.kubernetes.io/storage-class';
const BETA_OPTIONS = 'volume.beta.kubernetes.io/mount-options';

const storageClassName = annotation(
  BETA_CLASS,
  `metadata.annotations[${BETA_CLASS}]: deprecated since v1.8; use "storageClassName" attribute instead`,
);

const claim: Warn = (object) => warningsOfClaim(partOf(object, 'spec'), 'spec');

const VOLUMES: readonly (readonly [field: string, path: string, since: string])[] = [
  ['cephfs', 'cephfs', 'deprecated in v1.28, non-functional in v1.31+'],
  ['photonPersistentDisk', 'photonPersistentDisk', 'deprecated in v1.11, non-functional in v1.16+'],
  ['scaleIO', 'scaleIO', 'deprecated in v1.16, non-functional in v1.22+'],
  ['storageos', 'storageOS', 'deprecated in v1.22, non-functional in v1.25+'],
  ['glusterfs', 'glusterfs', 'deprecated in v1.25, non-functional in v1.26+'],
  ['rbd', 'rbd', 'deprecated in v1.28, non-functional in v1.31+'],
];

const volume: Warn = (object) => {
  const spec = partOf(object, 'spec');
  const terms = listOf(partOf(partOf(spec, 'nodeAffinity'), 'required'), 'nodeSelectorTerms');
  return [
    ...(spec.persistentVolumeReclaimPolicy === 'Recycle'
      ? [
          'spec.persistentVolumeReclaimPolicy: The Recycle reclaim policy is deprecated. Instead, the recommended approach is to use dynamic provisioning.',
        ]
      : []),
    ...terms.flatMap((term, index) =>
      warningsOfExpressions(
        term.matchExpressions as Parameters<typeof warningsOfExpressions>[0],
        `spec.nodeAffinity.required.nodeSelectorTerms[${index}].matchExpressions`,
      ),
    ),
    ...VOLUMES.flatMap(([field, path, since]) => (spec[field] ? [`spec.${path}: ${since}`] : [])),
  ];
};

const runtimeClass: Warn = (object) =>
  Object.keys(partOf(partOf(object, 'scheduling'), 'nodeSelector'))
    .sort()
    .flatMap((label) => deprecationOf(label) ?? [])
    .map((why) => `scheduling.nodeSelector: ${why}`);

const storageClass: Warn = (object) =>
  listOf(object, 'allowedTopologies').flatMap((topology, index) =>
    listOf(topology, 'matchLabelExpressions').flatMap(({ key }, place) => {
      const why = deprecationOf(String(key));
      return why ? [`allowedTopologies[${index}].matchLabelExpressions[${place}].key: ${why}`] : [];
    }),
  );

const service: Warn = (object) => {
  const spec = partOf(object, 'spec');
  const { type, clusterIP, loadBalancerIP, externalName, sessionAffinity, trafficDistribution } = spec;
  const external = (spec.externalIPs ?? []) as readonly string[];
  const headless = type === 'ClusterIP' && clusterIP === 'None';
  const warnings: string[] = [];
  if (headless) {
    if (loadBalancerIP) warnings.push('spec.loadBalancerIP is ignored for headless services');
    if (external.length > 0) warnings.push('spec.externalIPs is ignored for headless services');
    if (sessionAffinity !== 'None') warnings.push('spec.SessionAffinity is ignored for headless services');
  }
  warnings.push(...external.flatMap((ip, index) => addressWarnings(ip, `spec.externalIPs[${index}]`)));
  if (external.length > 0 && !headless && type !== 'ExternalName') {
    warnings.push('spec.externalIPs is deprecated and may no longer be implemented in some clusters');
  }
  if (loadBalancerIP) warnings.push(...addressWarnings(String(loadBalancerIP), 'spec.loadBalancerIP'));
  if (type === 'ExternalName' && external.length > 0) {
    warnings.push('spec.externalIPs is ignored when spec.type is "ExternalName"');
  }
  if (type !== 'ExternalName' && externalName) {
    warnings.push('spec.externalName is ignored when spec.type is not "ExternalName"');
  }
  if (trafficDistribution === 'PreferClose') {
    warnings.push('spec.trafficDistribution: "PreferClose" is deprecated; use "PreferSameZone"');
  }
  return warnings;
};

const HINTS = 'service.kubernetes.io/topology-aware-hints';

const ingress: Warn = (object, current) => {
  const key = 'kubernetes.io/ingress.class';
  if (current || annotationsOf(object)?.[key] === undefined) return [];
  return partOf(object, 'spec').ingressClassName === undefined
    ? [`annotation "${key}" is deprecated, please use 'spec.ingressClassName' instead`]
    : [];
};

/**
 * What is to be said of the kinds that have no room of their own.
 * @see pkg/registry, in each kind's strategy: WarningsOnCreate, WarningsOnUpdate
 */
const WARNINGS: Readonly<Record<string, Warn>> = {
  'v1 PodTemplate': template('template'),
  'v1 ReplicationController': both(name, template('spec', 'template')),
  'v1 Service': both(
    annotation(
      HINTS,
      `annotation ${HINTS} is deprecated, please use service.kubernetes.io/topology-mode instead`,
    ),
    service,
  ),
  'v1 PersistentVolumeClaim': both(storageClassName, claim),
  'v1 PersistentVolume': both(
    storageClassName,
    annotation(
      BETA_OPTIONS,
      `metadata.annotations[${BETA_OPTIONS}]: deprecated since v1.31; use "mountOptions" attribute instead`,
    ),
    volume,
  ),
  'apps/v1 Deployment': both(name, template('spec', 'template')),
  'apps/v1 ReplicaSet': both(name, template('spec', 'template')),
  'apps/v1 StatefulSet': statefulSet,
  'batch/v1 Job': both(name, template('spec', 'template')),
  'batch/v1 CronJob': both(name, template('spec', 'jobTemplate', 'spec', 'template')),
  'node.k8s.io/v1 RuntimeClass': runtimeClass,
  'storage.k8s.io/v1 StorageClass': storageClass,
  'networking.k8s.io/v1 Ingress': ingress,
};

/** How a kind warns; not at all, if nothing is known of it. */
export const warningsOfKind = ({
  apiVersion,
  kind,
}: {
  readonly apiVersion: string;
  readonly kind: string;
}): Warn | undefined => WARNINGS[`${apiVersion} ${kind}`];
