import { defineKind } from '../kind';
import { servedKind } from '../served';
import { ENFORCE_MOUNTABLE, type ServiceAccount } from './serviceAccount';

/**
 * Service accounts: whom the processes in pods are to the API server.
 * @see pkg/registry/core/serviceaccount/strategy.go warnIfHasEnforceMountableSecretsAnnotation
 */
export const serviceaccounts = defineKind<ServiceAccount>({
  apiVersion: 'v1',
  kind: 'ServiceAccount',
  plural: 'serviceaccounts',
  shortNames: ['sa'],
  namespaced: true,
  subresources: servedKind('v1', 'ServiceAccount').subresources,
  warnings: ({ metadata }, current) =>
    metadata.annotations?.[ENFORCE_MOUNTABLE] !== undefined &&
    current?.metadata.annotations?.[ENFORCE_MOUNTABLE] === undefined
      ? [
          `metadata.annotations[${ENFORCE_MOUNTABLE}]: deprecated in v1.32+; prefer separate namespaces to isolate access to mounted secrets`,
        ]
      : [],
});
