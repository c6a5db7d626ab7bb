import { expect } from 'chai';
import { compileLabelSelector } from '../../kubernetes/fields/labels';
import { controllerOf, isTerminating, newControllerRef } from '../../kubernetes/fields/meta';
import type { Event } from '../../kubernetes/kinds/event/event';
import { defineKind } from '../../kubernetes/kinds/kind';
import type { Pod } from '../../kubernetes/kinds/pod/pod';
import { resources } from '../../kubernetes/kinds/resources';
import type { KubeObject } from '../../kubernetes/object';
import { keyOf } from '../apiserver/registry/store';
import type { StoreEvent } from '../apiserver/registry/topic';
import { Stage } from '../stage.testkit';
import { Backoff } from './backoff';
import type { NewObject } from './client';
import { Component, type Surroundings } from './component';
import { ControllerRefManager } from './controllerRefManager';
import { ControllerExpectations } from './expectations';
import { PodControl } from './podControl';

const { events, pods } = resources;

/** A kind that nobody has heard of: so many pods, wherever they fit. */
interface Crew extends KubeObject {
  readonly spec: { readonly size: number };
}

const crews = defineKind<Crew>({
  apiVersion: 'ships.example.com/v1',
  kind: 'Crew',
  plural: 'crews',
  namespaced: true,
});

/** Keeps as many pods as a crew wants: all that a controller of pods needs, made of the kit and nothing else. */
class CrewController extends Component {
  readonly #crews = new Map<string, Crew>();
  readonly #expectations = new Map<string, ControllerExpectations>();
  readonly #pods = new Map<string, Pod>();
  readonly #refs = new ControllerRefManager(this.client, crews);
  readonly #podControl = new PodControl(this.client, this.recorder, 100);
  readonly #backoff = new Backoff(1000, 60_000);

  constructor(surroundings: Surroundings) {
    super('crew-controller', surroundings);
    this.watch<Crew>(crews, ({ object }) => {
      this.#crews.set(keyOf(object), object);
      this.queue.add(keyOf(object));
    });
    this.watch<Pod>(pods, (event) => this.#onPod(event));
  }

  protected override sync(key: string): void {
    const crew = this.#crews.get(key);
    if (!crew) return;
    const expectations = this.#expectationsOf(key);
    if (!expectations.satisfied(this.loop.now)) return;
    const matches = compileLabelSelector({ matchLabels: { crew: crew.metadata.name } });
    const own = [...this.#pods.values()].filter((pod) =>
      this.#refs.claim(crew, matches(pod.metadata.labels), pods, pod),
    );
    const live = own.filter((pod) => !isTerminating(pod));
    const failed = live.filter(({ status }) => status.phase === 'Failed' && this.#mayReplace(key));
    const missing = Math.max(0, crew.spec.size - live.length);
    const surplus = live.slice(0, Math.max(0, live.length - crew.spec.size));
    const creations = Array.from({ length: missing }, () => memberOf(crew));
    this.#podControl.carryOut(crew, expectations, creations, [...surplus, ...failed], this.loop.now);
  }

  #mayReplace(key: string): boolean {
    const wait = this.#backoff.remaining(key, this.loop.now);
    if (wait > 0) this.queue.addAfter(key, wait);
    else this.#backoff.next(key, this.loop.now);
    return wait === 0;
  }

  #onPod({ type, object: pod, before }: StoreEvent<Pod>): void {
    if (type === 'DELETED') this.#pods.delete(pod.metadata.uid);
    else this.#pods.set(pod.metadata.uid, pod);
    for (const key of this.#crews.keys()) {
      const owner = controllerOf(pod) ?? (before && controllerOf(before));
      if (owner?.uid === this.#crews.get(key)?.metadata.uid) {
        if (type === 'ADDED') this.#expectationsOf(key).creationObserved();
        else if (type === 'DELETED' || isTerminating(pod)) this.#expectationsOf(key).deletionObserved();
      }
      this.queue.add(key);
    }
  }

  #expectationsOf(key: string): ControllerExpectations {
    const known = this.#expectations.get(key) ?? new ControllerExpectations();
    this.#expectations.set(key, known);
    return known;
  }
}

const memberOf = (crew: Crew): NewObject => ({
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: {
    generateName: `${crew.metadata.name}-`,
    namespace: crew.metadata.namespace,
    labels: { crew: crew.metadata.name },
    ownerReferences: [newControllerRef(crew)],
  },
  spec: { containers: [{ name: 'sailor', image: 'sailor:v1' }] },
});

