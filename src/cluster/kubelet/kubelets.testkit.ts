import type { Machine } from '../../port/world';
import type { Stage } from '../stage.testkit';
import { Kubelets } from './kubelets';

/** The kubelets of a cluster with one machine. */
export const kubeletsOf = (stage: Stage, machine: Machine = { name: 'east-1' }): Kubelets => {
  stage.create({ apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'kube-node-lease' } });
  const kubelets = new Kubelets(stage);
  kubelets.machines.join(machine);
  return kubelets;
};
