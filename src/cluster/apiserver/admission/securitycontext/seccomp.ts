import { forbidden } from '../../../../kubernetes/fields/validation/causes';
import type { Container, PodSecurityContext } from '../../../../kubernetes/kinds/pod/pod';
import type { StringMap } from '../../../../kubernetes/object';
import type { FieldCause } from '../../../../kubernetes/refusals';

type Profile = NonNullable<PodSecurityContext['seccompProfile']>;

/** The annotations that profiles stood in before they were fields, which constraints still speak of. */
export const POD_PROFILE = 'seccomp.security.alpha.kubernetes.io/pod';
export const containerProfileKey = (container: string): string =>
  `container.seccomp.security.alpha.kubernetes.io/${container}`;

const UNCONFINED = 'unconfined';
const RUNTIME_DEFAULT = 'runtime/default';
const DOCKER_DEFAULT = 'docker/default';
const LOCALHOST = 'localhost/';

const isDefault = (profile: string): boolean => profile === RUNTIME_DEFAULT || profile === DOCKER_DEFAULT;

/** A profile as an annotation says it; empty if it cannot be said. */
const asText = ({ type, localhostProfile }: Profile): string => {
  if (type === 'Unconfined') return UNCONFINED;
  if (type === 'RuntimeDefault') return RUNTIME_DEFAULT;
  return type === 'Localhost' && localhostProfile !== undefined ? `${LOCALHOST}${localhostProfile}` : '';
};

/** The field that means the same as an annotation. */
export const asField = (profile: string): Profile | undefined => {
  if (profile === UNCONFINED) return { type: 'Unconfined' };
  if (isDefault(profile)) return { type: 'RuntimeDefault' };
  const localhostProfile = profile.startsWith(LOCALHOST) ? profile.slice(LOCALHOST.length) : '';
  return localhostProfile ? { type: 'Localhost', localhostProfile } : undefined;
};

const namesOf = (profiles: readonly string[]): string[] => profiles.filter((profile) => profile !== '*');

/** The profile of a pod: its own or, if it has none, the first that the constraint names. */
export const profileFor = (
  profiles: readonly string[],
  context: PodSecurityContext,
  annotations: StringMap,
): string => {
  if (annotations[POD_PROFILE]) return annotations[POD_PROFILE];
  if (context.seccompProfile) return asText(context.seccompProfile);
  return namesOf(profiles)[0] ?? '';
};

const check = (key: string, profiles: readonly string[], profile: string): FieldCause[] => {
  const field = `metadata.annotations[${key}]`;
  const names = namesOf(profiles);
  if (profiles.includes('*')) return [];
  if (names.length === 0) return profile === '' ? [] : [forbidden(field, 'seccomp may not be set')];
  const isAllowed = names.includes(profile) || (isDefault(profile) && names.some(isDefault));
  if (isAllowed) return [];
  return [
    forbidden(field, `${profile} is not an allowed seccomp profile. Valid values are [${names.join(' ')}]`),
  ];
};

/** @see github.com/openshift/apiserver-library-go/pkg/securitycontextconstraints/seccomp strategy.ValidatePod */
export const checkPodProfile = (
  profiles: readonly string[],
  context: PodSecurityContext,
  annotations: StringMap,
): FieldCause[] => {
  const own = context.seccompProfile ? asText(context.seccompProfile) : '';
  return check(POD_PROFILE, profiles, annotations[POD_PROFILE] || own);
};

/** @see github.com/openshift/apiserver-library-go/pkg/securitycontextconstraints/seccomp strategy.ValidateContainer */
export const checkContainerProfile = (
  profiles: readonly string[],
  context: PodSecurityContext,
  annotations: StringMap,
  { name, securityContext }: Pick<Container, 'name' | 'securityContext'>,
): FieldCause[] => {
  const key = containerProfileKey(name);
  const field = securityContext?.seccompProfile;
  const profile = field
    ? asText(field)
    : (annotations[key] ??
      (context.seccompProfile ? asText(context.seccompProfile) : (annotations[POD_PROFILE] ?? '')));
  return check(key, profiles, profile);
};
