import { isTerminating } from '../../../kubernetes/fields/meta';
import type { DaemonSet } from '../../../kubernetes/kinds/daemonset/daemonSet';
import type { Event } from '../../../kubernetes/kinds/event/event';
import type { Pod } from '../../../kubernetes/kinds/pod/pod';
import { targetNode } from '../../../kubernetes/kinds/pod/state';
import { resources } from '../../../kubernetes/kinds/resources';
import { aDaemonSet, aPod, type DaemonSetTraits } from '../../../kubernetes/kinds/samples.testkit';
import { calm } from '../../simulation/disturbance';
import { Stage } from '../../stage.testkit';
import { DaemonSetController } from './controller';

const { daemonsets, events, pods } = resources;

/** A stage with a daemon set controller, one node, `east-1`, and a daemon set `agent` as soon as it is created. */
export class ControllerStage extends Stage {
  readonly controller: DaemonSetController;
  /** The nodes that pods have been made for, one each time. */
  readonly made: (string | undefined)[] = [];
  /** Happens before the controller's next write. */
  meanwhile: (() => void) | undefined;

  constructor() {
    super({
      disturbance: {
        ...calm,
        write: (write) => {
          const happening = this.meanwhile;
          this.meanwhile = undefined;
          happening?.();
          return write();
        },
      },
    });
    this.registry.store.observe(({ type, object }) => {
      if (type === 'ADDED' && object.kind === 'Pod') this.made.push(targetNode(object as Pod));
    });
    this.controller = new DaemonSetController(this);
    this.node('east-1');
  }

  settle(): ReturnType<Stage['loop']['settle']> {
    return this.loop.settle(600_000);
  }

  /** @throws if it has not been created, or is gone */
  get set(): DaemonSet {
    const set = this.find<DaemonSet>(daemonsets, 'agent');
    if (!set) throw new Error('There is no daemon set.');
    return set;
  }

  createSet(traits: DaemonSetTraits = {}): void {
    this.create(aDaemonSet(traits));
    this.settle();
  }

  changeSpec(spec: Partial<DaemonSet['spec']>): void {
    this.amend<DaemonSet>(daemonsets, 'agent', (current) => ({
      ...current,
      spec: { ...current.spec, ...spec },
    }));
  }

  /** Gives the set a template with this image. */
  update(image: string): void {
    const { template } = this.set.spec;
    this.changeSpec({
      template: { ...template, spec: { containers: [{ name: 'main', image }] } } as typeof template,
    });
  }

  /** Makes the controller look at the set once more. */
  nudge(): void {
    this.amend<DaemonSet>(daemonsets, 'agent', ({ metadata, ...set }) => {
      const nudged = String(Number(metadata.annotations?.nudged ?? 0) + 1);
      return { ...set, metadata: { ...metadata, annotations: { ...metadata.annotations, nudged } } };
    });
    this.settle();
  }

  get pods(): readonly Pod[] {
    return this.registry.store.all(pods) as readonly Pod[];
  }

  /** The pods on the node or meant for it that are not on their way out. */
  liveOn(node = 'east-1'): readonly Pod[] {
    return this.pods.filter((pod) => targetNode(pod) === node && !isTerminating(pod));
  }

  /** @throws if there is none, or more than one */
  theOneOn(node = 'east-1'): Pod {
    const [pod, ...others] = this.liveOn(node);
    if (!pod || others.length > 0)
      throw new Error(`There are ${pod ? 'several pods' : 'no pods'} on ${node}.`);
    return pod;
  }

  /** The pod is bound, and ready from now on. */
  run(pod = this.theOneOn()): void {
    this.serve(pod);
    this.settle();
  }

  /** The same, and nobody has worked yet. */
  serve(pod = this.theOneOn()): void {
    this.#report(pod, aPod({ readySince: this.loop.now }).status);
  }

  /** The pod is bound and has ended. */
  end(phase: 'Failed' | 'Succeeded', pod = this.theOneOn()): void {
    this.#report(pod, { phase });
    this.settle();
  }

  #report(pod: Pod, status: Partial<Pod['status']>): void {
    const { name } = pod.metadata;
    const nodeName = targetNode(pod) ?? '';
    this.amend<Pod>(pods, name, (current) => ({ ...current, spec: { ...current.spec, nodeName } }));
    this.amendStatus<Pod>(pods, name, (current) => ({ ...current.status, ...status }));
  }

  /** What terminates is gone. */
  sweep(): void {
    for (const pod of this.pods.filter(isTerminating))
      this.delete(pods, pod.metadata.name, { gracePeriodSeconds: 0 });
    this.settle();
  }

  /** The messages of all events for this reason. */
  said(reason: string): readonly string[] {
    return (this.registry.store.all(events) as readonly Event[])
      .filter((event) => event.reason === reason)
      .map(({ message }) => message ?? '');
  }
}
