import { deepEqual } from '../../../../kubernetes/fields/equality';
import { invalid } from '../../../../kubernetes/fields/validation/causes';
import type { Container, Pod, SecurityContext } from '../../../../kubernetes/kinds/pod/pod';
import type { SecurityContextConstraints } from '../../../../kubernetes/kinds/securitycontextconstraints/constraints';
import type { FieldCause } from '../../../../kubernetes/refusals';
import { capabilitiesFor, checkCapabilities } from './capabilities';
import { checkHost, type PodContext } from './podContext';
import { asField, checkContainerProfile, containerProfileKey } from './seccomp';
import { checkLabel, labelFor } from './selinux';
import { checkUser, userFor } from './users';

type Draft = { -readonly [F in keyof SecurityContext]: SecurityContext[F] };

/** Only a container that is not privileged can be told not to gain privileges. */
const mayBeTold = ({ privileged, capabilities }: Draft): boolean =>
  privileged !== true && !capabilities?.add?.includes('CAP_SYS_ADMIN');

/** Whether a container is to be marked as one that does not run as root. */
const isNotRoot = (constraints: SecurityContextConstraints, user: number | undefined): boolean =>
  user === undefined ? constraints.runAsUser?.type === 'MustRunAsNonRoot' : user > 0;

/**
 * What a constraint makes of a container: what neither it nor its pod asks for is filled in.
 * @returns the container itself, if there is nothing to fill in
 * @see github.com/openshift/apiserver-library-go/pkg/securitycontextconstraints/sccmatching simpleProvider.CreateContainerSecurityContext
 */
export const containerFor = <C extends Pick<Container, 'name' | 'securityContext'>>(
  constraints: SecurityContextConstraints,
  { context: pod = {}, annotations = {} }: PodContext,
  container: C,
): C => {
  const own = container.securityContext;
  const made: Draft = { ...own };
  const set = <F extends keyof Draft>(field: F, value: Draft[F]): void => {
    if (value !== undefined) made[field] = value;
  };
  if ((made.runAsUser ?? pod.runAsUser) === undefined) set('runAsUser', userFor(constraints.runAsUser ?? {}));
  if ((made.seLinuxOptions ?? pod.seLinuxOptions) === undefined) {
    set('seLinuxOptions', labelFor(constraints.seLinuxContext ?? {}));
  }
  if (
    (made.runAsNonRoot ?? pod.runAsNonRoot) === undefined &&
    isNotRoot(constraints, made.runAsUser ?? pod.runAsUser)
  ) {
    made.runAsNonRoot = true;
  }
  set('capabilities', capabilitiesFor(constraints, own?.capabilities));
  if (constraints.readOnlyRootFilesystem && made.readOnlyRootFilesystem === undefined) {
    made.readOnlyRootFilesystem = true;
  }
  const profile = annotations[containerProfileKey(container.name)];
  if (profile !== undefined) set('seccompProfile', asField(profile));
  if (made.allowPrivilegeEscalation === undefined) {
    if (mayBeTold(made)) {
      set('allowPrivilegeEscalation', constraints.defaultAllowPrivilegeEscalation ?? undefined);
    }
    if (constraints.allowPrivilegeEscalation === false) made.allowPrivilegeEscalation ??= false;
  }
  return deepEqual(made, own ?? {}) ? container : { ...container, securityContext: made };
};

/** Where a container stands in its pod, and what it is. */
export interface PlacedContainer {
  /** `initContainers[0]` */
  readonly place: string;
  readonly container: Container;
}

const checkPorts = (at: string, containers: readonly PlacedContainer[]): FieldCause[] =>
  containers.flatMap(({ place, container }) =>
    (container.ports ?? [])
      .filter(({ hostPort }) => (hostPort ?? 0) > 0)
      .map(({ hostPort }) =>
        invalid(`${at}.${place}.hostPort`, hostPort, 'Host ports are not allowed to be used'),
      ),
  );

const checkRootFilesystem = (at: string, readOnly: boolean | undefined): FieldCause[] => {
  const field = `${at}.readOnlyRootFilesystem`;
  if (readOnly === undefined) {
    return [invalid(field, undefined, 'ReadOnlyRootFilesystem may not be nil and must be set to true')];
  }
  return readOnly ? [] : [invalid(field, false, 'ReadOnlyRootFilesystem must be set to true')];
};

/**
 * What is wrong with a container. The ports of all containers are looked at for each, as the API server does.
 * @param at the container's path
 * @see github.com/openshift/apiserver-library-go/pkg/securitycontextconstraints/sccmatching simpleProvider.ValidateContainerSecurityContext
 */
export const checkContainer = (
  at: string,
  constraints: SecurityContextConstraints,
  { spec }: Pod,
  { context: pod = {}, annotations = {} }: PodContext,
  container: Container,
  all: readonly PlacedContainer[],
): FieldCause[] => {
  const own = container.securityContext ?? {};
  const escalates = own.allowPrivilegeEscalation;
  return [
    ...checkUser(at, constraints.runAsUser ?? {}, {
      runAsUser: own.runAsUser ?? pod.runAsUser,
      runAsNonRoot: own.runAsNonRoot ?? pod.runAsNonRoot,
    }),
    ...checkLabel(
      `${at}.seLinuxOptions`,
      constraints.seLinuxContext ?? {},
      own.seLinuxOptions ?? pod.seLinuxOptions,
    ),
    ...checkContainerProfile(constraints.seccompProfiles ?? [], pod, annotations, container),
    ...(own.privileged === true && !constraints.allowPrivilegedContainer
      ? [invalid(`${at}.privileged`, true, 'Privileged containers are not allowed')]
      : []),
    ...checkCapabilities(at, constraints, own.capabilities),
    ...checkHost(at, constraints, spec, ['hostNetwork']),
    ...(constraints.allowHostPorts ? [] : checkPorts(at, all)),
    ...checkHost(at, constraints, spec, ['hostPID', 'hostIPC']),
    ...(constraints.readOnlyRootFilesystem ? checkRootFilesystem(at, own.readOnlyRootFilesystem) : []),
    ...(constraints.allowPrivilegeEscalation === false && escalates !== false
      ? [
          invalid(
            `${at}.allowPrivilegeEscalation`,
            escalates,
            'Allowing privilege escalation for containers is not allowed',
          ),
        ]
      : []),
  ];
};
