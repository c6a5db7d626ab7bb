import { ONE } from '../../fields/amounts';
import { exactly } from '../../fields/exactQuantity';
import type { KubeObject } from '../../object';
import type { Evaluator } from './evaluator';
import { selectsName } from './scopes';

interface Claim extends KubeObject {
  readonly spec?: {
    readonly storageClassName?: string;
    readonly volumeAttributesClassName?: string;
    readonly resources?: { readonly requests?: { readonly storage?: string } };
  };
  readonly status?: { readonly allocatedResources?: { readonly storage?: string } };
}

const COUNT = 'count/persistentvolumeclaims';
const RESOURCES = ['persistentvolumeclaims', 'requests.storage'];
const OF_CLASS = '.storageclass.storage.k8s.io/';
const BETA_CLASS = 'volume.beta.kubernetes.io/storage-class';

const classOf = ({ metadata, spec }: Claim): string =>
  metadata.annotations?.[BETA_CLASS] ?? spec?.storageClassName ?? '';

/** What is asked for, or what was given already, where that is more. */
const storageOf = ({ spec, status }: Claim) => {
  const asked = spec?.resources?.requests?.storage;
  if (asked === undefined) return undefined;
  const [wanted, given] = [exactly(asked), exactly(status?.allocatedResources?.storage ?? '0')];
  return given.nano > wanted.nano ? given : wanted;
};

/**
 * Counts claims and the storage that they ask for: all together, and by storage class.
 * @see pkg/quota/v1/evaluator/core/persistent_volume_claims.go
 */
export const claims: Evaluator = {
  counts: (resource) =>
    resource === COUNT ||
    RESOURCES.includes(resource) ||
    RESOURCES.some((each) => resource.endsWith(`${OF_CLASS}${each}`)),
  usage: (claim: Claim) => {
    const storage = storageOf(claim);
    const storageClass = classOf(claim);
    const usage = new Map([
      [COUNT, ONE],
      ['persistentvolumeclaims', ONE],
      ...(storage ? [['requests.storage', storage] as const] : []),
    ]);
    if (storageClass === '') return usage;
    for (const each of RESOURCES) {
      const amount = usage.get(each);
      if (amount) usage.set(`${storageClass}${OF_CLASS}${each}`, amount);
    }
    return usage;
  },
  suits: (scope, { spec }: Claim) =>
    scope.scopeName === 'VolumeAttributesClass' && selectsName(scope, spec?.volumeAttributesClassName),
  silence: () => undefined,
  follows: () => true,
  givesBack: () => false,
};
