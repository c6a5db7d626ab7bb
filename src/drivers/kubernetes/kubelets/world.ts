import { resources } from '../../../kubernetes/kinds/resources';
import type { World } from '../../../port/world';
import type { Lens } from '../lens/lens';
import { errorIn, machineOut, podOut } from './names';
import { Play, type Stage } from './play';

const { nodes } = resources;

/** The kubelets of an example, on a cluster that has none of its own for its nodes. */
export interface Kubelets {
  readonly world: World;
  /** What they are about to do, in words; undefined if nothing. Heartbeats are nothing. */
  busy(): string | undefined;
  /** The nodes whose kubelets say nothing, and when they last did (ms since MODEL_EPOCH). */
  silentNodes(): readonly { readonly name: string; readonly since: number }[];
  /** Why what was found cannot be trusted, in a sentence: they could not do their work, or not in time. */
  readonly trouble: string | undefined;
  /** Ends them. Nothing is written any more once that has resolved; what they have made stays. */
  close(): Promise<void>;
}

/** The machines of an example, and the containers on them. What a method has written is stored when it resolves. */
const worldOf = (play: Play, lens: Lens): World => {
  const { kubelets } = play;
  const { machines } = kubelets;
  const nodeOut = (name: string): string => lens.nameOut(nodes, name);
  const inNames = async (act: () => Promise<void>): Promise<void> => {
    try {
      await act();
    } catch (error) {
      throw errorIn(error, lens);
    }
  };
  const order = (give: () => void): Promise<void> => inNames(() => play.order(give));
  return {
    addNode: (machine) => inNames(() => play.join(machineOut(machine, lens))),
    removeNode: (name) => inNames(() => play.remove(nodeOut(name))),
    silenceNode: (name) => order(() => machines.silence(nodeOut(name))),
    reviveNode: (name) => order(() => machines.revive(nodeOut(name))),
    setNodeReady: (name, ready) => order(() => machines.setNodeReady(nodeOut(name), ready)),
    rebootNode: (name, seconds) => order(() => machines.reboot(nodeOut(name), seconds)),
    setPressure: (name, ...what) => order(() => machines.setPressure(nodeOut(name), ...what)),
    shutDownNode: (name) => order(() => machines.shutDown(nodeOut(name))),
    imageBehaves: (image, behaviour) => order(() => kubelets.imageBehaves(image, behaviour)),
    setPodReady: (pod, ready) => order(() => kubelets.setReady(...podOut(pod, lens), ready)),
    exitContainer: (pod, code, container) =>
      order(() => kubelets.exit(...podOut(pod, lens), code, container)),
    finishPod: (pod, phase) => order(() => kubelets.finish(...podOut(pod, lens), phase)),
  };
};

/**
 * Plays kubelets: the machines that are added to this world register themselves, show that they are alive, and run the pods
 * that are bound to them.
 */
export const playKubelets = ({ lens, ...stage }: Stage & { readonly lens: Lens }): Kubelets => {
  const play = new Play({
    ...stage,
    labels: { ...stage.labels, ...lens.labels },
    nodeLabels: lens.nodeLabels,
  });
  return {
    world: worldOf(play, lens),
    busy: () => {
      const { occupation } = play;
      return occupation === undefined ? undefined : lens.textIn(occupation);
    },
    silentNodes: () => play.leases.silent.map(({ name, since }) => ({ name: lens.textIn(name), since })),
    get trouble() {
      return play.trouble === undefined ? undefined : lens.textIn(play.trouble);
    },
    close: () => play.close(),
  };
};
