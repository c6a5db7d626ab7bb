import type { Node } from '../../kubernetes/kinds/node/node';
import type { StoreEvent } from '../apiserver/registry/topic';
import { NodeInfo } from '../capacity/nodeInfo';
import type { Known } from './known';

/** A node and the pods that take room there; pods may be known of before the node, and after it. */
export type Place = NodeInfo<Known>;

/** All places, by the names of their nodes. */
export class Places {
  readonly byNode = new Map<string, Place>();
  #present = 0;

  /** How many nodes there are. */
  get present(): number {
    return this.#present;
  }

  /** The place of this name, if it is known. */
  of(node: string | undefined): Place | undefined {
    return node === undefined ? undefined : this.byNode.get(node);
  }

  /** The place of this name, known from now on. */
  at(node: string): Place {
    let place = this.byNode.get(node);
    if (!place) {
      place = new NodeInfo<Known>();
      this.byNode.set(node, place);
    }
    return place;
  }

  /** A node has come, has changed or has gone. */
  hear({ type, object }: StoreEvent<Node>): void {
    const place = this.at(object.metadata.name);
    if (!place.node && type !== 'DELETED') this.#present++;
    if (place.node && type === 'DELETED') this.#present--;
    place.node = type === 'DELETED' ? undefined : object;
  }
}
