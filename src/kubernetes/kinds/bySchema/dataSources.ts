import { absent, type Part } from '../../fields/fill';

const specOf = (claim: Part): Part => (claim.spec ?? {}) as Part;

/** Whether a claim is to be filled from something. */
export const hasDataSource = (claim: Part): boolean =>
  !absent(specOf(claim).dataSource) || !absent(specOf(claim).dataSourceRef);

/** What the older of the two fields may name. */
const isClaimOrSnapshot = ({ apiGroup, kind }: Part): boolean =>
  apiGroup
    ? apiGroup === 'snapshot.storage.k8s.io' && kind === 'VolumeSnapshot'
    : kind === 'PersistentVolumeClaim';

const reference = ({ apiGroup, kind, name }: Part): Part => ({
  ...(absent(apiGroup) ? {} : { apiGroup }),
  kind: kind ?? '',
  name: name ?? '',
});

/**
 * A claim that says in both fields what it is filled from, where it says so in one. What is neither a claim nor a
 * snapshot is dropped from the older field, unless the claim was filled from something before; a reference into another
 * namespace is dropped, as nobody has turned that on.
 * @see k8s.io/kubernetes/pkg/api/persistentvolumeclaim/util.go DropDisabledFields, EnforceDataSourceBackwardsCompatibility
 *   and NormalizeDataSources
 */
export const withDataSources = (claim: Part, hadOne: boolean): Part => {
  const { dataSource, dataSourceRef, ...rest } = specOf(claim);
  const given = dataSourceRef as Part | undefined;
  const newer = given?.namespace && !hadOne ? undefined : given;
  const old = dataSource as Part | undefined;
  const older = absent(old) || hadOne || newer || isClaimOrSnapshot(old) ? old : undefined;
  if (absent(older) && absent(newer)) return hasDataSource(claim) ? { ...claim, spec: rest } : claim;
  const both = {
    ...(older ? { dataSource: older } : newer?.namespace ? {} : { dataSource: reference(newer ?? {}) }),
    dataSourceRef: newer ?? reference(older ?? {}),
  };
  return { ...claim, spec: { ...rest, ...both } };
};
