import { forbidden } from '../../../fields/validation/causes';
import type { StringMap } from '../../../object';
import type { FieldCause } from '../../../refusals';
import type { Container, PodSpec } from '../pod';
import { APP_ARMOR, SECCOMP_CONTAINER, SECCOMP_POD } from './annotations';

interface Profile {
  readonly type?: string;
  readonly localhostProfile?: string;
}

const LOCAL = 'localhost/';

/** What an annotation must say for a profile of a type that is not a file of the node. */
const SPELLED: Readonly<Record<'seccomp' | 'apparmor', Readonly<Record<string, readonly string[]>>>> = {
  seccomp: { Unconfined: ['unconfined'], RuntimeDefault: ['runtime/default', 'docker/default'] },
  apparmor: { Unconfined: ['unconfined'], RuntimeDefault: ['runtime/default'] },
};

const compare = (
  kind: keyof typeof SPELLED,
  annotation: string | undefined,
  { type = '', localhostProfile }: Profile,
  field: string,
): FieldCause[] => {
  if (annotation === undefined) return [];
  const differs = (part: string, what: string) => [
    forbidden(`${field}.${part}`, `${kind} ${what} in annotation and field must match`),
  ];
  if (type === 'Localhost') {
    if (!annotation.startsWith(LOCAL)) return differs('type', 'type');
    return annotation.slice(LOCAL.length) === localhostProfile ? [] : differs('localhostProfile', 'profile');
  }
  const spelled = SPELLED[kind][type];
  return spelled === undefined || spelled.includes(annotation) ? [] : differs('type', 'type');
};

/** All containers with their paths, in the order in which Go visits them. */
const containersOf = (
  spec: PodSpec,
  field: string,
): readonly (readonly [at: string, container: Pick<Container, 'name' | 'securityContext'>])[] =>
  (['initContainers', 'containers', 'ephemeralContainers'] as const).flatMap((list) =>
    (spec[list] ?? []).map((container, index) => [`${field}.${list}[${index}]`, container] as const),
  );

/**
 * Security profiles were annotations once. Whoever still writes them must say the same in the fields.
 * @see pkg/apis/core/validation/validation.go validateSeccompAnnotationsAndFields,
 *   validateAppArmorAnnotationsAndFieldsMatchOnCreate
 */
export const validateProfilesOf = (
  annotations: StringMap | undefined,
  spec: PodSpec,
  field: string,
): FieldCause[] => {
  if (annotations === undefined) return [];
  const containers = containersOf(spec, field);
  const ofPod = spec.securityContext;
  const seccomp = (key: string, profile: Profile | undefined, at: string) =>
    profile === undefined ? [] : compare('seccomp', annotations[key], profile, `${at}.seccompProfile`);
  const appArmor = (key: string, profile: Profile | undefined, at: string) =>
    profile === undefined ? [] : compare('apparmor', annotations[key], profile, `${at}.appArmorProfile`);
  return [
    ...seccomp(SECCOMP_POD, ofPod?.seccompProfile, `${field}.securityContext`),
    ...containers.flatMap(([at, { name, securityContext: own }]) =>
      seccomp(`${SECCOMP_CONTAINER}${name}`, own?.seccompProfile, `${at}.securityContext`),
    ),
    ...(spec.os?.name === 'windows'
      ? []
      : containers.flatMap(([at, { name, securityContext: own }]) =>
          appArmor(
            `${APP_ARMOR}${name}`,
            own?.appArmorProfile ?? ofPod?.appArmorProfile,
            `${at}.securityContext`,
          ),
        )),
  ];
};
