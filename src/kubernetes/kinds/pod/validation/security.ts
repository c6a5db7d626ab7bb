import { byteLength } from '../../../fields/bytes';
import {
  asStruct,
  duplicate,
  forbidden,
  invalid,
  misformatted,
  notSupported,
  required,
  tooLong,
} from '../../../fields/validation/causes';
import { userId } from '../../../fields/validation/formats';
import { relativePath } from '../../../fields/validation/paths';
import type { FieldCause } from '../../../refusals';
import type { PodSecurityContext, PodSpec, SecurityContext } from '../pod';
import { validateWindowsOptions } from './windowsOptions';

type Seccomp = NonNullable<PodSecurityContext['seccompProfile']>;
type AppArmor = NonNullable<SecurityContext['appArmorProfile']>;

/** Mounting with the label of the pod is a feature that is off as it comes: SELinuxMount. */
const SELINUX_CHANGE_POLICIES = ['Recursive'];
const PROFILES = ['Localhost', 'RuntimeDefault', 'Unconfined'];
const MOST_PROFILE_BYTES = 4095;

const ids = (id: number | undefined, field: string): FieldCause[] =>
  id === undefined ? [] : misformatted(field, id, userId(id));

const validateSeccomp = (profile: Seccomp | undefined, field: string): FieldCause[] => {
  if (profile === undefined) return [];
  const { type, localhostProfile } = profile;
  const causes: FieldCause[] = [];
  if (!type) causes.push(required(`${field}.type`, 'type is required when seccompProfile is set'));
  else if (!PROFILES.includes(type)) causes.push(notSupported(`${field}.type`, type, PROFILES));
  if (type === 'Localhost') {
    causes.push(
      ...(localhostProfile === undefined
        ? [required(`${field}.localhostProfile`, 'must be set when seccomp type is Localhost')]
        : relativePath(localhostProfile, `${field}.localhostProfile`)),
    );
  } else if (localhostProfile !== undefined) {
    causes.push(
      invalid(
        `${field}.localhostProfile`,
        asStruct({ Type: type ?? '', LocalhostProfile: localhostProfile }),
        'can only be set when seccomp type is Localhost',
      ),
    );
  }
  return causes;
};

const validateAppArmor = (profile: AppArmor | undefined, field: string): FieldCause[] => {
  if (profile === undefined) return [];
  const { type, localhostProfile } = profile;
  const at = `${field}.localhostProfile`;
  const missing = required(at, 'must be set when AppArmor type is Localhost');
  if (!type) return [required(`${field}.type`, 'type is required when appArmorProfile is set')];
  if (!PROFILES.includes(type)) return [notSupported(`${field}.type`, type, PROFILES)];
  if (type !== 'Localhost') {
    return localhostProfile === undefined
      ? []
      : [invalid(at, localhostProfile, 'can only be set when AppArmor type is Localhost')];
  }
  if (localhostProfile === undefined) return [missing];
  const causes: FieldCause[] = [];
  if (localhostProfile.trim() !== localhostProfile) {
    causes.push(invalid(at, localhostProfile, 'must not be padded with whitespace'));
  } else if (localhostProfile === '') causes.push(missing);
  if (byteLength(localhostProfile) > MOST_PROFILE_BYTES) causes.push(tooLong(at, MOST_PROFILE_BYTES));
  return causes;
};

/** A container's security context as Go prints it: every field, in Go's order and under Go's names. */
const printed = (context: SecurityContext) =>
  asStruct({
    Capabilities: context.capabilities
      ? { Add: context.capabilities.add ?? null, Drop: context.capabilities.drop ?? null }
      : null,
    Privileged: context.privileged ?? null,
    SELinuxOptions: context.seLinuxOptions
      ? {
          User: context.seLinuxOptions.user ?? '',
          Role: context.seLinuxOptions.role ?? '',
          Type: context.seLinuxOptions.type ?? '',
          Level: context.seLinuxOptions.level ?? '',
        }
      : null,
    WindowsOptions: context.windowsOptions
      ? {
          GMSACredentialSpecName: context.windowsOptions.gmsaCredentialSpecName ?? null,
          GMSACredentialSpec: context.windowsOptions.gmsaCredentialSpec ?? null,
          RunAsUserName: context.windowsOptions.runAsUserName ?? null,
          HostProcess: context.windowsOptions.hostProcess ?? null,
        }
      : null,
    RunAsUser: context.runAsUser ?? null,
    RunAsGroup: context.runAsGroup ?? null,
    RunAsNonRoot: context.runAsNonRoot ?? null,
    ReadOnlyRootFilesystem: context.readOnlyRootFilesystem ?? null,
    AllowPrivilegeEscalation: context.allowPrivilegeEscalation ?? null,
    ProcMount: context.procMount ?? null,
    SeccompProfile: context.seccompProfile
      ? {
          Type: context.seccompProfile.type,
          LocalhostProfile: context.seccompProfile.localhostProfile ?? null,
        }
      : null,
    AppArmorProfile: context.appArmorProfile
      ? {
          Type: context.appArmorProfile.type,
          LocalhostProfile: context.appArmorProfile.localhostProfile ?? null,
        }
      : null,
  });

