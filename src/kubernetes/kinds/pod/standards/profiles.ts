import { quoted } from '../../../fields/text';
import { APP_ARMOR } from '../appArmor';
import type { PodSecurityContext } from '../pod';
import {
  butForWindows,
  type Check,
  type CheckPod,
  containersOf,
  distinct,
  inQuotes,
  namesOf,
  plural,
  type Subject,
  setters,
  theContainers,
} from './check';

type Context = Pick<PodSecurityContext, 'appArmorProfile' | 'seccompProfile' | 'seLinuxOptions'>;

/** The security contexts of a pod and of its containers. */
const contextsOf = (subject: Subject): readonly (Context | undefined)[] => [
  subject.spec.securityContext,
  ...containersOf(subject).map(({ securityContext }) => securityContext),
];

const CONFINED = ['RuntimeDefault', 'Localhost'];

/** The type of a profile that does not confine; undefined if it does, or if there is none. */
const unconfined = (profile: { readonly type?: string } | undefined): string | undefined =>
  profile === undefined || CONFINED.includes(profile.type ?? '') ? undefined : (profile.type ?? '');

const looseOf = (subject: Subject, field: 'appArmorProfile' | 'seccompProfile') => ({
  pod: unconfined(subject.spec.securityContext?.[field]) !== undefined,
  containers: namesOf(subject, ({ securityContext }) => unconfined(securityContext?.[field]) !== undefined),
  types: distinct(contextsOf(subject).flatMap((context) => unconfined(context?.[field]) ?? [])),
});

const isFineAnnotation = (profile: string): boolean =>
  profile === '' || profile === 'runtime/default' || profile.startsWith('localhost/');

const appArmor: CheckPod = (subject) => {
  const { pod, containers, types } = looseOf(subject, 'appArmorProfile');
  const annotations = Object.entries(subject.annotations)
    .filter(([key, profile]) => key.startsWith(APP_ARMOR) && !isFineAnnotation(profile))
    .map(([key, profile]) => `${key}=${quoted(profile)}`)
    .sort();
  const values = [...types, ...annotations];
  if (values.length === 0) return undefined;
  const by = [
    setters(pod, containers),
    annotations.length > 0 ? plural('annotation', annotations) : undefined,
  ].filter((each) => each !== undefined);
  return {
    reason: plural('forbidden AppArmor profile', values),
    detail: `${by.join(' and ')} must not set AppArmor profile type to ${inQuotes(values)}`,
  };
};

const seLinux =
  (...known: readonly string[]): CheckPod =>
  (subject) => {
    const allowed = new Set(['', 'container_t', 'container_init_t', 'container_kvm_t', ...known]);
    const isBad = (context: Context | undefined): boolean => {
      const { type = '', user, role } = context?.seLinuxOptions ?? {};
      return !allowed.has(type) || Boolean(user) || Boolean(role);
    };
    const by = setters(
      isBad(subject.spec.securityContext),
      namesOf(subject, ({ securityContext }) => isBad(securityContext)),
    );
    if (by === undefined) return undefined;
    const options = contextsOf(subject).map((context) => context?.seLinuxOptions);
    const types = distinct(options.map((each) => each?.type ?? '').filter((type) => !allowed.has(type)));
    const data = [
      ...(types.length > 0 ? [`${plural('type', types)} ${inQuotes(types)}`] : []),
      ...(options.some((each) => each?.user) ? ['user may not be set'] : []),
      ...(options.some((each) => each?.role) ? ['role may not be set'] : []),
    ];
    return {
      reason: 'seLinuxOptions',
      detail: `${by} set forbidden securityContext.seLinuxOptions: ${data.join('; ')}`,
    };
  };

const SECCOMP_POD = 'seccomp.security.alpha.kubernetes.io/pod';
const SECCOMP_CONTAINER = 'container.seccomp.security.alpha.kubernetes.io/';

/** Before there was a field. */
const seccompAnnotations: CheckPod = (subject) => {
  const keys = [SECCOMP_POD, ...containersOf(subject).map(({ name }) => `${SECCOMP_CONTAINER}${name}`)];
  const bad = distinct(
    keys.flatMap((key) => {
      const profile = subject.annotations[key];
      if (profile === undefined || profile === 'docker/default') return [];
      return profile !== '' && isFineAnnotation(profile) ? [] : [`${key}=${quoted(profile)}`];
    }),
  );
  if (bad.length === 0) return undefined;
  return { reason: 'seccompProfile', detail: `forbidden ${plural('annotation', bad)} ${bad.join(', ')}` };
};

const looseSeccomp: CheckPod = (subject) => {
  const { pod, containers, types } = looseOf(subject, 'seccompProfile');
  const by = setters(pod, containers);
  return by === undefined
    ? undefined
    : {
        reason: 'seccompProfile',
        detail: `${by} must not set securityContext.seccompProfile.type to ${inQuotes(types)}`,
      };
};

const missingSeccomp: CheckPod = (subject) => {
  const loose = looseSeccomp(subject);
  if (loose || subject.spec.securityContext?.seccompProfile) return loose;
  const names = namesOf(subject, ({ securityContext }) => !securityContext?.seccompProfile);
  return names.length === 0
    ? undefined
    : {
        reason: 'seccompProfile',
        detail: `pod or ${theContainers(names)} must set securityContext.seccompProfile.type to "RuntimeDefault" or "Localhost"`,
      };
};

/**
 * What confines containers, and may not be loosened.
 * @see staging/src/k8s.io/pod-security-admission/policy, check_appArmorProfile.go, check_seLinuxOptions.go,
 *   check_seccompProfile_*.go
 */
export const profileChecks: readonly Check[] = [
  { id: 'appArmorProfile', level: 'baseline', versions: [[0, appArmor]] },
  {
    id: 'seLinuxOptions',
    level: 'baseline',
    versions: [
      [0, seLinux()],
      [31, seLinux('container_engine_t')],
    ],
  },
  {
    id: 'seccompProfile_baseline',
    level: 'baseline',
    versions: [
      [0, seccompAnnotations],
      [19, looseSeccomp],
    ],
  },
  {
    id: 'seccompProfile_restricted',
    level: 'restricted',
    versions: [
      [19, missingSeccomp],
      [25, butForWindows(missingSeccomp)],
    ],
    overrides: 'seccompProfile_baseline',
  },
];
