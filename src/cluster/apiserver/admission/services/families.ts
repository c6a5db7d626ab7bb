import { invalid, named } from '../../../../kubernetes/fields/validation/causes';
import { NO_ADDRESS, refuse, type SpecDraft } from './service';

/** The one family that the cluster has addresses of. */
const OWN = 'IPv4';

const isSelectorless = ({ clusterIP, selector = {} }: SpecDraft): boolean =>
  clusterIP === NO_ADDRESS && Object.keys(selector).length === 0;

/**
 * Of which families the addresses of a service are. Those without addresses and pods of their own are of both.
 * @throws ApiError 422 for more than the cluster has
 * @see k8s.io/kubernetes/pkg/registry/core/service/storage Allocators.initIPFamilyFields
 */
export const chooseFamilies = (spec: SpecDraft, name: string): void => {
  spec.ipFamilyPolicy ??= isSelectorless(spec) ? 'RequireDualStack' : 'SingleStack';
  const policy = spec.ipFamilyPolicy;
  const about = (why: string) => refuse(name, [invalid('spec.ipFamilyPolicy', named(policy), why)]);
  const families = spec.ipFamilies ?? [];
  if (policy === 'SingleStack') {
    const several = (what: string): string =>
      `must be 'RequireDualStack' or 'PreferDualStack' when multiple ${what} are specified`;
    if (spec.clusterIPs?.length === 2) throw about(several('cluster IPs'));
    if (families.length === 2) throw about(several('IP families'));
  }
  if (isSelectorless(spec)) {
    const first = families[0] ?? OWN;
    const second = first === OWN ? 'IPv6' : OWN;
    if (families.length < 2) spec.ipFamilies = policy === 'SingleStack' ? [first] : [first, second];
    return;
  }
  if (policy === 'RequireDualStack') throw about('this cluster is not configured for dual-stack services');
  const foreign = families.flatMap((family, index) =>
    family === OWN
      ? []
      : [invalid(`spec.ipFamilies[${index}]`, named(family), 'not configured on this cluster')],
  );
  if (foreign.length > 0) throw refuse(name, foreign);
  if (families.length === 0) spec.ipFamilies = [OWN];
};
