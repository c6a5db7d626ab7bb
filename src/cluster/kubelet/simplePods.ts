import type { PodSpec } from '../../kubernetes/kinds/pod/pod';
import { wantedByVolume } from './references';

/**
 * Whether the containers of a pod all start at once, and nothing but their images has a say in how they fare: then nobody
 * has to look at them one by one.
 */
export const isSimple = ({
  initContainers = [],
  containers,
  volumes = [],
  readinessGates = [],
}: PodSpec): boolean =>
  initContainers.length === 0 &&
  readinessGates.length === 0 &&
  volumes.every((volume) => wantedByVolume(volume).length === 0) &&
  containers.every(
    ({ readinessProbe, livenessProbe, startupProbe, env = [], envFrom = [] }) =>
      readinessProbe === undefined &&
      livenessProbe === undefined &&
      startupProbe === undefined &&
      envFrom.length === 0 &&
      env.every(({ valueFrom }) => !valueFrom?.configMapKeyRef && !valueFrom?.secretKeyRef),
  );
