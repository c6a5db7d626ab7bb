import type { SecurityContext } from './pod';

/** What annotations of AppArmor begin with; the name of a container follows. */
export const APP_ARMOR = 'container.apparmor.security.beta.kubernetes.io/';

const LOCAL = 'localhost/';

/**
 * The field that says what an annotation said; undefined if none can.
 * @see pkg/api/pod/util.go ApparmorFieldForAnnotation
 */
export const appArmorProfileOf = (annotation: string): SecurityContext['appArmorProfile'] => {
  if (annotation === 'unconfined') return { type: 'Unconfined' };
  if (annotation === 'runtime/default') return { type: 'RuntimeDefault' };
  const localhostProfile = annotation.startsWith(LOCAL) ? annotation.slice(LOCAL.length) : '';
  return localhostProfile === '' ? undefined : { type: 'Localhost', localhostProfile };
};
