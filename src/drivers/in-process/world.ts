import { administrator } from '../../cluster/apiserver/requests/caller';
import type { InProcessCluster } from '../../cluster/cluster';
import { resources } from '../../kubernetes/kinds/resources';
import type { World } from '../../port/world';

/** The machines of the cluster, and the containers on them. */
export const worldOf = ({ kubelets, server }: InProcessCluster): World => ({
  addNode: async (machine) => kubelets.join(machine),
  removeNode: async (name) => {
    server.delete(resources.nodes, undefined, name, {}, administrator);
  },
  silenceNode: async (name) => kubelets.silence(name),
  reviveNode: async (name) => kubelets.revive(name),
  setNodeReady: async (name, ready) => kubelets.setNodeReady(name, ready),
  rebootNode: async (name, downSeconds) => kubelets.reboot(name, downSeconds),
  imageBehaves: async (image, behaviour) => kubelets.imageBehaves(image, behaviour),
  setPodReady: async ({ namespace, name }, ready) => kubelets.setReady(namespace, name, ready),
  finishPod: async ({ namespace, name }, phase) => kubelets.finish(namespace, name, phase),
});
