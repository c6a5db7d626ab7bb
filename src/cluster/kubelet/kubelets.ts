import { isTerminating } from '../../kubernetes/fields/meta';
import type { Node } from '../../kubernetes/kinds/node/node';
import type { Pod, PodStatus } from '../../kubernetes/kinds/pod/pod';
import { isTerminal } from '../../kubernetes/kinds/pod/state';
import { resources } from '../../kubernetes/kinds/resources';
import type { ImageBehaviour, Machine } from '../../port/world';
import { keyOf } from '../apiserver/registry/store';
import type { StoreEvent } from '../apiserver/registry/topic';
import { Component, type Surroundings } from '../component/component';
import { refusalOf } from './admit';
import { Batches } from './batches';
import { type Host, Hosts, type Local } from './hosts';
import { Images } from './images';
import { NodeReports } from './nodeReports';
import { endedStatus, refusedStatus, restartingStatus, statusIn } from './podStatus';
import { stopTime } from './stopTime';
import { Stranded } from './stranded';

/** How long a machine is down that reboots, in seconds. */
const DOWN = 30;

/**
 * All kubelets of a cluster, one for each machine: they register nodes, start the pods bound to them, report what
 * becomes of them and stop them in time. A silent kubelet does nothing, and nobody hears of it.
 */
export class Kubelets extends Component<number> {
  readonly #hosts = new Hosts();
  /** Every pod bound to a machine, by serial. */
  readonly #pods: (Local | undefined)[] = [];
  readonly #stranded = new Stranded();
  readonly #reports: NodeReports;
  readonly #starting = new Batches<Local>();
  readonly #images = new Images();
  /** False: pods are started wherever they are bound, as simulated nodes do. */
  checksPods = true;

  constructor(surroundings: Surroundings) {
    super('kubelet', surroundings);
    this.#reports = new NodeReports(this.client, this.loop);
    this.watch<Node>(resources.nodes, (event) => this.#onNode(event));
    this.watch<Pod>(resources.pods, (event) => this.#onPod(event));
  }

  /** A machine joins: its kubelet registers it and reports it ready. */
  join(machine: Machine): void {
    const address = this.#hosts.nodeAddress();
    this.#reports.register(machine, address);
    // Only now: a machine whose name is taken is refused, and the one that has the name stays.
    this.leave(machine.name);
    this.#reports.begin(machine.name);
    const host = this.#hosts.add(machine, address);
    for (const [serial, pod] of this.#stranded.take(machine.name)) this.#takeIn(host, serial, pod);
  }

  /** The machine is gone. It is enough to delete its node object: then the machine goes too. */
  leave(name: string): void {
    const host = this.#hosts.find(name);
    if (!host) return;
    this.#hosts.remove(name);
    for (const { serial, pod } of host.pods) {
      this.#pods[serial] = undefined;
      this.#stranded.put(name, serial, pod);
    }
    this.#reports.end(name);
  }

  /** The kubelet stops reporting. */
  silence(name: string): void {
    this.#hosts.get(name).silent = true;
    this.#reports.stop(name);
  }

  /** The kubelet is back: it reports its node ready and catches up with its pods. */
  revive(name: string): void {
    const host = this.#hosts.get(name);
    host.silent = false;
    this.#reports.resume(name);
    this.#reportNode(host);
  }

  /** The kubelet reports that it has a network for pods, or none. */
  setNodeReady(name: string, ready: boolean): void {
    const host = this.#hosts.get(name);
    host.ready = ready;
    if (!host.silent) this.#reportNode(host);
  }

  /** The machine goes down with all containers, and is back after so many seconds. */
  reboot(name: string, downSeconds = DOWN): void {
    const host = this.#hosts.get(name);
    this.silence(name);
    this.after(downSeconds * 1000, 'work', `${name} has rebooted`, () => {
      if (this.#hosts.find(name) !== host) return;
      this.#reports.relabel(host);
      for (const local of host.pods) this.#startOver(local);
      this.revive(name);
    });
  }

  /** A kubelet that has just been started lets its pods in anew, and starts their containers once more. */
  #startOver(local: Local): void {
    if (local.stage === 'ended' || local.stage === 'refused') return;
    const ran = local.stage === 'running';
    local.host.info.remove(local);
    local.stage = 'new';
    local.reboots++;
    if (ran && !isTerminating(local.pod))
      this.#write(local.pod, (current) => restartingStatus(current, this.loop.now));
  }

  /** Writes what the kubelet has to say of its node, and of the pods on it. */
  #reportNode(host: Host): void {
    this.#reports.report(host);
    for (const local of host.pods) {
      if (local.stage === 'running') this.#report(local);
      this.queue.add(local.serial);
    }
  }

  /** From now on containers of this image behave so. Pods that wait for the image are tried again. */
  imageBehaves(image: string, behaviour: ImageBehaviour): void {
    this.#images.set(image, behaviour);
    for (const local of this.#pods) {
      if (local?.stage !== 'waiting') continue;
      local.stage = 'new';
      this.queue.add(local.serial);
    }
  }

  /** The pod's containers turn ready or unready and stay so. */
  setReady(namespace: string, name: string, ready: boolean): void {
    const local = this.#local(namespace, name);
    local.forcedReady = ready;
    if (local.stage === 'running') this.#report(local);
  }

  /** The pod's containers end, and it takes this phase. */
  finish(namespace: string, name: string, phase: 'Failed' | 'Succeeded'): void {
    this.#end(this.#local(namespace, name), phase);
  }

  /** Looks at one pod: stops it if it is to go, starts it if it is new. */
  protected override sync(serial: number): void {
    const local = this.#pods[serial];
    if (!local || local.host.silent) return;
    if (isTerminating(local.pod)) this.#stopInTime(local);
    else if (local.stage === 'new') this.#start(local);
    else if (local.stage === 'started') this.#run(local);
  }

  #start(local: Local): void {
    const { pod, host } = local;
    if (!host.info.has(local) && !this.#letIn(local)) return;
    // Without a network only pods that use the machine's own are started: kubelet.go, SyncPod.
    if (!host.ready && !pod.spec.hostNetwork) return;
    if (this.#images.missing(pod) !== undefined) {
      this.#waitForImage(local);
      return;
    }
    local.stage = 'starting';
    this.#startIn(this.#images.startSeconds(pod) * 1000, local);
  }

  /** Checks whether there is room for the pod on the node, and takes it. */
  #letIn(local: Local): boolean {
    const { pod, host } = local;
    const refusal = this.checksPods ? refusalOf(pod, host.info) : undefined;
    if (refusal) {
      local.stage = 'refused';
      this.#write(pod, (current) => refusedStatus(current, refusal.reason, refusal.message, this.loop.now));
      const at = { host: host.machine.name };
      this.recorder.record(pod, 'Warning', refusal.reason, refusal.message, at);
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

  /** @see pkg/kubelet/images/image_manager.go pullImage */
  #waitForImage(local: Local): void {
    local.stage = 'waiting';
    const image = this.#images.missing(local.pod);
    const cause = `rpc error: code = NotFound desc = ${image}: not found`;
    const waiting = `Back-off pulling image "${image}"`;
    const state = { waiting: 'ImagePullBackOff', message: `${waiting}: ErrImagePull: ${cause}` };
    this.#write(local.pod, (current) => statusIn(current, state, local.host.address, '', this.loop.now));
    const container = local.pod.spec.containers.find((each) => each.image === image)?.name;
    const at = { host: local.host.machine.name, fieldPath: `spec.containers{${container}}` };
    this.recorder.record(local.pod, 'Warning', 'Failed', `Failed to pull image "${image}": ${cause}`, at);
    this.recorder.record(local.pod, 'Normal', 'BackOff', waiting, at);
  }

  #run(local: Local): void {
    local.stage = 'running';
    this.#report(local);
    const { reboots } = local;
    for (const { afterSeconds, phase } of this.#images.ends(local.pod)) {
      this.after(afterSeconds * 1000, 'work', `${keyOf(local.pod)} ends`, () => {
        if (this.#isPresent(local) && !local.host.silent && local.reboots === reboots)
          this.#end(local, phase);
      });
    }
  }

  #report(local: Local): void {
    const { host } = local;
    const ready = local.forcedReady ?? this.#images.turnReady(local.pod);
    this.#write(local.pod, (current) =>
      statusIn(
        current,
        ready ? 'running' : 'unready',
        host.address,
        this.#hosts.podAddress(local.pod, host),
        this.loop.now,
      ),
    );
  }

