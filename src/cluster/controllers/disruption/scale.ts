import { controllerOf } from '../../../kubernetes/fields/meta';
import type { Kind } from '../../../kubernetes/kinds/kind';
import type { KubeObject, OwnerReference } from '../../../kubernetes/object';
import type { Client } from '../../component/client';
import { isGone } from '../../component/gone';

/** Why nobody can tell how many pods there should be. `message` is the controller's own sentence. */
export class Incalculable extends Error {}

/** Who wants so many pods. */
interface Scale {
  readonly uid: string;
  readonly replicas: number;
}

const find = (
  client: Client,
  kind: Kind,
  { name, uid }: OwnerReference,
  namespace: string | undefined,
): KubeObject | undefined => {
  try {
    const found = client.get(kind, namespace, name);
    return found.metadata.uid === uid ? found : undefined;
  } catch (error) {
    if (isGone(error)) return undefined;
    throw error;
  }
};

const groupResource = ({ group, plural }: Kind): string => (group === '' ? plural : `${plural}.${group}`);

/**
 * How many pods a controller wants: a replica set as many as its deployment. Only kinds with a subresource `scale`
 * can tell.
 * @returns undefined if there is no such controller any more
 * @throws Incalculable for a kind that cannot tell, such as daemon sets
 * @see k8s.io/kubernetes/pkg/controller/disruption getPodReplicaSet, getPodDeployment, getScaleController
 */
export const replicasOf = (
  client: Client,
  owner: OwnerReference,
  namespace: string | undefined,
): Scale | undefined => {
  const { apiVersion, kind: name } = owner;
  const kind = client.kinds.of({ apiVersion, kind: name });
  if (!kind) throw new Incalculable(`no matches for kind "${name}" in version "${apiVersion}"`);
  if (!kind.subresources.some((each) => each.name === 'scale'))
    throw new Incalculable(`${groupResource(kind)} does not implement the scale subresource`);
  const controller = find(client, kind, owner, namespace);
  if (!controller) return undefined;
  const above = name === 'ReplicaSet' ? controllerOf(controller) : undefined;
  const wantedAbove = above?.kind === 'Deployment' ? replicasOf(client, above, namespace) : undefined;
  if (wantedAbove) return wantedAbove;
  const { replicas } =
    (controller as KubeObject & { readonly spec?: { readonly replicas?: number } }).spec ?? {};
  return { uid: controller.metadata.uid, replicas: replicas ?? 0 };
};
