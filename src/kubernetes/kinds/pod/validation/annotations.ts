import type { Toleration } from '../../../fields/taints';
import { quoted } from '../../../fields/text';
import { forbidden, invalid } from '../../../fields/validation/causes';
import { relativePath } from '../../../fields/validation/paths';
import { validateTolerations } from '../../../fields/validation/tolerations';
import type { KubeObject, StringMap } from '../../../object';
import type { FieldCause } from '../../../refusals';
import type { PodSpec } from '../pod';

const MIRROR = 'kubernetes.io/config.mirror';

/** True for the pod that stands in the API for one that a kubelet has from elsewhere. */
export const isMirrorPod = ({ metadata }: KubeObject): boolean =>
  metadata.annotations?.[MIRROR] !== undefined;
const TOLERATIONS = 'scheduler.alpha.kubernetes.io/tolerations';
const DELETION_COST = 'controller.kubernetes.io/pod-deletion-cost';
/** Profiles of a pod and, before their names, of containers, as they were written once. */
export const SECCOMP_POD = 'seccomp.security.alpha.kubernetes.io/pod';
export const SECCOMP_CONTAINER = 'container.seccomp.security.alpha.kubernetes.io/';
export const APP_ARMOR = 'container.apparmor.security.beta.kubernetes.io/';

const isInt32 = (text: string): boolean =>
  /^(0|-\d+|[1-9]\d*)$/.test(text) && Math.abs(Number(text)) <= 2147483647 + (text.startsWith('-') ? 1 : 0);

const seccomp = (profile: string, field: string): FieldCause[] => {
  if (['runtime/default', 'docker/default', 'unconfined'].includes(profile)) return [];
  if (profile.startsWith('localhost/')) return relativePath(profile.slice('localhost/'.length), field);
  return [invalid(field, profile, 'must be a valid seccomp profile')];
};

const tolerations = (text: string, field: string): FieldCause[] => {
  try {
    return validateTolerations(JSON.parse(text) as readonly Toleration[], `${field}.${TOLERATIONS}`);
  } catch (error) {
    return [invalid(field, TOLERATIONS, (error as Error).message)];
  }
};

const appArmor = (key: string, profile: string, spec: PodSpec, field: string): FieldCause[] => {
  const name = key.slice(APP_ARMOR.length);
  const containers = [
    ...(spec.containers ?? []),
    ...(spec.initContainers ?? []),
    ...(spec.ephemeralContainers ?? []),
  ];
  const at = `${field}[${key}]`;
  const known = ['', 'runtime/default', 'unconfined'].includes(profile) || profile.startsWith('localhost/');
  return [
    ...(containers.some((container) => container.name === name)
      ? []
      : [invalid(at, name, 'container not found')]),
    ...(known ? [] : [invalid(at, profile, `invalid AppArmor profile name: ${quoted(profile)}`)]),
  ];
};

/** Annotations that mean something to pods. */
export const validatePodAnnotations = (
  annotations: StringMap | undefined,
  spec: PodSpec,
  field: string,
): FieldCause[] => {
  if (annotations === undefined) return [];
  const causes: FieldCause[] = [];
  const mirror = annotations[MIRROR];
  if (mirror !== undefined && !spec.nodeName) {
    causes.push(
      invalid(`${field}[${MIRROR}]`, mirror, 'must set spec.nodeName if mirror pod annotation is set'),
    );
  }
  if (annotations[TOLERATIONS]) causes.push(...tolerations(annotations[TOLERATIONS], field));
  const cost = annotations[DELETION_COST];
  if (cost !== undefined && !isInt32(cost)) {
    causes.push(invalid(`${field}[${DELETION_COST}]`, cost, 'must be a 32bit integer'));
  }
  const profile = annotations[SECCOMP_POD];
  if (profile !== undefined) causes.push(...seccomp(profile, `${field}.${SECCOMP_POD}`));
  const keys = Object.keys(annotations).sort();
  for (const key of keys) {
    if (key.startsWith(SECCOMP_CONTAINER)) causes.push(...seccomp(annotations[key] ?? '', `${field}.${key}`));
  }
  for (const key of keys) {
    if (key.startsWith(APP_ARMOR)) causes.push(...appArmor(key, annotations[key] ?? '', spec, field));
  }
  return causes;
};

/** Annotations that may not change once the pod is there. */
export const validatePodAnnotationUpdate = (next: StringMap = {}, current: StringMap = {}): FieldCause[] => {
  const causes: FieldCause[] = [];
  const about = (key: string) =>
    key.startsWith(APP_ARMOR) ? 'AppArmor annotations' : key === MIRROR ? 'mirror pod annotation' : undefined;
  for (const key of Object.keys(current).sort()) {
    const what = about(key);
    if (what && next[key] !== current[key]) {
      causes.push(forbidden(`metadata.annotations[${key}]`, `may not remove or update ${what}`));
    }
  }
  for (const key of Object.keys(next).sort()) {
    const what = about(key);
    if (what && !(key in current))
      causes.push(forbidden(`metadata.annotations[${key}]`, `may not add ${what}`));
  }
  return causes;
};
