import { isTerminating } from '../../kubernetes/fields/meta';
import type { Node } from '../../kubernetes/kinds/node/node';
import type { Pod, PodStatus } from '../../kubernetes/kinds/pod/pod';
import { isTerminal } from '../../kubernetes/kinds/pod/state';
import { resources } from '../../kubernetes/kinds/resources';
import type { ImageBehaviour } from '../../port/world';
import type { StoreEvent } from '../apiserver/registry/topic';
import { Component, type Surroundings } from '../component/component';
import { Batches } from './batches';
import type { Hands } from './hands';
import { type HeartbeatsOf, impliedHeartbeats } from './heartbeats';
import { Hosts } from './hosts';
import { Images } from './images';
import type { Host, Local } from './local';
import { Machines } from './machines';
import { NodeReports } from './nodeReports';
import { tellOfPod } from './podEvents';
import { endedStatus, refusedStatus, restartingStatus, statusIn, withoutSandbox } from './podStatus';
import { PodWorkers } from './podWorkers';
import { refusalBy } from './refusal';
import { isSimple } from './simplePods';
import { Sources } from './sources';
import { Stops } from './stops';
import { Stranded } from './stranded';

/** Up to so many machines, also of starts it is told at which nothing was amiss. On more of them nobody reads that. */
const TALKATIVE = 100;

/**
 * All kubelets of a cluster, one for each machine: they let in the pods that are bound to them, start them, report what
 * becomes of them and stop them in time. A silent kubelet does nothing, and nobody hears of it.
 */
export class Kubelets extends Component<number> {
  /** What befalls machines. */
  readonly machines: Machines;
  readonly #hosts = new Hosts();
  /** Every pod bound to a machine, by serial. */
  readonly #pods: (Local | undefined)[] = [];
  readonly #stranded = new Stranded();
  readonly #starting = new Batches<Local>();
  readonly #images = new Images();
  readonly #sources: Sources;
  readonly #workers: PodWorkers;
  readonly #stops: Stops;
  /** True: pods are started wherever they are bound, and nothing is told of it, as by simulated nodes. */
  isSimulated = false;

