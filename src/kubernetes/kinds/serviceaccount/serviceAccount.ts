import type { KubeObject } from '../../object';

/** The annotation by which an account lets its pods use only the secrets that it lists itself. */
export const ENFORCE_MOUNTABLE = 'kubernetes.io/enforce-mountable-secrets';

/** Whom the processes in a pod are to the API. */
export interface ServiceAccount extends KubeObject {
  readonly secrets?: readonly { readonly name?: string }[];
  /** What images are pulled with, in pods that say nothing of that. */
  readonly imagePullSecrets?: readonly { readonly name?: string }[];
  /** Whether pods get a token that say nothing of it; by default they do. */
  readonly automountServiceAccountToken?: boolean;
}
