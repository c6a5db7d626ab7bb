import { deepEqual } from '../../../fields/equality';
import { fractionWarnings } from '../../../fields/validation/fractions';
import type { StringMap } from '../../../object';
import { APP_ARMOR, appArmorProfileOf } from '../appArmor';
import type { Container, EnvVar, PodSpec } from '../pod';

/** A container, and its path. */
export type Placed = readonly [container: Container, at: string];

/** All containers with their paths, in the order in which the API server visits them. */
export const placed = (spec: PodSpec, at: string): readonly Placed[] =>
  (['initContainers', 'containers', 'ephemeralContainers'] as const).flatMap((list) =>
    ((spec[list] ?? []) as readonly Container[]).map(
      (container, index): Placed => [container, `${at}${list}[${index}]`],
    ),
  );

/** A variable that comes a second time is in order if it is made from what it was before. */
const hides = ({ name, value = '', valueFrom }: EnvVar): boolean => {
  const before = `$(${name})`;
  return valueFrom !== undefined || value === before || !value.includes(before);
};

const variables = (env: readonly EnvVar[] | undefined, at: string): string[] => {
  const seen = new Set<string>();
  return (env ?? []).flatMap((variable, index) => {
    const isSecond = seen.has(variable.name);
    seen.add(variable.name);
    return isSecond && hides(variable)
      ? [
          `${at}.env[${index}]: hides previous definition of "${variable.name}", which may be dropped when using apply`,
        ]
      : [];
  });
};

const IN_BYTES = ['memory', 'ephemeral-storage'];

const fractions = ({ resources }: Container, at: string): string[] =>
  IN_BYTES.flatMap((name) =>
    (['limits', 'requests'] as const).flatMap((list) =>
      fractionWarnings(resources?.[list]?.[name], `${at}.resources.${list}[${name}]`),
    ),
  );

const SECCOMP = 'container.seccomp.security.alpha.kubernetes.io/';

/** What annotations said before there were fields. @param annotated the path of the annotations */
const profiles = (
  { name, securityContext }: Container,
  annotations: StringMap,
  spec: PodSpec,
  annotated: string,
  isTemplate: boolean,
): string[] => {
  const warnings: string[] = [];
  if (!securityContext?.seccompProfile && annotations[`${SECCOMP}${name}`] !== undefined) {
    warnings.push(
      `${annotated}[${SECCOMP}${name}]: non-functional in v1.27+; use the "seccompProfile" field instead`,
    );
  }
  // Of a pod, this is said when its annotation becomes a field.
  const appArmor = annotations[`${APP_ARMOR}${name}`];
  if (!isTemplate || securityContext?.appArmorProfile || appArmor === undefined) return warnings;
  const ofPod = spec.securityContext?.appArmorProfile;
  if (!ofPod || !deepEqual(ofPod, appArmorProfileOf(appArmor))) {
    warnings.push(
      `${annotated}[${APP_ARMOR}${name}]: deprecated since v1.30; use the "appArmorProfile" field instead`,
    );
  }
  return warnings;
};

/** What is to be said of each container on its own. @param prefix the path of what holds the spec, with a dot */
export const warningsOfContainers = (spec: PodSpec, annotations: StringMap, prefix: string): string[] =>
  placed(spec, `${prefix}spec.`).flatMap(([container, at]) => [
    ...profiles(container, annotations, spec, `${prefix}metadata.annotations`, prefix !== ''),
    ...fractions(container, at),
    ...variables(container.env, at),
  ]);
