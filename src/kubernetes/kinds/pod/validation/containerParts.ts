import { canonicalQuantity, exactly } from '../../../fields/exactQuantity';
import { quoted } from '../../../fields/text';
import {
  duplicate,
  goJson,
  invalid,
  misformatted,
  notSupported,
  Printed,
  required,
} from '../../../fields/validation/causes';
import {
  asPrefix,
  configKey,
  dnsSubdomain,
  envName,
  labelKey,
  portName,
  portNumber,
} from '../../../fields/validation/formats';
import type { FieldCause } from '../../../refusals';
import type { Container, EnvVar } from '../pod';
import { validateFileKey } from './fileKeys';

const PROTOCOLS = ['SCTP', 'TCP', 'UDP'];

/** The ports of one container: names unique and in form, numbers in range, protocols known. */
export const validatePorts = (ports: Container['ports'], field: string): FieldCause[] => {
  const causes: FieldCause[] = [];
  const names = new Set<string>();
  ports?.forEach(({ name, containerPort, hostPort, protocol }, index) => {
    const at = `${field}[${index}]`;
    if (name) {
      const problems = portName(name);
      if (problems.length > 0) causes.push(...misformatted(`${at}.name`, name, problems));
      else if (names.has(name)) causes.push(duplicate(`${at}.name`, name));
      else names.add(name);
    }
    if (!containerPort) causes.push(required(`${at}.containerPort`));
    else causes.push(...misformatted(`${at}.containerPort`, containerPort, portNumber(containerPort)));
    if (hostPort) causes.push(...misformatted(`${at}.hostPort`, hostPort, portNumber(hostPort)));
    if (!protocol) causes.push(required(`${at}.protocol`));
    else if (!PROTOCOLS.includes(protocol)) causes.push(notSupported(`${at}.protocol`, protocol, PROTOCOLS));
  });
  return causes;
};

/** No two containers may have the same port of the host. */
export const validateHostPorts = (containers: readonly Container[], field: string): FieldCause[] => {
  const causes: FieldCause[] = [];
  const taken = new Set<string>();
  containers.forEach(({ ports }, index) => {
    ports?.forEach(({ protocol, hostIP, hostPort }, position) => {
      if (!hostPort) return;
      const key = `${protocol ?? ''}/${hostIP ?? ''}/${hostPort}`;
      if (taken.has(key)) causes.push(duplicate(`${field}[${index}].ports[${position}].hostPort`, key));
      taken.add(key);
    });
  });
  return causes;
};

const FIELD_PATHS = [
  'metadata.name',
  'metadata.namespace',
  'metadata.uid',
  'spec.nodeName',
  'spec.serviceAccountName',
  'status.hostIP',
  'status.hostIPs',
  'status.podIP',
  'status.podIPs',
];
const RESOURCE_FIELDS = [
  'limits.cpu',
  'limits.ephemeral-storage',
  'limits.memory',
  'requests.cpu',
  'requests.ephemeral-storage',
  'requests.memory',
];
const KNOWN_LABELS = new Set([
  ...FIELD_PATHS,
  'metadata.annotations',
  'metadata.labels',
  'spec.restartPolicy',
  'spec.schedulerName',
  'status.phase',
]);
/** What `spec.nodeName` was once called. */
const OLD_NODE_NAME = 'spec.host';
const SUFFIXES = ['', 'k', 'M', 'G', 'T', 'P', 'E', 'Ki', 'Mi', 'Gi', 'Ti', 'Pi', 'Ei'];
const SIZES = SUFFIXES.map((suffix) => `1${suffix}`);

interface FieldRef {
  readonly apiVersion?: string;
  readonly fieldPath?: string;
}

/** A reference to a field of the pod, by path; labels and annotations may be picked by key. */
export const validateFieldRef = (
  { apiVersion, fieldPath }: FieldRef,
  allowed: readonly string[],
  field: string,
): FieldCause[] => {
  if (!apiVersion) return [required(`${field}.apiVersion`)];
  if (!fieldPath) return [required(`${field}.fieldPath`)];
  const [, path = fieldPath, key] = /^(.*)\['([^']*)'\]$/.exec(fieldPath) ?? [];
  const unsupported = (why: string) => [
    invalid(`${field}.fieldPath`, fieldPath, `error converting fieldPath: ${why}`),
  ];
  if (apiVersion !== 'v1') return unsupported(`unsupported pod version: ${apiVersion}`);
  if (key !== undefined && path !== 'metadata.labels' && path !== 'metadata.annotations') {
    return unsupported(`field label does not support subscript: ${fieldPath}`);
  }
  if (key !== undefined) {
    const name = path === 'metadata.annotations' ? key.toLowerCase() : key;
    return misformatted(field, name, labelKey(name));
  }
  if (!KNOWN_LABELS.has(path) && path !== OLD_NODE_NAME) {
    return unsupported(`field label not supported: ${path}`);
  }
  return allowed.includes(path === OLD_NODE_NAME ? 'spec.nodeName' : path)
    ? []
    : [notSupported(`${field}.fieldPath`, new Printed(quoted(path)), [...allowed].sort())];
};

interface ResourceFieldRef {
  readonly containerName?: string;
  readonly resource?: string;
  readonly divisor?: string;
}