  #end(local: Local, phase: 'Failed' | 'Succeeded'): void {
    if (local.stage === 'ended' || local.stage === 'refused') return;
    local.stage = 'ended';
    this.#write(local.pod, (current) => endedStatus(current, phase, this.loop.now));
  }

  /** A terminating pod goes when its containers have stopped, or when its grace period is over. */
  #stopInTime(local: Local): void {
    const { pod } = local;
    const takes = local.stage === 'running' ? this.#images.stopSeconds(pod) : 0;
    const at = stopTime(pod, takes, this.loop.now);
    if (local.stopsAt !== undefined && local.stopsAt <= at) return;
    local.stopsAt = at;
    this.after(at - this.loop.now, 'work', `${keyOf(pod)} stops`, () => this.#remove(local));
  }

  #remove(local: Local): void {
    if (!this.#isPresent(local)) return;
    if (local.host.silent) {
      delete local.stopsAt;
      return;
    }
    this.retrying(`${keyOf(local.pod)} is removed`, () =>
      this.client.delete(resources.pods, local.pod, { gracePeriodSeconds: 0 }),
    );
  }

  #write(pod: Pod, status: (current: Pod) => PodStatus): void {
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
    else if (host.info.node?.metadata.uid === node.metadata.uid) this.leave(node.metadata.name);
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
      if (isTerminating(pod)) this.queue.add(serial);
    } else {
      const host = this.#hosts.find(node);
      if (host) this.#takeIn(host, serial, pod);
      else this.#stranded.put(node, serial, pod);
    }
  }

  #takeIn(host: Host, serial: number, pod: Pod): void {
    const local: Local = { serial, host, pod, reboots: 0, stage: isTerminal(pod) ? 'ended' : 'new' };
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

  /** Timers may outlive their pod. */
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
