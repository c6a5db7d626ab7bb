import type { Machine, Pressure } from '../../port/world';
import { Evictions } from './evictions';
import type { Hands } from './hands';
import type { Heartbeats } from './heartbeats';
import type { Hosts } from './hosts';
import type { Host } from './local';
import type { NodeReports } from './nodeReports';
import { stopAllPods } from './shutdown';
import type { Stops } from './stops';

/** How long a machine is down that reboots, in seconds. */
const DOWN = 30;

/** How long (ms) a kubelet goes on reporting what its machine was short of. */
const TRANSITION = 300_000;

/** What becomes of the pods of a machine to which something happens. */
interface Consequences {
  /** It has joined: what is bound to its name is its own. */
  taken(host: Host): void;
  /** It is gone, and its pods are nobody's. */
  left(host: Host): void;
  /** It went down with all containers, and is back. */
  restarted(host: Host): void;
  /** Its kubelet looks at all its pods. */
  reported(host: Host): void;
}

/** The machines of a cluster: they join and leave, fall silent, reboot, run short of something, and are switched off. */
export class Machines {
  readonly #hands: Hands;
  readonly #hosts: Hosts;
  readonly #reports: NodeReports;
  readonly #heartbeats: Heartbeats;
  readonly #stops: Stops;
  readonly #evictions: Evictions;
  readonly #consequences: Consequences;

  constructor(
    hands: Hands,
    hosts: Hosts,
    reports: NodeReports,
    heartbeats: Heartbeats,
    stops: Stops,
    consequences: Consequences,
  ) {
    this.#hands = hands;
    this.#hosts = hosts;
    this.#reports = reports;
    this.#heartbeats = heartbeats;
    this.#stops = stops;
    this.#evictions = new Evictions(hands, stops, (...told) => reports.tell(...told));
    this.#consequences = consequences;
  }

  /** A machine joins: its kubelet registers it and reports it ready. */
  join(machine: Machine): void {
    const address = this.#hosts.nodeAddress();
    this.#reports.register(machine, address, this.#hands.isSimulated());
    // Only now: a machine whose name is taken is refused, and the one that has the name stays.
    this.leave(machine.name);
    const host = this.#hosts.add(machine, address);
    this.#heartbeats.begin(machine.name, {
      node: () => this.#reports.report(host),
      pods: () => {
        if (host.ready && !host.silent) this.#consequences.reported(host);
      },
    });
    this.#consequences.taken(host);
  }

  /** The machine is gone. It is enough to delete its node object: then the machine goes too. */
  leave(name: string): void {
    const host = this.#hosts.find(name);
    if (!host) return;
    this.#hosts.remove(name);
    this.#consequences.left(host);
    this.#heartbeats.end(name);
  }

  /** The machine of that name as it is now, if there is one. */
  find(name: string): Readonly<Host> | undefined {
    return this.#hosts.find(name);
  }

  /** The kubelet stops reporting. */
  silence(name: string): void {
    this.#hosts.get(name).silent = true;
    this.#heartbeats.stop(name);
  }

  /** The kubelet is back: it reports its node ready and catches up with its pods. One that was switched off is started. */
  revive(name: string): void {
    const host = this.#hosts.get(name);
    if (host.isShuttingDown) this.#restart(host);
    else this.#resume(host);
  }

  /** The kubelet reports that it has a network for pods, or none. */
  setNodeReady(name: string, ready: boolean): void {
    const host = this.#hosts.get(name);
    host.ready = ready;
    if (!host.silent) this.#report(host);
  }

  /** The machine goes down with all containers, and is back after so many seconds. */
  reboot(name: string, downSeconds = DOWN): void {
    const host = this.#hosts.get(name);
    this.silence(name);
    this.#hands.after(downSeconds * 1000, 'work', `${name} has rebooted`, () => {
      if (this.#hosts.find(name) === host) this.#restart(host);
    });
  }

  /**
   * The machine runs short of something, or does so no longer: its kubelet goes on reporting it for a while.
   * @param evicts whether pods that run have to go
   * @see pkg/kubelet/eviction/eviction_manager.go synchronize
   */
  setPressure(name: string, what: Pressure, short: boolean, evicts = true): void {
    const host = this.#hosts.get(name);
    if (!short) {
      host.shortages.delete(what);
      host.held.delete(what);
      this.#hands.after(TRANSITION, 'work', `${name} is no longer short of ${what}`, () =>
        this.#ease(host, what),
      );
      return;
    }
    host.pressures.add(what);
    host.held.add(what);
    if (!host.silent) this.#reports.report(host);
    if (!evicts) return;
    host.shortages.add(what);
    this.#evictions.begin(host);
  }

  /** The machine is switched off: its pods are stopped first. */
  shutDown(name: string): void {
    const host = this.#hosts.get(name);
    if (host.isShuttingDown) return;
    host.isShuttingDown = true;
    this.#reports.report(host);
    stopAllPods(host, this.#stops, this.#hands, () => {
      if (this.#hosts.find(name) === host) this.silence(name);
    });
  }

  #ease(host: Host, what: Pressure): void {
    if (host.held.has(what) || this.#hosts.find(host.machine.name) !== host) return;
    host.pressures.delete(what);
    if (!host.silent) this.#reports.report(host);
  }

  #restart(host: Host): void {
    host.isShuttingDown = false;
    host.boots++;
    host.silent = false;
    this.#reports.relabel(host);
    this.#consequences.restarted(host);
    this.#resume(host);
    this.#reports.reportReboot(host);
  }

  #resume(host: Host): void {
    host.silent = false;
    this.#heartbeats.resume(host.machine.name);
    this.#report(host);
  }

  /** Writes what the kubelet has to say of its node, and of the pods on it. */
  #report(host: Host): void {
    this.#reports.report(host);
    this.#consequences.reported(host);
  }
}
