import {
  asStruct,
  duplicate,
  invalid,
  misformatted,
  notSupported,
  required,
} from '../../../fields/validation/causes';
import { between, dnsLabel, dnsSubdomain, type Format, labelKey } from '../../../fields/validation/formats';
import { validateLabels } from '../../../fields/validation/labels';
import { validateContainerResources } from '../../../fields/validation/resources';
import { validateTolerations } from '../../../fields/validation/tolerations';
import type { FieldCause } from '../../../refusals';
import type { PodSpec } from '../pod';
import { validateAffinity } from './affinity';
import { validateContainers, validateEphemeralContainers, validateInitContainers } from './containers';
import type { PodContext, Standing } from './context';
import { validateFileKeyVolumes } from './fileKeys';
import {
  validateDnsConfig,
  validateDnsPolicy,
  validateHostAliases,
  validateHostNetwork,
  validateHostnameOverride,
  validateHostnames,
} from './network';
import { validateHostProcess, validateOs } from './os';
import { validatePodResources } from './podResources';
import { validateHostUsers, validatePodSecurity } from './security';
import { validateSpread } from './topology';
import { validateVolumes } from './volumes';

const RESTART_POLICIES = ['Always', 'OnFailure', 'Never'];
const PREEMPTION_POLICIES = ['PreemptLowerPriority', 'Never'];
const MOST_SECONDS = 2147483647;

const validateClaims = (claims: PodSpec['resourceClaims'], field: string): FieldCause[] => {
  const names = new Set<string>();
  return (claims ?? []).flatMap((claim, index) => {
    const at = `${field}[${index}]`;
    const { name, resourceClaimName: byName, resourceClaimTemplateName: byTemplate } = claim;
    const causes: FieldCause[] = [];
    if (!name) causes.push(required(`${at}.name`));
    else if (names.has(name)) causes.push(duplicate(`${at}.name`, name));
    else causes.push(...misformatted(`${at}.name`, name, dnsLabel(name)));
    names.add(name);
    const printed = asStruct({
      Name: name ?? '',
      ResourceClaimName: byName ?? null,
      ResourceClaimTemplateName: byTemplate ?? null,
    });
    if (byName !== undefined && byTemplate !== undefined) {
      causes.push(
        invalid(
          at,
          printed,
          'at most one of `resourceClaimName` or `resourceClaimTemplateName` may be specified',
        ),
      );
    }
    if (byName === undefined && byTemplate === undefined) {
      causes.push(
        invalid(at, printed, 'must specify one of: `resourceClaimName`, `resourceClaimTemplateName`'),
      );
    }
    return [
      ...causes,
      ...optionalName(byName, dnsSubdomain, `${at}.resourceClaimName`),
      ...optionalName(byTemplate, dnsSubdomain, `${at}.resourceClaimTemplateName`),
    ];
  });
};

const optionalName = (name: string | undefined, format: Format, field: string): FieldCause[] =>
  name ? misformatted(field, name, format(name)) : [];

const validateGates = (gates: PodSpec['schedulingGates'], field: string): FieldCause[] => {
  const names = new Set<string>();
  return (gates ?? []).flatMap(({ name = '' }, index) => {
    const causes = misformatted(`${field}[${index}]`, name, labelKey(name));
    if (names.has(name)) causes.push(duplicate(`${field}[${index}]`, name));
    names.add(name);
    return causes;
  });
};

const oneOf = (value: string | undefined, values: readonly string[], field: string): FieldCause[] => {
  if (!value) return [required(field)];
  return values.includes(value) ? [] : [notSupported(field, value, values)];
};

const NOTHING_WRONG: FieldCause[] = [];

/** What the parts of a spec depend on, for lists of containers that were found in order. */
const foundInOrder = new WeakMap<object, readonly unknown[]>();

/**
 * Volumes, claims and containers: what belongs together and comes first. Pods share them with the template they were
 * made from, so what was in order once is not looked at again.
 */
const validateParts = (spec: PodSpec, standing: Standing, field: string): FieldCause[] => {
  const { containers, initContainers, ephemeralContainers, volumes, resourceClaims, resources } = spec;
  const inputs = [
    initContainers,
    ephemeralContainers,
    volumes,
    resourceClaims,
    resources,
    spec.terminationGracePeriodSeconds,
    spec.restartPolicy,
    spec.hostUsers,
    spec.os,
  ];
  const known = containers && foundInOrder.get(containers);
  if (known?.every((input, index) => input === inputs[index])) return NOTHING_WRONG;
  const causes = checkParts(spec, standing, field);
  const dependsOnStanding = volumes?.some(
    ({ ephemeral, image }) => ephemeral !== undefined || (image !== undefined && !image.reference),
  );
  if (containers && causes.length === 0 && !dependsOnStanding) foundInOrder.set(containers, inputs);
  return causes;
};

