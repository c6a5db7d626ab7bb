import { fromTimestamp } from '../../../kubernetes/fields/time';
import type { Lease } from '../../../kubernetes/kinds/lease/lease';
import type { Node } from '../../../kubernetes/kinds/node/node';
import { resources } from '../../../kubernetes/kinds/resources';
import type { Connection } from '../connection/connection';
import { list } from './collections';
import { runOf } from './labels';

const { leases, nodes } = resources;

/** Why examples in which nodes fall silent are left out, as it stands in reports. */
export const CLOUD_DELETES_NODES = 'cloud-deletes-silent-nodes';

/** Taints that cloud controllers put on nodes, and wait to take off. */
const TAINT = /^node\.cloudprovider\.kubernetes\.io\//;

/** Nobody asks after nodes of these whether their machines still exist. */
const WITHOUT_CLOUD = ['kind', 'k3s', 'k3d', 'kwok', 'minikube', 'rollcall'];

/** `aws` of `aws:///eu-central-1a/i-0123`. */
const schemeOf = (node: Node): string | undefined =>
  (node.spec as { providerID?: string }).providerID?.split('://')[0];

/** A leader renews its lease every few seconds. */
const RECENT = 5 * 60_000;

const isHeld = ({ spec }: Lease, now: number): boolean =>
  Boolean(spec?.holderIdentity) &&
  spec?.renewTime !== undefined &&
  now - fromTimestamp(spec.renewTime) < RECENT;

/**
 * Why it is to be feared that somebody deletes nodes that fall silent: the node lifecycle controller of a cloud asks the
 * cloud after the machines of nodes that are not ready, and deletes nodes of machines that it does not know.
 * @returns a sentence; undefined if nothing speaks for a cloud
 * @throws as `send`
 * @see staging/src/k8s.io/cloud-provider/controllers/nodelifecycle/node_lifecycle_controller.go MonitorNodes
 */
export const cloudDeletesNodes = async (connection: Connection): Promise<string | undefined> => {
  const foreign = (await list<Node>(connection, nodes)).filter((node) => runOf(node) === undefined);
  for (const node of foreign) {
    const { name } = node.metadata;
    const taint = node.spec.taints?.find(({ key }) => TAINT.test(key));
    if (taint) return `The node "${name}" has the taint ${taint.key} of a cloud controller.`;
    const scheme = schemeOf(node);
    if (scheme && !WITHOUT_CLOUD.includes(scheme))
      return `The node "${name}" is a machine of the cloud "${scheme}".`;
  }
  const found = await list<Lease>(connection, leases, {
    namespace: 'kube-system',
    fieldSelector: 'metadata.name=cloud-controller-manager',
  });
  return found.some((lease) => isHeld(lease, connection.now()))
    ? 'A cloud controller manager leads in kube-system.'
    : undefined;
};
