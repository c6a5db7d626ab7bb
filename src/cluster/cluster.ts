import type { Settings } from '../port/settings';
import { plugins, pluginsOfServed } from './apiserver/admission/plugins';
import { expireEvents } from './apiserver/registry/eventExpiry';
import { Registry } from './apiserver/registry/registry';
import { ApiServer } from './apiserver/requests/server';
import { API_SERVER, Client } from './component/client';
import type { Surroundings } from './component/component';
import { CustomResourceDefinitionController } from './controllers/customResourceDefinitions';
import { DaemonSetController } from './controllers/daemonset/controller';
import { DisruptionController } from './controllers/disruption/controller';
import { GarbageCollector } from './controllers/garbagecollector/garbageCollector';
import { NamespaceController } from './controllers/namespaces/namespaces';
import {
  RootCertificatePublisher,
  ServiceAccountsController,
  ServiceCertificatePublisher,
} from './controllers/namespaces/publishers';
import { NodeLifecycleController } from './controllers/nodelifecycle/nodeLifecycle';
import { PodGarbageCollector } from './controllers/podGarbageCollector';
import { ResourceQuotaController } from './controllers/resourceQuota';
import { ClaimProtectionController, VolumeProtectionController } from './controllers/storageProtection';
import { TaintEvictionController } from './controllers/taintEviction';
import { PersistentVolumeController } from './controllers/volumes/controller';
import { furnish, furnishAsServed } from './furniture/furniture';
import { Kubelets } from './kubelet/kubelets';
import { introduceConstraints, withdrawConstraints } from './openshift';
import { Scheduler } from './scheduler/scheduler';
import { calm, type Disturbance, rough } from './simulation/disturbance';
import { Loop } from './simulation/loop';
import { Random } from './simulation/random';

/** How a cluster is made. */
export interface ClusterOptions {
  /** Decides names, orders and interleavings. Default 1. */
  readonly seed?: number;
  /** Events arrive late and in pieces, writes fail or lose their reply, controllers are restarted. */
  readonly disturbed?: boolean;
  /**
   * What it comes with: what scenarios need, which is the default, or all that clients of a real cluster find, with
   * leases that are kept up.
   */
  readonly furnished?: 'bare' | 'served';
  /** The model time (ms since MODEL_EPOCH) at which it begins. Default 0. Nothing else depends on it. */
  readonly start?: number;
  /**
   * Every object says from its creation on who has set which of its fields (`metadata.managedFields`). Without this, an
   * object says it from the first time on that something is applied to it by the server.
   */
  readonly managedFields?: boolean;
  /** While it is so, the leases of the control plane are not renewed: nobody looks. Default never. */
  readonly dozes?: () => boolean;
  /** The resource version that its first write comes after. Default 0. */
  readonly revision?: number;
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
  ServiceAccountsController,
  RootCertificatePublisher,
  ServiceCertificatePublisher,
  ResourceQuotaController,
  CustomResourceDefinitionController,
  DisruptionController,
  PersistentVolumeController,
];

/** Those that tend what scenarios have no use for. */
const SERVED_CONTROLLERS: readonly (new (surroundings: Surroundings) => Stoppable)[] = [
  ...CONTROLLERS,
  ClaimProtectionController,
  VolumeProtectionController,
];

const RESTARTS_EVERY = 7_000;

/** A whole cluster in this process: an API server, the controllers, the scheduler and the kubelets, under virtual time. */
export class InProcessCluster {
  readonly loop: Loop;
  /** What the control plane talks to. */
  readonly registry: Registry;
  /** What everybody else talks to. */
  readonly server: ApiServer;
  readonly kubelets: Kubelets;
  readonly settings: Settings = {
    legacyScheduling: false,
    defaultNodeSelector: '',
    securityContextConstraints: false,
  };
  readonly #surroundings: Surroundings;
  readonly #kindsOfControllers: typeof CONTROLLERS;
  #controllers: Stoppable[];

  constructor({
    seed = 1,
    disturbed = false,
    start = 0,
    revision = 0,
    managedFields = false,
    furnished = 'bare',
    dozes = () => false,
  }: ClusterOptions = {}) {
    const random = new Random(seed);
    this.loop = new Loop(random, () => this.registry.store.size, start);
    const isServed = furnished === 'served';
    const admission = isServed ? [...plugins, ...pluginsOfServed] : plugins;
    this.registry = new Registry(this.loop, this.settings, { managedFields, revision, admission });
    this.server = new ApiServer(this.registry);
    const disturbance: Disturbance = disturbed ? rough(random) : calm;
    this.#surroundings = { loop: this.loop, registry: this.registry, settings: this.settings, disturbance };
    if (isServed) furnishAsServed(this.registry, this.loop, { managedFields, dozes });
    else furnish(new Client(this.registry, calm, API_SERVER));
    expireEvents(this.registry, this.loop);
    // Kubelets are many machines, not one process: what disturbs the control plane's connections is not theirs.
    this.kubelets = new Kubelets({ ...this.#surroundings, disturbance: calm });
    this.#kindsOfControllers = isServed ? SERVED_CONTROLLERS : CONTROLLERS;
    this.#controllers = this.#kindsOfControllers.map((Controller) => new Controller(this.#surroundings));
    if (disturbed) this.#restartNowAndThen();
  }

  /** Changes properties of the cluster. The control plane is restarted, as it is for real. */
  configure(settings: Partial<Settings>): void {
    const before = this.settings.securityContextConstraints;
    Object.assign(this.settings, settings);
    const { securityContextConstraints } = this.settings;
    if (securityContextConstraints !== before) {
      const client = new Client(this.registry, calm, API_SERVER);
      if (securityContextConstraints) introduceConstraints(client);
      else withdrawConstraints(client);
    }
    this.restartControllers();
  }

  /** Kills every controller and starts it anew: it knows only what the API server tells it. */
  restartControllers(): void {
    for (const controller of this.#controllers) controller.stop();
    this.#controllers = this.#kindsOfControllers.map((Controller) => new Controller(this.#surroundings));
  }

  #restartNowAndThen(): void {
    this.loop.after(
      RESTARTS_EVERY + this.loop.random.below(RESTARTS_EVERY),
      'background',
      'a controller restarts',
      () => {
        const index = this.loop.random.below(this.#kindsOfControllers.length);
        const Controller = this.#kindsOfControllers[index];
        this.#controllers[index]?.stop();
        if (Controller) this.#controllers[index] = new Controller(this.#surroundings);
        this.#restartNowAndThen();
      },
    );
  }
}