const checkParts = (spec: PodSpec, standing: Standing, field: string): FieldCause[] => {
  const volumes = validateVolumes(spec.volumes ?? [], standing, `${field}.volumes`);
  const context: PodContext = {
    volumes: volumes.good,
    claims: (spec.resourceClaims ?? []).map(({ name }) => name).filter(Boolean),
    gracePeriod: spec.terminationGracePeriodSeconds,
    restartPolicy: spec.restartPolicy,
    hostUsers: spec.hostUsers !== false,
  };
  const { containers, initContainers = [], ephemeralContainers = [] } = spec;
  const regular = containers ?? [];
  return [
    ...volumes.causes,
    ...validateClaims(spec.resourceClaims, `${field}.resourceClaims`),
    ...validateContainers(containers, context, `${field}.containers`),
    ...validateInitContainers(initContainers, regular, context, `${field}.initContainers`),
    ...validateEphemeralContainers(
      ephemeralContainers,
      [...regular, ...initContainers],
      context,
      `${field}.ephemeralContainers`,
    ),
    ...validatePodResources(spec, context.claims, `${field}.resources`),
  ];
};

const validateDeadline = (seconds: number | undefined, field: string): FieldCause[] =>
  seconds !== undefined && (seconds < 1 || seconds > MOST_SECONDS)
    ? [invalid(field, seconds, between(1, MOST_SECONDS))]
    : [];

const validateReadinessGates = (gates: PodSpec['readinessGates'], field: string): FieldCause[] =>
  (gates ?? []).flatMap(({ conditionType = '' }, index) =>
    misformatted(`${field}[${index}].conditionType`, conditionType, labelKey(conditionType)),
  );

/**
 * Everything the API server checks of a pod's spec, in its order.
 * @see k8s.io/kubernetes/pkg/apis/core/validation ValidatePodSpec
 */
export const validatePodSpec = (spec: PodSpec, standing: Standing, field: string): FieldCause[] => [
  ...(spec.terminationGracePeriodSeconds === undefined
    ? [required(`${field}.terminationGracePeriodSeconds`)]
    : []),
  ...validateParts(spec, standing, field),
  ...validateHostNetwork(spec, standing.isPod, field),
  ...oneOf(spec.restartPolicy, RESTART_POLICIES, `${field}.restartPolicy`),
  ...validateDnsPolicy(spec.dnsPolicy, `${field}.dnsPolicy`),
  ...validateLabels(spec.nodeSelector, `${field}.nodeSelector`),
  ...validatePodSecurity(spec, field),
  ...validateAffinity(spec.affinity, `${field}.affinity`),
  ...validateDnsConfig(spec, `${field}.dnsConfig`),
  ...validateReadinessGates(spec.readinessGates, `${field}.readinessGates`),
  ...validateGates(spec.schedulingGates, `${field}.schedulingGates`),
  ...validateSpread(spec.topologySpreadConstraints ?? [], `${field}.topologySpreadConstraints`),
  ...validateHostProcess(spec, field),
  ...validateHostUsers(spec, field),
  ...validateHostnameOverride(spec, `${field}.hostnameOverride`),
  ...optionalName(spec.serviceAccountName, dnsSubdomain, `${field}.serviceAccountName`),
  ...optionalName(spec.nodeName, dnsSubdomain, `${field}.nodeName`),
  ...validateDeadline(spec.activeDeadlineSeconds, `${field}.activeDeadlineSeconds`),
  ...validateHostnames(spec, field),
  ...validateTolerations(spec.tolerations ?? [], `${field}.tolerations`),
  ...validateHostAliases(spec.hostAliases, `${field}.hostAliases`),
  ...optionalName(spec.priorityClassName, dnsSubdomain, `${field}.priorityClassName`),
  ...(spec.runtimeClassName === undefined
    ? []
    : misformatted(`${field}.runtimeClassName`, spec.runtimeClassName, dnsSubdomain(spec.runtimeClassName))),
  ...(spec.preemptionPolicy === undefined
    ? []
    : oneOf(spec.preemptionPolicy, PREEMPTION_POLICIES, `${field}.preemptionPolicy`)),
  ...(spec.overhead === undefined
    ? []
    : validateContainerResources({ limits: spec.overhead }, [], `${field}.overhead`)),
  ...validateOs(spec, field),
  ...validateFileKeyVolumes(spec, field),
];
