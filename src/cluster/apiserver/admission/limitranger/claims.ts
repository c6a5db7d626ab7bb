import { amountsOf, type Quantities } from '../../../../kubernetes/fields/amounts';
import { isTerminating } from '../../../../kubernetes/fields/meta';
import type { KubeObject } from '../../../../kubernetes/object';
import { noSuchResource } from '../../../../kubernetes/refusals';
import type { AdmissionContext, AdmissionPlugin } from '../plugin';
import { problemsOfRequests } from './constraints';
import { rangesIn, refuseAll } from './ranges';

interface Claim extends KubeObject {
  readonly spec?: { readonly resources?: { readonly requests?: Quantities } };
}

/**
 * Refuses claims of more or less storage than a limit range of their namespace allows.
 * @see plugin/pkg/admission/limitranger/admission.go PersistentVolumeClaimValidateLimitFunc
 */
export const holdClaimsToLimits = ({ store, kinds }: AdmissionContext): AdmissionPlugin<Claim> => ({
  kinds: [{ apiVersion: 'v1', plural: 'persistentvolumeclaims' }],
  operations: ['create', 'update'],
  phase: 'last',
  admit(claim, name, _asking, current) {
    if (current && isTerminating(current)) return claim;
    const requests = amountsOf(claim.spec?.resources?.requests);
    for (const { spec } of rangesIn(store, claim.metadata.namespace)) {
      const kind = kinds.of(claim);
      if (!kind) throw noSuchResource();
      const ofClaims = (spec?.limits ?? []).filter(({ type }) => type === 'PersistentVolumeClaim');
      refuseAll(
        kind,
        name,
        ofClaims.flatMap((item) => problemsOfRequests(item, requests)),
      );
    }
    return claim;
  },
});
