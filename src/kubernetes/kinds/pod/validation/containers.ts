import {
  duplicate,
  forbidden,
  invalid,
  misformatted,
  named,
  notFound,
  notSupported,
  required,
  tooMany,
} from '../../../fields/validation/causes';
import { dnsLabel } from '../../../fields/validation/formats';
import { validateContainerResources } from '../../../fields/validation/resources';
import type { FieldCause } from '../../../refusals';
import type { Container, EphemeralContainer } from '../pod';
import { validateEnv, validateEnvFrom, validateHostPorts, validatePorts } from './containerParts';
import type { PodContext } from './context';
import { validateLifecycle, validateProbes } from './handlers';
import { validateDevices, validateMounts } from './mounts';
import { validateSecurityContext } from './security';

const MESSAGE_POLICIES = ['File', 'FallbackToLogsOnError'];
const PULL_POLICIES = ['Always', 'IfNotPresent', 'Never'];
const RESTART_POLICIES = ['Always', 'Never', 'OnFailure'];
const RESTART_ACTIONS = ['Restart', 'RestartAllContainers'];
const RESIZED = ['cpu', 'memory'];
const RESIZE_POLICIES = ['NotRequired', 'RestartContainer'];

/** A value that must be there and be one of a list. */
const choice = (value: string | undefined, supported: readonly string[], field: string): FieldCause[] => {
  if (!value) return [required(field)];
  return supported.includes(value) ? [] : [notSupported(field, value, supported)];
};

const validateResize = (
  policies: Container['resizePolicy'],
  restartPolicy: string | undefined,
  field: string,
): FieldCause[] => {
  const seen = new Set<string>();
  return (policies ?? []).flatMap(({ resourceName, restartPolicy: policy }, index) => {
    const causes = seen.has(resourceName) ? [duplicate(`${field}[${index}]`, named(resourceName))] : [];
    seen.add(resourceName);
    causes.push(...choice(resourceName, RESIZED, field), ...choice(policy, RESIZE_POLICIES, field));
    if (restartPolicy === 'Never' && policy !== 'NotRequired') {
      causes.push(invalid(field, named(policy), "must be 'NotRequired' when pod `restartPolicy` is 'Never'"));
    }
    return causes;
  });
};

/** What holds for containers of every sort. */
const validateCommon = (container: Container, pod: PodContext, field: string): FieldCause[] => [
  ...(container.name
    ? misformatted(`${field}.name`, container.name, dnsLabel(container.name))
    : [required(`${field}.name`)]),
  ...(container.image ? [] : [required(`${field}.image`)]),
  ...choice(container.terminationMessagePolicy, MESSAGE_POLICIES, `${field}.terminationMessagePolicy`),
  ...validatePorts(container.ports, `${field}.ports`),
  ...validateEnv(container.env, `${field}.env`),
  ...validateEnvFrom(container.envFrom, `${field}.envFrom`),
  ...validateMounts(container, pod.volumes, `${field}.volumeMounts`),
  ...validateDevices(container, pod.volumes, `${field}.volumeDevices`),
  ...choice(container.imagePullPolicy, PULL_POLICIES, `${field}.imagePullPolicy`),
  ...validateContainerResources(container.resources, pod.claims, `${field}.resources`),
  ...validateResize(container.resizePolicy, pod.restartPolicy, `${field}.resizePolicy`),
  ...validateSecurityContext(container.securityContext, pod.hostUsers, `${field}.securityContext`),
];

/** A container's own restart policy and the rules that go with it. */
const validateRestart = (
  { restartPolicy, restartPolicyRules }: Container,
  field: string,
  runsFirst = false,
): FieldCause[] => {
  if (restartPolicy === undefined && restartPolicyRules === undefined) return [];
  const rules = restartPolicyRules ?? [];
  const at = `${field}.restartPolicyRules`;
  const causes: FieldCause[] = [];
  if (restartPolicy === undefined) {
    causes.push(required(`${field}.restartPolicy`, 'must specify restartPolicy when restart rules are used'));
    // Of those that run first nothing else is looked at.
    if (runsFirst) return causes;
  } else if (!RESTART_POLICIES.includes(restartPolicy)) {
    causes.push(notSupported(`${field}.restartPolicy`, restartPolicy, RESTART_POLICIES));
  }
  if (rules.length > 20) causes.push(tooMany(at, rules.length, 20));
  rules.forEach(({ action, exitCodes }, index) => {
    if (!RESTART_ACTIONS.includes(action ?? '')) {
      causes.push(notSupported(`${at}[${index}].action`, action, RESTART_ACTIONS));
    }
    if (exitCodes === undefined) {
      causes.push(required(`${at}[${index}].exitCodes`, 'must be specified'));
      return;
    }
    const { operator, values = [] } = exitCodes;
    if (operator !== 'In' && operator !== 'NotIn') {
      causes.push(notSupported(`${at}[${index}].exitCodes.operator`, operator, ['In', 'NotIn']));
    }
    if (values.length > 255) causes.push(tooMany(`${at}[${index}].exitCodes.values`, values.length, 255));
  });
  return causes;
};