/** A reference to what a container asks for. Volumes must say which container. */
export const validateResourceFieldRef = (
  { containerName, resource = '', divisor = '0' }: ResourceFieldRef,
  inVolume: boolean,
  field: string,
): FieldCause[] => {
  const causes: FieldCause[] = [];
  const pages = /^(requests|limits)\.hugepages-/.test(resource);
  if (inVolume && !containerName) causes.push(required(`${field}.containerName`));
  else if (resource === '') causes.push(required(`${field}.resource`));
  else if (!RESOURCE_FIELDS.includes(resource) && !pages) {
    causes.push(notSupported(`${field}.resource`, new Printed(quoted(resource)), RESOURCE_FIELDS));
  }
  if (exactly(divisor).nano === 0n) return causes;
  const what = pages ? 'hugepages' : resource.slice(resource.indexOf('.') + 1);
  const named =
    what === 'cpu' ? 'cpu' : what === 'memory' || what === 'hugepages' ? what : 'local ephemeral storage';
  if (!pages && !RESOURCE_FIELDS.includes(resource)) return causes;
  const fits = what === 'cpu' ? ['1m', '1'] : SIZES;
  if (!fits.includes(canonicalQuantity(divisor))) {
    const values = what === 'cpu' ? '1m and 1' : SIZES.join(', ');
    causes.push(
      invalid(
        `${field}.divisor`,
        resource,
        `only divisor's values ${values} are supported with the ${named} resource`,
      ),
    );
  }
  return causes;
};

const keySelector = (
  { name = '', key = '' }: { readonly name?: string; readonly key?: string },
  field: string,
): FieldCause[] => [
  ...misformatted(`${field}.name`, name, dnsSubdomain(name)),
  ...(key === '' ? [required(`${field}.key`)] : misformatted(`${field}.key`, key, configKey(key))),
];

const validateValueFrom = ({ value, valueFrom }: EnvVar, field: string): FieldCause[] => {
  if (valueFrom === undefined) return [];
  const { fieldRef, resourceFieldRef, configMapKeyRef, secretKeyRef, fileKeyRef } = valueFrom;
  const causes: FieldCause[] = [];
  if (fieldRef) causes.push(...validateFieldRef(fieldRef, FIELD_PATHS, `${field}.fieldRef`));
  if (resourceFieldRef) {
    causes.push(...validateResourceFieldRef(resourceFieldRef, false, `${field}.resourceFieldRef`));
  }
  if (configMapKeyRef) causes.push(...keySelector(configMapKeyRef, `${field}.configMapKeyRef`));
  if (secretKeyRef) causes.push(...keySelector(secretKeyRef, `${field}.secretKeyRef`));
  if (fileKeyRef) causes.push(...validateFileKey(fileKeyRef, `${field}.fileKeyRef`));
  const sources = [fieldRef, resourceFieldRef, configMapKeyRef, secretKeyRef, fileKeyRef].filter(
    Boolean,
  ).length;
  if (sources === 0) {
    causes.push(
      invalid(
        field,
        '',
        'must specify one of: `fieldRef`, `resourceFieldRef`, `configMapKeyRef`, `secretKeyRef` or `fileKeyRef`',
      ),
    );
  } else if (value) causes.push(invalid(field, '', 'may not be specified when `value` is not empty'));
  else if (sources > 1)
    causes.push(invalid(field, '', 'may not have more than one field specified at a time'));
  return causes;
};

/** Environment variables. The same name twice is allowed: the last one wins. */
export const validateEnv = (variables: readonly EnvVar[] | undefined, field: string): FieldCause[] =>
  (variables ?? []).flatMap((variable, index) => {
    const at = `${field}[${index}]`;
    return [
      ...(variable.name
        ? misformatted(`${at}.name`, variable.name, envName(variable.name))
        : [required(`${at}.name`)]),
      ...validateValueFrom(variable, `${at}.valueFrom`),
    ];
  });

const envSource = ({ name = '' }: { readonly name?: string }, field: string): FieldCause[] =>
  name === ''
    ? [required(`${field}.name`)]
    : misformatted(`${field}.name`, name, asPrefix(dnsSubdomain)(name));

/** Whole config maps and secrets as environment variables. */
export const validateEnvFrom = (sources: Container['envFrom'], field: string): FieldCause[] =>
  (sources ?? []).flatMap(({ prefix, configMapRef, secretRef }, index) => {
    const at = `${field}[${index}]`;
    const causes = prefix ? misformatted(`${at}.prefix`, prefix, envName(prefix)) : [];
    if (configMapRef) causes.push(...envSource(configMapRef, `${at}.configMapRef`));
    if (secretRef) causes.push(...envSource(secretRef, `${at}.secretRef`));
    if (!configMapRef && !secretRef) {
      causes.push(invalid(field, '', 'must specify one of: `configMapRef` or `secretRef`'));
    } else if (configMapRef && secretRef) {
      causes.push(invalid(field, '', 'may not have more than one field specified at a time'));
    }
    return causes;
  });

/** A value of an int-or-string as Go prints it. */
export const intOrString = (value: number | string): Printed => new Printed(goJson(value));
