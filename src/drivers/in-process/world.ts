import { administrator } from '../../cluster/apiserver/requests/caller';
import type { InProcessCluster } from '../../cluster/cluster';
import { resources } from '../../kubernetes/kinds/resources';
import type { World } from '../../port/world';

/** The machines of the cluster, and the containers on them. */
export const worldOf = ({ kubelets, server }: InProcessCluster): World => ({
  addNode: async (machine) => kubelets.machines.join(machine),
  removeNode: async (name) => {
    server.delete(resources.nodes, undefined, name, {}, administrator);
  },
  silenceNode: async (name) => kubelets.machines.silence(name),
  reviveNode: async (name) => kubelets.machines.revive(name),
  setNodeReady: async (name, ready) => kubelets.machines.setNodeReady(name, ready),
  rebootNode: async (name, downSeconds) => kubelets.machines.reboot(name, downSeconds),
  setPressure: async (name, what, short, evicts) => kubelets.machines.setPressure(name, what, short, evicts),
  shutDownNode: async (name) => kubelets.machines.shutDown(name),
  imageBehaves: async (image, behaviour) => kubelets.imageBehaves(image, behaviour),
  setPodReady: async ({ namespace, name }, ready) => kubelets.setReady(namespace, name, ready),
  exitContainer: async ({ namespace, name }, code, container) =>
    kubelets.exit(namespace, name, code, container),
  finishPod: async ({ namespace, name }, phase) => kubelets.finish(namespace, name, phase),
});