  /** @param heartbeats makes what shows that they are alive */
  constructor(surroundings: Surroundings, heartbeats: HeartbeatsOf = impliedHeartbeats) {
    super('kubelet', surroundings, 'kubelet');
    const hands = this.#hands();
    this.#sources = new Sources(this.client);
    this.#workers = new PodWorkers(hands, this.#hosts, this.#images);
    this.#stops = new Stops(hands, this.#images);
    const reports = new NodeReports(this.client, this.loop, this.recorder);
    const beats = heartbeats(this.client, this.loop);
    this.machines = new Machines(hands, this.#hosts, reports, beats, this.#stops, {
      taken: (host) => {
        for (const [serial, pod] of this.#stranded.take(host.machine.name)) this.#takeIn(host, serial, pod);
      },
      left: (host) => {
        for (const { serial, pod } of host.pods) {
          this.#pods[serial] = undefined;
          this.#stranded.put(host.machine.name, serial, pod);
        }
      },
      restarted: (host) => {
        for (const local of host.pods) this.#startOver(local);
      },
      reported: (host) => {
        for (const local of host.pods) {
          if (local.stage === 'running') this.#report(local);
          this.queue.add(local.serial);
        }
      },
    });
    this.watch<Node>(resources.nodes, (event) => this.#onNode(event));
    this.watch<Pod>(resources.pods, (event) => this.#onPod(event));
    for (const kind of this.#sources.kinds) this.watch(kind, () => this.#workers.onObject());
  }

  /** From now on containers of this image behave so. Pods that wait for the image get it with the next try. */
  imageBehaves(image: string, behaviour: ImageBehaviour): void {
    this.#images.set(image, behaviour);
    for (const local of this.#pods) if (local?.runs) this.#workers.retryImages(local);
  }

  /** The pod's containers turn ready or unready and stay so. */
  setReady(namespace: string, name: string, ready: boolean): void {
    const local = this.#local(namespace, name);
    local.forcedReady = ready;
    if (local.stage === 'running') this.#report(local);
  }

  /** A container of the pod exits. @param container by default the first */
  exit(namespace: string, name: string, code: number, container?: string): void {
    this.#workers.exitNamed(this.#local(namespace, name), code, container);
  }

  /** The pod is over for its node, and takes this phase. */
  finish(namespace: string, name: string, phase: 'Failed' | 'Succeeded'): void {
    const local = this.#local(namespace, name);
    if (local.stage === 'ended' || local.stage === 'refused') return;
    local.stage = 'ended';
    this.#write(local, (current) => endedStatus(current, phase, this.loop.now));
  }

  /** Looks at one pod: stops it if it is to go, starts it if it is new. */
  protected override sync(serial: number): void {
    const local = this.#pods[serial];
    if (!local || local.host.silent) return;
    if (isTerminating(local.pod)) this.#stopInTime(local);
    else if (local.stage === 'new') this.#start(local);
    else if (local.stage === 'started') this.#run(local);
    else if (local.runs) this.#workers.sync(local);
  }

  #start(local: Local): void {
    const { pod, host } = local;
    if (!host.info.has(local) && !this.#letIn(local)) return;
    if (!this.#startsAtOnce(local)) {
      this.#workers.begin(local);
      return;
    }
    // Without a network only pods that use the machine's own are started: kubelet.go, SyncPod.
    if (!host.ready && !pod.spec.hostNetwork) return;
    local.stage = 'starting';
    this.#startIn(this.#images.startSeconds(pod) * 1000, local);
  }

  /** Whether all containers of a pod start at once, and nobody has to look at one of them. */
  #startsAtOnce({ pod, runs }: Local): boolean {
    if (runs || this.#images.missing(pod) !== undefined) return false;
    return this.isSimulated || (isSimple(pod.spec) && !this.#images.exit(pod));
  }

  /** Checks whether the pod may run on the node, and takes it. */
  #letIn(local: Local): boolean {
    const { pod, host } = local;
    const refusal = this.isSimulated ? undefined : refusalBy(host, pod);
    if (refusal) {
      local.stage = 'refused';
      this.#tell(local, 'Warning', refusal.reason, refusal.message);
      this.#write(local, (current) => refusedStatus(current, refusal.reason, refusal.message, this.loop.now));
      return false;
    }
    host.info.add(local);
    return true;
  }

  /** Pods that start at the same moment share a timer; then they are worked off like all that is to be done. */
  #startIn(ms: number, local: Local): void {
    const due = this.loop.now + ms;
    this.#starting.add(due, local, () =>
      this.after(ms, 'work', 'pods start', () => {
        for (const each of this.#starting.take(due)) this.#started(each);
      }),
    );
  }

  #started(local: Local): void {
    if (!this.#isPresent(local) || local.stage !== 'starting') return;
    local.stage = local.host.silent ? 'new' : 'started';
    this.queue.add(local.serial);
  }

  #run(local: Local): void {
    local.stage = 'running';
    local.startedAt = this.loop.now;
    if (this.#hosts.count <= TALKATIVE)
      for (const container of local.pod.spec.containers) this.#workers.pulls.tellStart(local, container);
    this.#report(local);
  }

  #report(local: Local): void {
    if (local.runs) {
      this.#workers.publish(local);
      return;
    }
    const { host } = local;
    const ready = local.forcedReady ?? this.#images.turnReady(local.pod);
    const address = this.#hosts.podAddress(local.pod, host);
    this.#write(local, (current) => {
      const status = statusIn(current, ready ? 'running' : 'unready', host.address, address, this.loop.now);
      return this.isSimulated ? withoutSandbox(status) : status;
    });
  }

