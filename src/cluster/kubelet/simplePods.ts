import type { PodSpec } from '../../kubernetes/kinds/pod/pod';
import { wantedByVolume } from './references';

/** Whether anything of a pod has to be looked at one by one: what may keep its containers from starting all at once. */
const isInvolved = ({
  initContainers = [],
  containers,
  volumes = [],
  readinessGates = [],
}: PodSpec): boolean =>
  initContainers.length > 0 ||
  readinessGates.length > 0 ||
  volumes.some((volume) => wantedByVolume(volume).length > 0) ||
  containers.some(
    ({ readinessProbe, livenessProbe, startupProbe, env = [], envFrom = [] }) =>
      readinessProbe !== undefined ||
      livenessProbe !== undefined ||
      startupProbe !== undefined ||
      envFrom.length > 0 ||
      env.some(({ valueFrom }) => valueFrom?.configMapKeyRef ?? valueFrom?.secretKeyRef),
  );

/** Pods of one template share their containers. */
const memo = new WeakMap<object, { readonly spec: PodSpec; readonly answer: boolean }>();

/** Whether the containers of a pod all start at once, and nothing but their images has a say in how they fare. */
export const isSimple = (spec: PodSpec): boolean => {
  const known = memo.get(spec.containers);
  if (
    known &&
    known.spec.volumes === spec.volumes &&
    known.spec.initContainers === spec.initContainers &&
    known.spec.readinessGates === spec.readinessGates
  )
    return known.answer;
  const answer = !isInvolved(spec);
  memo.set(spec.containers, { spec, answer });
  return answer;
};