/** What a container may do on its node. */
export const validateSecurityContext = (
  context: SecurityContext | undefined,
  hostUsers: boolean,
  field: string,
): FieldCause[] => {
  if (context === undefined) return [];
  const causes = [
    ...ids(context.runAsUser, `${field}.runAsUser`),
    ...ids(context.runAsGroup, `${field}.runAsGroup`),
  ];
  const { procMount } = context;
  if (procMount !== undefined && procMount !== 'Default' && procMount !== 'Unmasked') {
    causes.push(notSupported(`${field}.procMount`, procMount, ['Default', 'Unmasked']));
  }
  if (hostUsers && procMount === 'Unmasked') {
    causes.push(invalid(`${field}.procMount`, procMount, '`hostUsers` must be false to use `Unmasked`'));
  }
  causes.push(...validateSeccomp(context.seccompProfile, `${field}.seccompProfile`));
  if (context.allowPrivilegeEscalation === false) {
    if (context.privileged === true) {
      causes.push(
        invalid(
          field,
          printed(context),
          'cannot set `allowPrivilegeEscalation` to false and `privileged` to true',
        ),
      );
    }
    for (const capability of context.capabilities?.add ?? []) {
      if (capability !== 'CAP_SYS_ADMIN') continue;
      causes.push(
        invalid(
          field,
          printed(context),
          'cannot set `allowPrivilegeEscalation` to false and `capabilities.Add` CAP_SYS_ADMIN',
        ),
      );
    }
  }
  causes.push(...validateWindowsOptions(context.windowsOptions, `${field}.windowsOptions`));
  return [...causes, ...validateAppArmor(context.appArmorProfile, `${field}.appArmorProfile`)];
};

const SYSCTL_SEGMENT = '[a-z0-9]([-_a-z0-9]*[a-z0-9])?';
const SYSCTL = `^(${SYSCTL_SEGMENT}[\\./])*${SYSCTL_SEGMENT}$`;
const SYSCTL_EXPRESSION = new RegExp(SYSCTL);
const NETWORK = /^net\./;
const IPC = /^(kernel\.shm|kernel\.msg|kernel\.sem$|fs\.mqueue\.)/;

const validateSysctls = (spec: PodSpec, field: string): FieldCause[] => {
  const causes: FieldCause[] = [];
  const seen = new Set<string>();
  spec.securityContext?.sysctls?.forEach(({ name = '' }, index) => {
    const at = `${field}[${index}].name`;
    const dotted = name.replaceAll('/', '.');
    if (name === '') causes.push(required(at));
    else if (name.length > 253 || !SYSCTL_EXPRESSION.test(name)) {
      causes.push(invalid(at, name, `must have at most 253 characters and match regex ${SYSCTL}`));
    } else if (seen.has(name)) causes.push(duplicate(at, name));
    if (spec.hostNetwork && NETWORK.test(dotted)) {
      causes.push(invalid(at, name, "may not be specified when 'hostNetwork' is true"));
    } else if (spec.hostIPC && IPC.test(dotted)) {
      causes.push(invalid(at, name, "may not be specified when 'hostIPC' is true"));
    }
    seen.add(name);
  });
  return causes;
};

const oneOf = (value: string | undefined, values: readonly string[], field: string): FieldCause[] =>
  value === undefined || values.includes(value) ? [] : [notSupported(field, value, values)];

/** What all containers of a pod may do. Some of it stands in the spec itself, not in its security context. */
export const validatePodSecurity = (spec: PodSpec, field: string): FieldCause[] => {
  const context = spec.securityContext;
  if (context === undefined) return [];
  const at = `${field}.securityContext`;
  const causes = [
    ...ids(context.fsGroup, `${at}.fsGroup`),
    ...ids(context.runAsUser, `${at}.runAsUser`),
    ...ids(context.runAsGroup, `${at}.runAsGroup`),
    ...(context.supplementalGroups ?? []).flatMap((id, index) =>
      ids(id, `${at}.supplementalGroups[${index}]`),
    ),
  ];
  if (spec.shareProcessNamespace && spec.hostPID) {
    causes.push(
      invalid(
        `${at}.shareProcessNamespace`,
        true,
        'ShareProcessNamespace and HostPID cannot both be enabled',
      ),
    );
  }
  return [
    ...causes,
    ...validateSysctls(spec, `${at}.sysctls`),
    ...oneOf(context.fsGroupChangePolicy, ['Always', 'OnRootMismatch'], `${at}.fsGroupChangePolicy`),
    ...validateSeccomp(context.seccompProfile, `${at}.seccompProfile`),
    ...validateWindowsOptions(context.windowsOptions, `${at}.windowsOptions`),
    ...validateAppArmor(context.appArmorProfile, `${at}.appArmorProfile`),
    ...oneOf(context.supplementalGroupsPolicy, ['Merge', 'Strict'], `${at}.supplementalGroupsPolicy`),
    ...oneOf(context.seLinuxChangePolicy, SELINUX_CHANGE_POLICIES, `${at}.seLinuxChangePolicy`),
  ];
};

/**
 * A pod with users of its own keeps the host's other namespaces out, and has no raw devices.
 * @see pkg/apis/core/validation/validation.go validateHostUsers
 */
export const validateHostUsers = (spec: PodSpec, field: string): FieldCause[] => {
  if (spec.hostUsers !== false) return [];
  const refuse = (at: string) => forbidden(`${field}.${at}`, 'when `hostUsers` is false');
  return [
    ...(spec.hostNetwork ? [refuse('hostNetwork')] : []),
    ...(spec.hostPID ? [refuse('HostPID')] : []),
    ...(spec.hostIPC ? [refuse('HostIPC')] : []),
    ...(['initContainers', 'containers', 'ephemeralContainers'] as const).flatMap((list) =>
      (spec[list] ?? []).flatMap(({ volumeDevices = [] }, index) =>
        volumeDevices.length > 0 ? [refuse(`${list}[${index}].volumeDevices`)] : [],
      ),
    ),
  ];
};
