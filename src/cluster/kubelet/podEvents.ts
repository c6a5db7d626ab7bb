import type { Container } from '../../kubernetes/kinds/pod/pod';
import type { EventRecorder } from '../component/recorder';
import type { Local } from './local';

/**
 * Tells an event of a pod or, by the path of its field, of one of its containers.
 * @see pkg/kubelet/container/ref.go GenerateContainerRef
 */
export const tellOfPod = (
  recorder: EventRecorder,
  { pod, host }: Local,
  type: 'Normal' | 'Warning',
  reason: string,
  message: string,
  container?: Container,
): void => {
  const at = { host: host.machine.name };
  if (!container) {
    recorder.record(pod, type, reason, message, at);
    return;
  }
  const list = pod.spec.initContainers?.includes(container) ? 'initContainers' : 'containers';
  recorder.record(pod, type, reason, message, { ...at, fieldPath: `spec.${list}{${container.name}}` });
};