  /** A kubelet that has just been started lets its pods in anew, and starts their containers once more. */
  #startOver(local: Local): void {
    if (local.stage === 'ended' || local.stage === 'refused') return;
    const ran = local.stage === 'running';
    local.host.info.remove(local);
    local.stage = 'new';
    delete local.isGivenUp;
    if (local.runs) this.#workers.lose(local);
    else if (ran && !isTerminating(local.pod))
      this.#write(local, (current) => restartingStatus(current, this.loop.now));
  }

  /** A terminating pod goes when its containers have stopped, or when its grace period is over. */
  #stopInTime(local: Local): void {
    const at = this.#stops.plan(local);
    if (at === undefined) return;
    this.after(at - this.loop.now, 'work', `${local.pod.metadata.name} stops`, () => this.#remove(local));
  }

  #remove(local: Local): void {
    if (!this.#isPresent(local)) return;
    if (local.host.silent) {
      delete local.stopsAt;
      return;
    }
    this.retrying(`${local.pod.metadata.name} is removed`, () =>
      this.client.delete(resources.pods, local.pod, { gracePeriodSeconds: 0 }),
    );
  }

  #hands(): Hands {
    return {
      now: () => this.loop.now,
      after: (ms, kind, purpose, run) => this.after(ms, kind, purpose, run),
      cancel: (timer) => this.loop.cancel(timer),
      write: (local, status) => this.#write(local, status),
      tell: (...told) => this.#tell(...told),
      find: (kind, namespace, name) => this.#sources.find(kind, namespace, name),
      isSimulated: () => this.isSimulated,
      isPresent: (local) => this.#isPresent(local),
    };
  }

  #tell(...[local, ...told]: Parameters<Hands['tell']>): void {
    if (!this.isSimulated && !local.host.silent) tellOfPod(this.recorder, local, ...told);
  }

  #write({ pod, host }: Local, status: (current: Pod) => PodStatus): void {
    if (host.silent) return;
    this.retrying(`${pod.metadata.name} is reported`, () => {
      this.client.amendStatus<Pod>(pod, resources.pods, (current) =>
        current.metadata.uid === pod.metadata.uid ? status(current) : undefined,
      );
    });
  }

  #onNode({ type, object: node }: StoreEvent<Node>): void {
    const host = this.#hosts.find(node.metadata.name);
    if (!host) return;
    if (type !== 'DELETED') host.info.node = node;
    else if (host.info.node?.metadata.uid === node.metadata.uid) this.machines.leave(node.metadata.name);
  }

  #onPod({ type, object: pod, serial }: StoreEvent<Pod>): void {
    const node = pod.spec.nodeName;
    if (!node) return;
    const known = this.#pods[serial];
    if (type === 'DELETED') {
      if (known) this.#forget(known);
      else this.#stranded.drop(node, serial);
    } else if (known) {
      known.pod = pod;
      if (isTerminal(pod)) this.#makeRoom(known);
      // Others may write what a pod waits for to be ready: kubelet.go, HandlePodReconcile.
      if (isTerminating(pod) || pod.spec.readinessGates) this.queue.add(serial);
    } else {
      const host = this.#hosts.find(node);
      if (host) this.#takeIn(host, serial, pod);
      else this.#stranded.put(node, serial, pod);
    }
  }

  #takeIn(host: Host, serial: number, pod: Pod): void {
    const stage = isTerminal(pod) ? 'ended' : 'new';
    const local: Local = { serial, host, pod, stage, startedAt: 0, probedSince: 0 };
    host.pods.push(local);
    this.#pods[serial] = local;
    this.queue.add(serial);
  }

  #forget(local: Local): void {
    this.#makeRoom(local);
    local.host.pods.splice(local.host.pods.indexOf(local), 1);
    this.#pods[local.serial] = undefined;
  }

  #makeRoom(local: Local): void {
    local.stage = 'ended';
    local.host.info.remove(local);
  }

  #isPresent(local: Local): boolean {
    return this.#pods[local.serial] === local;
  }

  #local(namespace: string, name: string): Local {
    const { uid } = this.client.get<Pod>(resources.pods, namespace, name).metadata;
    const local = this.#pods.find((each) => each?.pod.metadata.uid === uid);
    if (!local) throw new Error(`No machine runs the pod "${name}" of project "${namespace}".`);
    return local;
  }
}
