import { ipAddress } from '../../../fields/validation/addresses';
import { forbidden, misformatted } from '../../../fields/validation/causes';
import { dnsSubdomain, labelKey } from '../../../fields/validation/formats';
import { immutable, validateMetadataUpdate } from '../../../fields/validation/metadata';
import type { FieldCause } from '../../../refusals';
import type { Pod } from '../pod';
import { validatePodAnnotations, validatePodAnnotationUpdate } from './annotations';

const SYSTEM_CONDITIONS = new Set(['PodScheduled', 'Ready', 'Initialized']);

type Statuses = Pod['status']['containerStatuses'];

/** A container that has ended stays ended, unless the pod would start it again. */
const validateRestarts = (
  next: Statuses,
  current: Statuses,
  restartPolicy: string | undefined,
  field: string,
): FieldCause[] => {
  if (restartPolicy === 'Always') return [];
  return (current ?? []).flatMap((old, index) => {
    const ended = old.state?.terminated;
    if (!ended || (ended.exitCode !== 0 && restartPolicy === 'OnFailure')) return [];
    const revived = next?.some((each) => each.name === old.name && !each.state?.terminated);
    return revived
      ? [forbidden(`${field}[${index}].state`, 'may not be transitioned to non-terminated state')]
      : [];
  });
};

/**
 * What a kubelet, or anybody, may write into a pod's status.
 * @see pkg/apis/core/validation/validation.go ValidatePodStatusUpdate
 */
export const validatePodStatusUpdate = (next: Pod, current: Pod): FieldCause[] => {
  const { status } = next;
  const causes = [
    ...validateMetadataUpdate(next.metadata, current.metadata),
    ...validatePodAnnotationUpdate(next.metadata.annotations, current.metadata.annotations),
    ...validatePodAnnotations(next.metadata.annotations, next.spec, 'metadata.annotations'),
    ...(status.conditions ?? []).flatMap(({ type }, index) =>
      SYSTEM_CONDITIONS.has(type)
        ? []
        : misformatted(`status.conditions[${index}].Type`, type, labelKey(type)),
    ),
  ];
  if (next.spec.nodeName !== current.spec.nodeName) {
    causes.push(forbidden('status.nodeName', 'may not be changed directly'));
  }
  const nominated = status.nominatedNodeName;
  if (nominated && nominated !== current.status.nominatedNodeName) {
    causes.push(...misformatted('status.nominatedNodeName', nominated, dnsSubdomain(nominated)));
    if (current.spec.nodeName) {
      causes.push(
        forbidden('status.nominatedNodeName', 'may not be set on pods that are already bound to a node'),
      );
    }
  }
  causes.push(
    ...immutable(status.qosClass, current.status.qosClass, 'status.qosClass', status.qosClass ?? ''),
    ...validateRestarts(
      status.containerStatuses,
      current.status.containerStatuses,
      current.spec.restartPolicy,
      'status.containerStatuses',
    ),
    ...(status.podIPs ?? []).flatMap(({ ip }, index) =>
      misformatted(`status.podIPs[${index}]`, ip ?? '', ipAddress(ip ?? '')),
    ),
  );
  return causes;
};
