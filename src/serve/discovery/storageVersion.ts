import { createHash } from 'node:crypto';
import type { ResourceType } from '../../kubernetes/resourceType';

/** Kinds that are stored in a version other than the one they are served in. */
const STORED_AS: Readonly<Record<string, string>> = {
  'events.k8s.io/v1/Event': '/v1/Event',
  'autoscaling/v1/HorizontalPodAutoscaler': 'autoscaling/v2/HorizontalPodAutoscaler',
  'admissionregistration.k8s.io/v1/MutatingAdmissionPolicy':
    'admissionregistration.k8s.io/v1beta1/MutatingAdmissionPolicy',
  'admissionregistration.k8s.io/v1/MutatingAdmissionPolicyBinding':
    'admissionregistration.k8s.io/v1beta1/MutatingAdmissionPolicyBinding',
  'apiextensions.k8s.io/v1/CustomResourceDefinition': 'apiextensions.k8s.io/v1beta1/CustomResourceDefinition',
};

/**
 * Names the version that objects of a kind are stored in, so that clients notice when it changes; undefined for what
 * is not stored.
 * @see k8s.io/apiserver/pkg/endpoints/discovery StorageVersionHash
 */
export const storageVersionHash = ({ group, version, kind, verbs }: ResourceType): string | undefined => {
  if (!verbs.includes('watch')) return undefined;
  const served = `${group}/${version}/${kind}`;
  return createHash('sha256')
    .update(STORED_AS[served] ?? served)
    .digest()
    .subarray(0, 8)
    .toString('base64');
};
