import { expect } from 'chai';
import { resources } from '../../kubernetes/kinds/resources';
import type { KubeObject } from '../../kubernetes/object';
import type { World } from '../../port/world';
import { NodeNames } from './nodeNames';
import type { Heard } from './watching/heard';
import type { Watching } from './watching/watching';

const { nodes, pods } = resources;

/** A cluster with one pod on each of two nodes. */
class Stage {
  readonly watching = {
    subscribe: (listener: (heard: Heard) => void) => {
      this.#listeners.add(listener);
      return () => this.#listeners.delete(listener);
    },
    all: () => this.#pods,
    get: (_resource, _namespace, name) => this.#nodes.get(name),
  } as Partial<Watching> as Watching;
  readonly #listeners = new Set<(heard: Heard) => void>();
  readonly #nodes = new Map<string, KubeObject>();
  #pods: readonly KubeObject[] = [];

  constructor() {
    for (const name of ['east-1', 'east-2', 'bare']) this.#nodes.set(name, named('Node', name));
    this.#pods = ['east-1', 'east-2'].map((nodeName) => ({
      ...named('Pod', `on-${nodeName}`),
      spec: { nodeName },
    }));
  }

  removeNode(name: string): void {
    const object = this.#nodes.get(name) ?? expect.fail(name);
    this.#nodes.delete(name);
    for (const listen of this.#listeners) listen({ resource: nodes, type: 'DELETED', object });
  }

  removePods(): void {
    const before = this.#pods;
    this.#pods = [];
    for (const object of before)
      for (const listen of this.#listeners) listen({ resource: pods, type: 'DELETED', object });
  }
}

const named = (kind: string, name: string): KubeObject => ({
  apiVersion: 'v1',
  kind,
  metadata: { name, uid: name, resourceVersion: '1', creationTimestamp: '' },
});

describe('the name of a node', () => {
  let now = 0;
  let stage = new Stage();
  let names = new NodeNames();
  let end = (): void => {};
  const joined: string[] = [];
  const world = {
    addNode: async ({ name }) => {
      joined.push(name);
    },
  } as Partial<World> as World;

  beforeEach(() => {
    now = 1000;
    stage = new Stage();
    names = new NodeNames();
    joined.length = 0;
    end = names.follow(stage.watching, () => now);
  });

  /** Whether a node joins at once that is called so. */
  const joinsAtOnce = async (name: string): Promise<boolean> => {
    const joining = names.awaited(world, () => now).addNode({ name });
    for (let turn = 0; turn < 10; turn++) await Promise.resolve();
    const isThere = joined.includes(name);
    // What is not forgotten yet is so in a moment.
    await joining;
    return isThere;
  };

  it('is remembered if it went with pods on it', async () => {
    stage.removeNode('east-1');
    stage.removePods();
    end();
    now += 64_990;
    expect(await joinsAtOnce('east-1')).to.equal(false);
    expect(joined).to.deep.equal(['east-1']);
    expect(await joinsAtOnce('east-1')).to.equal(true);
  });

  it('is forgotten after a while', async () => {
    stage.removeNode('east-1');
    end();
    now += 65_000;
    expect(await joinsAtOnce('east-1')).to.equal(true);
  });

  it('is not remembered if nothing was on it, or if it went in the end, after its pods', async () => {
    stage.removeNode('bare');
    end();
    stage.removePods();
    stage.removeNode('east-2');
    for (const name of ['bare', 'east-2', 'east-1']) expect(await joinsAtOnce(name), name).to.equal(true);
  });
});
