import { isTerminating } from '../../../kubernetes/fields/meta';
import type { DaemonSet } from '../../../kubernetes/kinds/daemonset/daemonSet';
import { eligibility, placementOf } from '../../../kubernetes/kinds/daemonset/eligibility';
import { resources } from '../../../kubernetes/kinds/resources';
import type { StringMap } from '../../../kubernetes/object';
import type { Connection } from '../connection/connection';
import { list } from './collections';
import { runOf } from './labels';

const { daemonsets } = resources;

/** A node as examples have them join. */
export interface ExpectedNode {
  readonly labels?: StringMap;
}

/** What kubelets label their nodes with. */
const OWN: StringMap = {
  'beta.kubernetes.io/arch': 'amd64',
  'beta.kubernetes.io/os': 'linux',
  'kubernetes.io/arch': 'amd64',
  'kubernetes.io/os': 'linux',
};

/** Labels that sets of a distribution ask for, and examples give to their nodes. */
const EXPECTED: readonly ExpectedNode[] = [
  {},
  ...['worker', 'infra', 'control-plane', 'master'].map((role) => ({
    labels: { [`node-role.kubernetes.io/${role}`]: '' },
  })),
];

const nodeOf = ({ labels }: ExpectedNode) => {
  const name = 'a-node-of-rollcall';
  return { metadata: { name, labels: { ...OWN, 'kubernetes.io/hostname': name, ...labels } }, spec: {} };
};

/**
 * The daemon sets of others that would run a pod on nodes of examples, as the daemon set controller decides it. A node
 * selector of their project is not looked at: it could only spare nodes.
 * @returns them as `namespace/name`, in order
 * @throws as `send`
 */
export const foreignDaemonSets = async (
  connection: Connection,
  nodes: readonly ExpectedNode[] = EXPECTED,
): Promise<readonly string[]> => {
  const expected = nodes.map(nodeOf);
  const all = await list<DaemonSet>(connection, daemonsets);
  return all
    .filter((set) => runOf(set) === undefined && !isTerminating(set))
    .filter((set) => {
      const placement = placementOf(set, undefined);
      return expected.some((node) => eligibility(node, placement).shouldRun);
    })
    .map(({ metadata: { namespace, name } }) => `${namespace}/${name}`)
    .sort();
};
