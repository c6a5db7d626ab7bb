import { invalid } from '../../../../kubernetes/fields/validation/causes';
import type { Pod, PodSecurityContext } from '../../../../kubernetes/kinds/pod/pod';
import type { SecurityContextConstraints } from '../../../../kubernetes/kinds/securitycontextconstraints/constraints';
import type { StringMap } from '../../../../kubernetes/object';
import type { FieldCause } from '../../../../kubernetes/refusals';
import { checkGroups, groupFor } from './groups';
import { checkPodProfile, asField as fieldOfProfile, POD_PROFILE, profileFor } from './seccomp';
import { checkLabel, labelFor } from './selinux';
import { checkSysctls } from './sysctls';
import { checkVolumes } from './volumes';

/** What holds for a whole pod under a constraint. */
export interface PodContext {
  readonly context: PodSecurityContext | undefined;
  readonly annotations: StringMap | undefined;
}

/**
 * What a constraint makes of a pod: what the pod does not ask for itself is filled in.
 * @see github.com/openshift/apiserver-library-go/pkg/securitycontextconstraints/sccmatching simpleProvider.CreatePodSecurityContext
 */
export const podContextFor = (
  constraints: SecurityContextConstraints,
  { spec, metadata }: Pod,
): PodContext => {
  const own = spec.securityContext;
  const filled: { -readonly [F in keyof PodSecurityContext]: PodSecurityContext[F] } = {};
  if (!own?.supplementalGroups?.length) {
    const group = groupFor(constraints.supplementalGroups ?? {});
    if (group !== undefined) filled.supplementalGroups = [group];
  }
  if (own?.fsGroup === undefined) {
    const group = groupFor(constraints.fsGroup ?? {});
    if (group !== undefined) filled.fsGroup = group;
  }
  if (own?.seLinuxOptions === undefined) {
    const label = labelFor(constraints.seLinuxContext ?? {});
    if (label !== undefined) filled.seLinuxOptions = label;
  }
  const profile = profileFor(constraints.seccompProfiles ?? [], own ?? {}, metadata.annotations ?? {});
  if (profile !== '') filled.seccompProfile = fieldOfProfile(profile);
  const isSame = Object.keys(filled).length === 0;
  return {
    context: isSame ? own : { ...own, ...filled },
    annotations: profile === '' ? metadata.annotations : { ...metadata.annotations, [POD_PROFILE]: profile },
  };
};

/** The namespaces of the machine that a pod may ask for, and what it is told if it may not. */
const HOST = [
  ['hostNetwork', 'allowHostNetwork', 'Host network is not allowed to be used'],
  ['hostPID', 'allowHostPID', 'Host PID is not allowed to be used'],
  ['hostIPC', 'allowHostIPC', 'Host IPC is not allowed to be used'],
] as const;

export type HostField = (typeof HOST)[number][0];

/** What is wrong with a pod that asks for a namespace of the machine. */
export const checkHost = (
  at: string,
  constraints: SecurityContextConstraints,
  spec: Pod['spec'],
  fields: readonly HostField[] = ['hostNetwork', 'hostPID', 'hostIPC'],
): FieldCause[] =>
  HOST.filter(([field, allow]) => fields.includes(field) && spec[field] === true && !constraints[allow]).map(
    ([field, , why]) => invalid(`${at}.${field}`, true, why),
  );

/**
 * What is wrong with a pod as a whole.
 * @param at the path of the pod's spec
 * @see github.com/openshift/apiserver-library-go/pkg/securitycontextconstraints/sccmatching simpleProvider.ValidatePodSecurityContext
 */
export const checkPodContext = (
  at: string,
  constraints: SecurityContextConstraints,
  { spec }: Pod,
  { context = {}, annotations = {} }: PodContext,
): FieldCause[] => {
  const here = `${at}.securityContext`;
  const { fsGroup, supplementalGroups, seLinuxOptions } = context;
  const needsOwnUsers = constraints.userNamespaceLevel === 'RequirePodLevel' && spec.hostUsers !== false;
  return [
    ...checkGroups(`${here}.fsGroup`, constraints.fsGroup ?? {}, fsGroup === undefined ? [] : [fsGroup]),
    ...checkGroups(`${here}.supplementalGroups`, constraints.supplementalGroups ?? {}, supplementalGroups),
    ...checkPodProfile(constraints.seccompProfiles ?? [], context, annotations),
    ...checkLabel(`${here}.seLinuxOptions`, constraints.seLinuxContext ?? {}, seLinuxOptions),
    ...checkHost(at, constraints, spec),
    ...(needsOwnUsers ? [invalid(`${at}.hostUsers`, spec.hostUsers, 'Host Users must be set to false')] : []),
    ...checkSysctls(constraints, context),
    ...checkVolumes(at, constraints, spec),
  ];
};
