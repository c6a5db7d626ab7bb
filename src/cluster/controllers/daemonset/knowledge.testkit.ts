import type { DaemonSet } from '../../../kubernetes/kinds/daemonset/daemonSet';
import type { Namespace } from '../../../kubernetes/kinds/namespace/namespace';
import type { Node } from '../../../kubernetes/kinds/node/node';
import { stored } from '../../../kubernetes/kinds/objects.testkit';
import type { Pod } from '../../../kubernetes/kinds/pod/pod';
import { resources } from '../../../kubernetes/kinds/resources';
import { aDaemonSet, aNode, type NodeTraits } from '../../../kubernetes/kinds/samples.testkit';
import type { KubeObject, StringMap } from '../../../kubernetes/object';
import type { StoreEvent } from '../../apiserver/registry/topic';
import { Knowledge } from './knowledge';
import type { SetState } from './setState';

type NewsType = StoreEvent['type'];

export const event = <T extends KubeObject>(
  type: NewsType,
  object: T,
  serial: number,
  before?: T,
): StoreEvent<T> => ({ type, object, before, serial });

/** The namespace `shop` with these annotations. */
export const annotated = (annotations?: StringMap): Namespace =>
  stored(resources.namespaces, {}, { name: 'shop', ...(annotations ? { annotations } : {}) });

/** The same object in another namespace. */
export const inNamespace = <T extends KubeObject>(object: T, name: string): T => ({
  ...object,
  metadata: { ...object.metadata, namespace: name },
});

/** Somebody who hears of what a test tells, and of nothing else. Sets are in the namespace `shop`. */
export class Listener {
  readonly settings = { legacyScheduling: false, defaultNodeSelector: '', securityContextConstraints: false };
  #woken: string[] = [];
  #alarms: Record<string, number> = {};
  readonly knowledge = new Knowledge(this.settings, {
    add: (key) => this.#woken.push(key),
    addAfter: (key, delay) => {
      this.#alarms[key] = delay;
    },
  });

  /** Which sets some news wakes. */
  wokenBy(news: () => void): readonly string[] {
    this.#woken = [];
    news();
    return this.#woken;
  }

  /** Which sets some news has come back later, and after how many milliseconds. */
  alarmsBy(news: () => void): Readonly<Record<string, number>> {
    this.#alarms = {};
    news();
    return this.#alarms;
  }

  /** @throws if there is no such set */
  stateOf(name = 'agent'): SetState {
    const state = this.knowledge.set(`shop/${name}`);
    if (!state) throw new Error(`Nothing is known of a daemon set "${name}".`);
    return state;
  }

  set(object: DaemonSet = aDaemonSet(), type: NewsType = 'ADDED'): void {
    this.knowledge.onSet(event(type, object, 0));
  }

  node(traits: NodeTraits = {}, type: NewsType = 'ADDED'): void {
    this.knowledge.onNode(event<Node>(type, aNode(traits), 0));
  }

  pod(object: Pod, serial = 0): void {
    this.knowledge.onPod(event('ADDED', object, serial));
  }
}
