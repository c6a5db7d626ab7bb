import { field, type Lines } from '../../../print/describe/text';
import type { SecurityContext } from '../pod';

/** The seccomp profile of a pod or container. @param indent what stands before the name of a profile of the node */
export const describeSeccomp = (
  profile: SecurityContext['seccompProfile'] | undefined,
  indent = '',
): Lines =>
  profile === undefined
    ? []
    : [
        field('SeccompProfile', profile.type),
        ...(profile.type === 'Localhost'
          ? [field(`${indent}LocalhostProfile`, profile.localhostProfile ?? '')]
          : []),
      ];
