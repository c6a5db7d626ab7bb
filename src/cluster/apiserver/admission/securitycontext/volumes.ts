import { invalid } from '../../../../kubernetes/fields/validation/causes';
import type { PodSpec, Volume } from '../../../../kubernetes/kinds/pod/pod';
import type { SecurityContextConstraints } from '../../../../kubernetes/kinds/securitycontextconstraints/constraints';
import {
  ALL_VOLUMES,
  volumeTypes,
} from '../../../../kubernetes/kinds/securitycontextconstraints/volumeTypes';
import type { FieldCause } from '../../../../kubernetes/refusals';

const TYPES = Object.entries(volumeTypes) as readonly [keyof Volume, string][];

/** What a constraint calls a volume. One without a source is a directory of the pod's own. */
const typeOf = (volume: Volume): string =>
  TYPES.find(([field]) => volume[field] !== undefined)?.[1] ?? volumeTypes.emptyDir;

type Source = NonNullable<NonNullable<Volume['projected']>['sources']>[number];

/** The config maps that every namespace has, with the one key that a token volume takes of each. */
const KEYS: Readonly<Record<string, string>> = {
  'kube-root-ca.crt': 'ca.crt',
  'openshift-service-ca.crt': 'service-ca.crt',
};

const isOfToken = ({ serviceAccountToken: token, configMap, downwardAPI }: Source): boolean => {
  if (!token && !configMap && !downwardAPI) return false;
  if (token && (token.path !== 'token' || token.audience)) return false;
  if (configMap) {
    const key = KEYS[configMap.name ?? ''];
    const [item, ...more] = configMap.items ?? [];
    if (key === undefined || item?.key !== key || item.path !== key || more.length > 0) return false;
  }
  return (downwardAPI?.items ?? []).every(
    ({ path, fieldRef }) =>
      path === 'namespace' && fieldRef?.apiVersion === 'v1' && fieldRef.fieldPath === 'metadata.namespace',
  );
};

const TOKEN_ALONE = { name: '', projected: { sources: [] } } as const;

/** All volumes that the pod is going to have. The token of the service account is mounted later, and last. */
const volumesOf = ({ volumes = [], automountServiceAccountToken }: PodSpec): readonly Volume[] =>
  automountServiceAccountToken === false ? volumes : [...volumes, TOKEN_ALONE];

/**
 * What is wrong with the volumes of a pod. Who may use secrets may have the token of a service account, too.
 * @param at the path of the pod's spec
 * @see github.com/openshift/apiserver-library-go/pkg/securitycontextconstraints/sccmatching simpleProvider.ValidatePodSecurityContext
 */
export const checkVolumes = (
  at: string,
  { volumes, allowedFlexVolumes }: SecurityContextConstraints,
  spec: PodSpec,
): FieldCause[] => {
  const allowed = volumes ?? [];
  const all = allowed.includes(ALL_VOLUMES);
  const isAllowed = (volume: Volume, type: string): boolean =>
    all ||
    allowed.includes(type) ||
    (allowed.includes(volumeTypes.secret) &&
      type === volumeTypes.projected &&
      (volume.projected?.sources ?? []).every(isOfToken));
  const drivers = (allowedFlexVolumes ?? []).map(({ driver }) => driver);
  const mayFlex = all || allowed.includes(volumeTypes.flexVolume);
  const own = volumesOf(spec);
  return [
    ...own.flatMap((volume, index) => {
      const type = typeOf(volume);
      if (isAllowed(volume, type)) return [];
      return [invalid(`${at}.volumes[${index}]`, type, `${type} volumes are not allowed to be used`)];
    }),
    ...own.flatMap(({ flexVolume }, index) => {
      if (!flexVolume || drivers.length === 0 || !mayFlex || drivers.includes(flexVolume.driver)) return [];
      const field = `${at}.volumes[${index}].flexVolume.driver`;
      return [invalid(field, flexVolume.driver, 'Flexvolume driver is not allowed to be used')];
    }),
  ];
};
