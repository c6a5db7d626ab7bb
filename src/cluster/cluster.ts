import { STOCK_ROLES } from './apiserver/requests/authorization/stockRoles';
import { administrator, component } from './apiserver/requests/caller';
import { ApiServer } from './apiserver/requests/server';
import type { NewObject } from './component/client';
import type { Surroundings } from './component/component';
import { DaemonSetController } from './controllers/daemonset/controller';
import { GarbageCollector } from './controllers/garbageCollector';
import { NamespaceController } from './controllers/namespaces';
import { NodeLifecycleController } from './controllers/nodeLifecycle';
import { PodGarbageCollector } from './controllers/podGarbageCollector';
import { ResourceQuotaController } from './controllers/resourceQuota';
import { TaintEvictionController } from './controllers/taintEviction';
import { Kubelets } from './kubelet/kubelets';
import { Scheduler } from './scheduler/scheduler';
import type { Settings } from './settings';
import { calm, type Disturbance, rough } from './simulation/disturbance';
import { Loop } from './simulation/loop';
import { Random } from './simulation/random';

/** How a cluster is made. */
export interface ClusterOptions {
  /** Decides names, orders and interleavings. Default 1. */
  readonly seed?: number;
  /** Events arrive late and in pieces, writes fail or lose their reply, controllers are restarted. */
  readonly disturbed?: boolean;
}

/** A component, as far as a restart is concerned. */
interface Stoppable {
  stop(): void;
}

const CONTROLLERS: readonly (new (surroundings: Surroundings) => Stoppable)[] = [
  DaemonSetController,
  Scheduler,
  NodeLifecycleController,
  TaintEvictionController,
  PodGarbageCollector,
  GarbageCollector,
  NamespaceController,
  ResourceQuotaController,
];

const RESTARTS_EVERY = 7_000;
const NAMESPACES = ['default', 'kube-system', 'kube-node-lease'];
const PRIORITY_CLASSES: Readonly<Record<string, number>> = {
  'system-cluster-critical': 2_000_000_000,
  'system-node-critical': 2_000_001_000,
};

/** A whole cluster in this process: an API server, the controllers, the scheduler and the kubelets, under virtual time. */
export class InProcessCluster {
  readonly loop: Loop;
  readonly server: ApiServer;
  readonly kubelets: Kubelets;
  readonly settings: Settings = { legacyScheduling: false, defaultNodeSelector: '' };
  readonly #surroundings: Surroundings;
  #controllers: Stoppable[];

  constructor({ seed = 1, disturbed = false }: ClusterOptions = {}) {
    const random = new Random(seed);
    this.loop = new Loop(random, () => this.server.store.size);
    this.server = new ApiServer(this.loop, this.settings);
    const disturbance: Disturbance = disturbed ? rough(random) : calm;
    this.#surroundings = { loop: this.loop, server: this.server, settings: this.settings, disturbance };
    this.#furnish();
    // Kubelets are many machines, not one process: what disturbs the control plane's connections is not theirs.
    this.kubelets = new Kubelets({ ...this.#surroundings, disturbance: calm });
    this.#controllers = CONTROLLERS.map((Controller) => new Controller(this.#surroundings));
    if (disturbed) this.#restartNowAndThen();
  }

  /** Changes properties of the cluster. The control plane is restarted, as it is for real. */
  configure(settings: Partial<Settings>): void {
    Object.assign(this.settings, settings);
    this.restartControllers();
  }

  /** Kills every controller and starts it anew: it knows only what the API server tells it. */
  restartControllers(): void {
    for (const controller of this.#controllers) controller.stop();
    this.#controllers = CONTROLLERS.map((Controller) => new Controller(this.#surroundings));
  }

  #restartNowAndThen(): void {
    this.loop.after(
      RESTARTS_EVERY + this.loop.random.below(RESTARTS_EVERY),
      'background',
      'a controller restarts',
      () => {
        const index = this.loop.random.below(CONTROLLERS.length);
        const Controller = CONTROLLERS[index];
        this.#controllers[index]?.stop();
        if (Controller) this.#controllers[index] = new Controller(this.#surroundings);
        this.#restartNowAndThen();
      },
    );
  }

  /** What every cluster comes with: namespaces, roles, priority classes. */
  #furnish(): void {
    const create = (object: NewObject): void => {
      this.server.create(object as never, component('bootstrap'));
    };
    for (const name of NAMESPACES) create({ apiVersion: 'v1', kind: 'Namespace', metadata: { name } });
    for (const [name, rules] of Object.entries(STOCK_ROLES)) {
      create({ apiVersion: 'rbac.authorization.k8s.io/v1', kind: 'ClusterRole', metadata: { name }, rules });
    }
    for (const [name, value] of Object.entries(PRIORITY_CLASSES)) {
      create({ apiVersion: 'scheduling.k8s.io/v1', kind: 'PriorityClass', metadata: { name }, value });
    }
  }
}

export { administrator };
