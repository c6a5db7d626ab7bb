import { isTerminating } from '../../kubernetes/fields/meta';
import { fromTimestamp, toTimestamp } from '../../kubernetes/fields/time';
import { type Lease, NODE_LEASES } from '../../kubernetes/kinds/lease/lease';
import type { Node } from '../../kubernetes/kinds/node/node';
import type { Pod, PodStatus } from '../../kubernetes/kinds/pod/pod';
import { isTerminal } from '../../kubernetes/kinds/pod/state';
import { resources } from '../../kubernetes/kinds/resources';
import type { ImageBehaviour, Machine } from '../../port/world';
import { keyOf } from '../apiserver/registry/store';
import type { StoreEvent } from '../apiserver/registry/topic';
import { Component, type Surroundings } from '../component/component';
import { refusalOf } from './admit';
import { type Host, Hosts, type Local } from './hosts';
import { Images } from './images';
import { healthyConditions, leaseOf, nodeOf } from './node';
import { endedStatus, refusedStatus, statusIn } from './podStatus';

const HEARTBEAT = 10_000;

/**
 * All kubelets of a cluster, one for each machine: they register nodes, start the pods bound to them, report what
 * becomes of them and stop them in time. A silent kubelet does nothing, and nobody hears of it.
 */
export class Kubelets extends Component<number> {
  readonly #hosts = new Hosts();
  /** Every pod bound to a machine, by serial. */
  readonly #pods: (Local | undefined)[] = [];
  /** Pods bound to nodes without a machine, by node and serial: a machine of that name takes them over. */
  readonly #stranded = new Map<string, Map<number, Pod>>();
  /** Pods by when they start (model time). */
  readonly #starting = new Map<number, Local[]>();
  readonly #images = new Images();
  /** False: pods are started wherever they are bound, as simulated nodes do. */
  checksPods = true;

  constructor(surroundings: Surroundings) {
    super('kubelet', surroundings);
    this.watch<Node>(resources.nodes, (event) => this.#onNode(event));
    this.watch<Pod>(resources.pods, (event) => this.#onPod(event));
  }

  /** A machine joins: its kubelet registers it and reports it ready. */
  join(machine: Machine): void {
    const address = this.#hosts.nodeAddress();
    this.client.create(nodeOf(machine, address, this.loop.now));
    // Only now: a machine whose name is taken is refused, and the one that has the name stays.
    this.leave(machine.name);
    this.client.create(leaseOf(machine.name));
    const host = this.#hosts.add(machine, address);
    for (const [serial, pod] of this.#stranded.get(machine.name) ?? []) this.#takeIn(host, serial, pod);
    this.#stranded.delete(machine.name);
  }

  /** The machine is gone. It is enough to delete its node object: then the machine goes too. */
  leave(name: string): void {
    const host = this.#hosts.find(name);
    if (!host) return;
    this.#hosts.remove(name);
    for (const { serial, pod } of host.pods) {
      this.#pods[serial] = undefined;
      this.#strand(name, serial, pod);
    }
    this.client.delete(resources.leases, this.client.get<Lease>(resources.leases, NODE_LEASES, name));
  }

  /**
   * The kubelet stops reporting. Renewals of its lease that change nothing but a time are not written one by one;
   * the last one is, now that it turns out to be the last.
   */
  silence(name: string): void {
    this.#hosts.get(name).silent = true;
    const last = this.loop.now - (this.loop.now % HEARTBEAT);
    this.#renew(name, toTimestamp(last));
  }

  /** The kubelet is back: it reports its node ready and catches up with its pods. */
  revive(name: string): void {
    const host = this.#hosts.get(name);
    host.silent = false;
    this.#renew(name, undefined);
    const { node } = host.info;
    if (node) {
      this.client.amendStatus<Node>(node, resources.nodes, ({ status }) => ({
        ...status,
        conditions: healthyConditions(this.loop.now),
      }));
    }
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
    const others = this.#starting.get(due);
    if (others) {
      others.push(local);
      return;
    }
    const batch = [local];
    this.#starting.set(due, batch);
    this.after(ms, 'work', 'pods start', () => {
      this.#starting.delete(due);
      for (const each of batch) this.#started(each);
    });
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
    for (const { afterSeconds, phase } of this.#images.ends(local.pod)) {
      this.after(afterSeconds * 1000, 'work', `${keyOf(local.pod)} ends`, () => {
        if (this.#isPresent(local) && !local.host.silent) this.#end(local, phase);
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
    const grace = pod.metadata.deletionGracePeriodSeconds ?? 0;
    const deadline = fromTimestamp(pod.metadata.deletionTimestamp ?? '');
    const asked = deadline - grace * 1000;
    const takes = local.stage === 'running' ? this.#images.stopSeconds(pod) : 0;
    const at = Math.max(this.loop.now, Math.min(asked + takes * 1000, deadline));
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
      else this.#stranded.get(node)?.delete(serial);
    } else if (known) {
      known.pod = pod;
      if (isTerminal(pod)) this.#makeRoom(known);
      if (isTerminating(pod)) this.queue.add(serial);
    } else {
      const host = this.#hosts.find(node);
      if (host) this.#takeIn(host, serial, pod);
      else this.#strand(node, serial, pod);
    }
  }

  #takeIn(host: Host, serial: number, pod: Pod): void {
    const local: Local = { serial, host, pod, stage: isTerminal(pod) ? 'ended' : 'new' };
    host.pods.push(local);
    this.#pods[serial] = local;
    this.queue.add(serial);
  }

  #strand(node: string, serial: number, pod: Pod): void {
    const pods = this.#stranded.get(node);
    if (pods) pods.set(serial, pod);
    else this.#stranded.set(node, new Map([[serial, pod]]));
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

  #renew(name: string, renewTime: string | undefined): void {
    const lease = this.client.get<Lease>(resources.leases, NODE_LEASES, name);
    this.client.amend<Lease>(lease, resources.leases, (current) => {
      const { renewTime: _last, ...spec } = current.spec;
      return { ...current, spec: renewTime === undefined ? spec : { ...spec, renewTime } };
    });
  }

  #local(namespace: string, name: string): Local {
    const { uid } = this.client.get<Pod>(resources.pods, namespace, name).metadata;
    const local = this.#pods.find((each) => each?.pod.metadata.uid === uid);
    if (!local) throw new Error(`No machine runs the pod "${name}" of project "${namespace}".`);
    return local;
  }
}
