import { forbidden, invalid, notSupported, required } from '../../../fields/validation/causes';
import type { FieldCause } from '../../../refusals';
import type { PodSpec } from '../pod';

type Part = Readonly<Record<string, unknown>>;

const NOT_FOR_WINDOWS_PODS = [
  'securityContext.appArmorProfile',
  'securityContext.seLinuxOptions',
  'hostUsers',
  'hostPID',
  'hostIPC',
  'securityContext.seccompProfile',
  'securityContext.fsGroup',
  'securityContext.fsGroupChangePolicy',
  'securityContext.sysctls',
  'shareProcessNamespace',
  'securityContext.runAsUser',
  'securityContext.runAsGroup',
  'securityContext.supplementalGroups',
  'securityContext.supplementalGroupsPolicy',
  'securityContext.seLinuxChangePolicy',
];

const NOT_FOR_WINDOWS_CONTAINERS = [
  'appArmorProfile',
  'seLinuxOptions',
  'seccompProfile',
  'capabilities',
  'readOnlyRootFilesystem',
  'privileged',
  'allowPrivilegeEscalation',
  'procMount',
  'runAsUser',
  'runAsGroup',
];

const at = (part: Part, path: string): unknown =>
  path.split('.').reduce<unknown>((value, key) => (value as Part | undefined)?.[key], part);

/** Security contexts of all containers, with their paths, init containers first. */
const contexts = (
  spec: PodSpec,
  field: string,
): readonly (readonly [path: string, context: Part | undefined])[] =>
  (['initContainers', 'containers', 'ephemeralContainers'] as const).flatMap((list) =>
    (spec[list] ?? []).map(
      (container, index) =>
        [
          `${field}.${list}[${index}].securityContext`,
          container.securityContext as Part | undefined,
        ] as const,
    ),
  );

const validateLinux = (spec: PodSpec, field: string): FieldCause[] =>
  [[`${field}.securityContext`, spec.securityContext as Part | undefined] as const, ...contexts(spec, field)]
    .filter(([, context]) => context?.windowsOptions !== undefined)
    .map(([path]) => forbidden(`${path}.windowsOptions`, 'windows options cannot be set for a linux pod'));

const validateWindows = (spec: PodSpec, field: string): FieldCause[] => {
  const refuse = (path: string) => forbidden(path, 'cannot be set for a windows pod');
  const pod = NOT_FOR_WINDOWS_PODS.filter((path) => at(spec, path) !== undefined);
  const containers = contexts(spec, field).flatMap(([path, context]) =>
    NOT_FOR_WINDOWS_CONTAINERS.filter((key) => context?.[key] !== undefined).map((key) => `${path}.${key}`),
  );
  return [...pod.map((path) => refuse(`${field}.${path}`)), ...containers.map(refuse)];
};

/** A pod that says which system it is for may not ask for another system's settings. */
export const validateOs = (spec: PodSpec, field: string): FieldCause[] => {
  if (spec.os === undefined) return [];
  const { name } = spec.os;
  if (!name) return [required(`${field}.os.name`)];
  if (name === 'linux') return validateLinux(spec, field);
  if (name === 'windows') return validateWindows(spec, field);
  return [notSupported(`${field}.os`, name, ['linux', 'windows'])];
};

/** Windows containers that run on the host: all of a pod or none, and on the host's network. */
export const validateHostProcess = (spec: PodSpec, field: string): FieldCause[] => {
  const pod = spec.securityContext?.windowsOptions?.hostProcess;
  const inContainer = ({ securityContext }: { securityContext?: { windowsOptions?: object } }) =>
    securityContext?.windowsOptions !== undefined;
  if (pod === undefined && !spec.containers?.some(inContainer) && !spec.initContainers?.some(inContainer)) {
    return [];
  }
  const causes: FieldCause[] = [];
  const all = contexts(spec, field);
  let onHost = 0;
  for (const [path, context] of all) {
    const own = (context?.windowsOptions as Part | undefined)?.hostProcess as boolean | undefined;
    if (pod !== undefined && own !== undefined && pod !== own) {
      causes.push(
        invalid(
          `${path}.windowsOptions.hostProcess`,
          own,
          `pod hostProcess value must be identical if both are specified, was ${pod}`,
        ),
      );
    }
    if (own ?? pod) onHost += 1;
  }
  if (onHost === 0) return causes;
  if (onHost !== all.length) {
    causes.push(
      invalid(
        field,
        '',
        'If pod contains any hostProcess containers then all containers must be HostProcess containers',
      ),
    );
  }
  if (!spec.hostNetwork) {
    causes.push(
      invalid(
        `${field}.hostNetwork`,
        false,
        'hostNetwork must be true if pod contains any hostProcess containers',
      ),
    );
  }
  return causes;
};