/** The containers that make up the pod: at least one, names and host ports unique. */
export const validateContainers = (
  containers: readonly Container[] | undefined,
  pod: PodContext,
  field: string,
): FieldCause[] => {
  if (containers === undefined || containers.length === 0) return [required(field)];
  const names = new Set<string>();
  const causes = containers.flatMap((container, index) => {
    const at = `${field}[${index}]`;
    const own = validateCommon(container, pod, at);
    if (names.has(container.name)) own.push(duplicate(`${at}.name`, container.name));
    names.add(container.name);
    if (container.lifecycle)
      own.push(...validateLifecycle(container.lifecycle, pod.gracePeriod, `${at}.lifecycle`));
    return [...own, ...validateProbes(container, pod.gracePeriod, at), ...validateRestart(container, at)];
  });
  return [...causes, ...validateHostPorts(containers, field)];
};

const ONLY_SIDECARS = ['lifecycle', 'livenessProbe', 'readinessProbe', 'startupProbe'] as const;

/** Containers that run first. Those with restart policy Always stay, and may have probes and hooks. */
export const validateInitContainers = (
  containers: readonly Container[],
  regular: readonly Container[],
  pod: PodContext,
  field: string,
): FieldCause[] => {
  const names = new Set(regular.map(({ name }) => name));
  return containers.flatMap((container, index) => {
    const at = `${field}[${index}]`;
    const causes = [...validateCommon(container, pod, at), ...validateRestart(container, at, true)];
    if (names.has(container.name)) causes.push(duplicate(`${at}.name`, container.name));
    else if (container.name) names.add(container.name);
    causes.push(...validateHostPorts([container], field));
    if (container.restartPolicy === 'Always') {
      const { lifecycle } = container;
      if (lifecycle) causes.push(...validateLifecycle(lifecycle, pod.gracePeriod, `${at}.lifecycle`));
      causes.push(...validateProbes(container, pod.gracePeriod, at));
      return causes;
    }
    for (const key of ONLY_SIDECARS) {
      if (container[key] === undefined) continue;
      causes.push(
        forbidden(`${at}.${key}`, 'may not be set for init containers without restartPolicy=Always'),
      );
    }
    container.resizePolicy?.forEach(({ restartPolicy }, position) => {
      if (restartPolicy !== 'RestartContainer') return;
      causes.push(
        invalid(
          `${at}.resizePolicy[${position}].restartPolicy`,
          named(restartPolicy),
          "must not be set to 'RestartContainer' for non-sidecar initContainers",
        ),
      );
    });
    return causes;
  });
};

const NOT_EPHEMERAL = [
  'ports',
  'resources',
  'resizePolicy',
  'restartPolicy',
  'restartPolicyRules',
  'livenessProbe',
  'readinessProbe',
  'startupProbe',
  'lifecycle',
] as const;

const isSet = (value: unknown): boolean =>
  value !== undefined && !(typeof value === 'object' && value !== null && Object.keys(value).length === 0);

/** Containers put into a running pod to look around: nothing that a pod's service could rest on. */
export const validateEphemeralContainers = (
  containers: readonly EphemeralContainer[],
  others: readonly Container[],
  pod: PodContext,
  field: string,
): FieldCause[] => {
  const regular = new Set(others.map(({ name }) => name));
  const names = new Set(regular);
  return containers.flatMap((container, index) => {
    const at = `${field}[${index}]`;
    const causes = [...validateCommon(container, pod, at), ...paddedImage(container, at)];
    if (names.has(container.name)) causes.push(duplicate(`${at}.name`, container.name));
    names.add(container.name);
    const target = container.targetContainerName;
    if (target && !regular.has(target)) causes.push(notFound(`${at}.targetContainerName`, target));
    for (const key of NOT_EPHEMERAL) {
      if (isSet((container as Container)[key]))
        causes.push(forbidden(`${at}.${key}`, 'cannot be set for an Ephemeral Container'));
    }
    container.volumeMounts?.forEach(({ subPath, subPathExpr }, position) => {
      const mount = `${at}.volumeMounts[${position}]`;
      if (subPath) causes.push(forbidden(`${mount}.subPath`, 'cannot be set for an Ephemeral Container'));
      if (subPathExpr)
        causes.push(forbidden(`${mount}.subPathExpr`, 'cannot be set for an Ephemeral Container'));
    });
    return causes;
  });
};

/** An image's name may be padded in a template, not in a pod. */
export const paddedImage = ({ image = '' }: { readonly image?: string }, field: string): FieldCause[] =>
  image === image.trim()
    ? []
    : [invalid(`${field}.image`, image, 'must not have leading or trailing whitespace')];
