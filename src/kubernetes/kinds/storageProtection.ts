/** Keeps a claim as long as a pod uses it. */
export const CLAIM_PROTECTION = 'kubernetes.io/pvc-protection';
/** Keeps a volume as long as a claim is bound to it. */
export const VOLUME_PROTECTION = 'kubernetes.io/pv-protection';
