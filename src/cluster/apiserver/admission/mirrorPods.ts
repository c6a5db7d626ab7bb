import type { Container, Pod } from '../../../kubernetes/kinds/pod/pod';

const namesSecret = ({ env = [], envFrom = [] }: Container): boolean =>
  env.some(({ valueFrom }) => valueFrom?.secretKeyRef) || envFrom.some(({ secretRef }) => secretRef);

/**
 * Why there may be no such picture; undefined if there may.
 * @see plugin/pkg/admission/serviceaccount/admission.go Validate
 */
export const wrongWithMirror = ({ spec }: Pod): string | undefined => {
  const { serviceAccountName, imagePullSecrets = [], volumes = [], containers, initContainers = [] } = spec;
  if (serviceAccountName) return 'a mirror pod may not reference service accounts';
  const hasSecrets =
    imagePullSecrets.length > 0 ||
    [...containers, ...initContainers].some(namesSecret) ||
    volumes.some(({ secret, projected }) => secret || projected?.sources?.some((source) => source.secret));
  if (hasSecrets) return 'a mirror pod may not reference secrets';
  return volumes.some(({ projected }) => projected?.sources?.some((source) => source.serviceAccountToken))
    ? 'a mirror pod may not use ServiceAccountToken volume projections'
    : undefined;
};
