import { namingOf } from '../facts/naming';
import type { NodeView, Scene } from '../scene';
import type { Alike, NodeRemark, Speech } from './speech';

/** What is the case in a picture, each thing with the nodes on which it is; those that have no pod last. */
export const whatIsAlike = (scene: Scene, nameOf: Speech['node']): readonly Alike[] => {
  const naming = namingOf(scene);
  const nodes = new Map(scene.nodes.map((node) => [node.name, nameOf(node.name, remarksOn(node))]));
  const found = new Map<string, { readonly alike: Omit<Alike, 'nodes'>; readonly nodes: Set<string> }>();
  const add = (alike: Omit<Alike, 'nodes'>, node: string | undefined): void => {
    const key = JSON.stringify(alike);
    const known = found.get(key) ?? { alike, nodes: new Set() };
    found.set(key, known);
    if (node !== undefined) known.nodes.add(nodes.get(node) ?? nameOf(node, ['gone']));
  };
  const empty = new Set(nodes.keys());
  for (const pod of scene.pods) {
    const set = naming.ofOwner(pod);
    const whose = set === undefined ? { name: pod.name } : { set, revision: naming.revisionOf(pod) };
    add({ ...whose, state: pod.state }, pod.node);
    if (pod.node !== undefined) empty.delete(pod.node);
  }
  for (const node of empty) add({}, node);
  const order = new Map([...nodes.values()].map((node, index) => [node, index]));
  const place = (node: string): number => order.get(node) ?? order.size;
  return [...found.values()].map(({ alike, nodes }) => ({
    ...alike,
    nodes: [...nodes].sort((a, b) => place(a) - place(b)),
  }));
};

/** What is remarkable about a node. */
export const remarksOn = ({ state, isCordoned }: NodeView): readonly NodeRemark[] => [
  ...(state === 'ready' ? [] : [state]),
  ...(isCordoned ? (['cordoned'] as const) : []),
];