const aCrew = (name: string, size: number): Crew => ({
  apiVersion: crews.apiVersion,
  kind: crews.kind,
  metadata: {
    name,
    namespace: 'shop',
    uid: `uid-of-${name}`,
    resourceVersion: '',
    creationTimestamp: '2026-01-01T00:00:00Z',
  },
  spec: { size },
});

describe('what controllers are made of serves owners of any kind', () => {
  let stage = new Stage();
  beforeEach(() => {
    stage = new Stage();
  });

  const begin = (crew: Crew, horizon = 1000): void => {
    stage.registry.kinds.add(crews);
    stage.server.store.add(crews, crew);
    new CrewController(stage);
    stage.loop.settle(horizon);
  };
  const resize = (name: string, size: number): void => {
    const row = stage.server.store.find(crews, 'shop', name);
    if (!row) throw new Error(`There is no crew "${name}".`);
    stage.server.store.replace(crews, row, { ...row.object, spec: { size } } as Crew);
    stage.loop.settle(1000);
  };
  const members = () => (stage.server.store.all(pods) as readonly Pod[]).filter((pod) => !isTerminating(pod));
  const managers = () => members().map((pod) => controllerOf(pod)?.kind);
  const said = (reason: string) =>
    (stage.server.store.all(events) as readonly Event[]).filter((event) => event.reason === reason);

  it('makes pods, names their owner as manager, and says so in its events', () => {
    begin(aCrew('aurora', 3));
    expect(managers()).to.deep.equal(['Crew', 'Crew', 'Crew']);
    expect(members().map((pod) => pod.metadata.ownerReferences?.[0])).to.deep.equal(
      [1, 2, 3].map(() => ({
        apiVersion: 'ships.example.com/v1',
        kind: 'Crew',
        name: 'aurora',
        uid: 'uid-of-aurora',
        controller: true,
        blockOwnerDeletion: true,
      })),
    );
    expect(said('SuccessfulCreate').map(({ involvedObject }) => involvedObject.kind)).to.deep.equal([
      'Crew',
      'Crew',
      'Crew',
    ]);
  });

  it('does not do twice what it has not seen happen yet', () => {
    begin(aCrew('aurora', 3));
    resize('aurora', 1);
    expect(members()).to.have.length(1);
    expect([said('SuccessfulCreate').length, said('SuccessfulDelete').length]).to.deep.equal([3, 2]);
  });

  it('adopts what matches, and releases what no longer does', () => {
    stage.create({
      apiVersion: 'v1',
      kind: 'Pod',
      metadata: { name: 'stowaway', labels: { crew: 'aurora' } },
      spec: { containers: [{ name: 'sailor', image: 'sailor:v1' }] },
    });
    begin(aCrew('aurora', 1));
    expect(members().map(({ metadata }) => metadata.name)).to.deep.equal(['stowaway']);
    expect(managers()).to.deep.equal(['Crew']);
    stage.amend<Pod>(pods, 'stowaway', ({ metadata, ...pod }) => ({
      ...pod,
      metadata: { ...metadata, labels: {} },
    }));
    stage.loop.settle(1000);
    expect(stage.find<Pod>(pods, 'stowaway')?.metadata.ownerReferences).to.equal(undefined);
    expect(managers()).to.have.members([undefined, 'Crew']);
  });

  it('starts slowly where pods are refused', () => {
    stage.quota('few', { pods: '2' }, { pods: '0' });
    begin(aCrew('aurora', 20), 0);
    expect(members()).to.have.length(2);
    // One in the batch of two, and one when the news of the two that were made brought the crew back.
    expect(said('FailedCreate').reduce((sum, { count = 0 }) => sum + count, 0)).to.equal(2);
  });

  it('replaces what has failed, less and less often', () => {
    begin(aCrew('aurora', 1));
    const replacedAfter = (): number => {
      const [pod] = members() as [Pod];
      stage.amendStatus<Pod>(pods, pod.metadata.name, ({ status }) => ({ ...status, phase: 'Failed' }));
      const start = stage.loop.now;
      stage.loop.settle(60_000);
      return stage.loop.now - start;
    };
    expect([replacedAfter(), replacedAfter(), replacedAfter()]).to.deep.equal([0, 1000, 2000]);
  });
});
