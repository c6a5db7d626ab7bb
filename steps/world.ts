import { setWorldConstructor, World } from '@cucumber/cucumber';
import { createCluster, driverNamed } from '../src/drivers/drivers';
import type { DaemonSet } from '../src/kubernetes/kinds/daemonset/daemonSet';
import type { Node } from '../src/kubernetes/kinds/node/node';
import type { Pod } from '../src/kubernetes/kinds/pod/pod';
import { resources } from '../src/kubernetes/kinds/resources';
import type { KubeObject, Manifest, StringMap } from '../src/kubernetes/object';
import type { ResourceType } from '../src/kubernetes/resourceType';
import type { Api, ObjectRef } from '../src/port/api';
import type { Cluster } from '../src/port/cluster';
import { optionsOfRun } from '../src/run/options';
import { type Moment, type PodLife, podLives } from '../src/timeline';
import { buildProject } from './support/builders';
import { Files } from './support/files';
import { Names } from './support/names';

/** How the last thing that somebody tried ended. */
export interface Answer {
  readonly output: string;
  /** The words of the refusal, if it was refused. */
  readonly refusal?: string;
}

/** The project of a scenario that names none. */
const DEFAULT_PROJECT = 'demo';

const BEGINNING: Moment = { at: 0, index: 0 };

/** What the steps of one scenario share. It is given its cluster before the first step. */
export class Scenario extends World {
  readonly files = new Files();
  answer?: Answer;
  #beforeWhen?: Moment;
  #cluster?: Cluster;
  #project?: string;
  #choseProject = false;

  /** The cluster of this scenario. */
  get cluster(): Cluster {
    if (!this.#cluster) throw new Error('There is no cluster before the first step.');
    return this.#cluster;
  }

  /** Gives the scenario a cluster, of the driver that was chosen for this run. A second time is no mistake. */
  async begin(): Promise<Cluster> {
    if (!this.#cluster) {
      const { driver, ...options } = optionsOfRun();
      this.#cluster = await createCluster(driverNamed(driver), options);
    }
    return this.#cluster;
  }

  /** The moment before the first When; in a scenario without one, the beginning. */
  get since(): Moment {
    return this.#beforeWhen ?? BEGINNING;
  }

  /** Called before each When; the first one counts. */
  beginWhen(): void {
    this.#beforeWhen ??= this.cluster.timeline.moment();
  }

  /** The cluster, if the scenario was given one. */
  get clusterInUse(): Cluster | undefined {
    return this.#cluster;
  }

  /** Does something to the cluster, then lets it work until it rests (or the horizon is reached). */
  async change<T>(action: (cluster: Cluster) => Promise<T>): Promise<T> {
    const result = await action(this.cluster);
    await this.cluster.time.settle();
    return result;
  }

  /** The project things are created in when a step names none. */
  async project(): Promise<string> {
    if (this.#project === undefined) {
      await this.change(({ api }) => api.create(buildProject(DEFAULT_PROJECT)));
      this.#project = DEFAULT_PROJECT;
    }
    return this.#project;
  }

  /** Creates a project with these annotations and works in it from now on. */
  async enterProject(name: string, annotations?: StringMap): Promise<void> {
    await this.change(({ api }) => api.create(buildProject(name, annotations)));
    this.workIn(name);
  }

  /** From now on things are created in this project, which exists, and names mean what is in it. */
  workIn(project: string): void {
    if (project !== this.#project) this.#choseProject = true;
    this.#project = project;
  }

  /** What sentences mean by the names in them. */
  get names(): Names {
    const workplace = { project: this.#project ?? DEFAULT_PROJECT, isChosen: this.#choseProject };
    return new Names(this.cluster.timeline.changes(), workplace);
  }

  /** Creates an object in the current project, as the cluster administrator unless another API is given. */
  async create(manifest: Manifest, api: Api = this.cluster.api): Promise<void> {
    const namespace = await this.project();
    await this.change(() => api.create(manifest, { namespace }));
  }

  /** Every pod that has lived so far. */
  pods(): readonly PodLife[] {
    return podLives(this.cluster.timeline.changes());
  }

  /** @throws if there is no daemon set of this name now */
  daemonSet(name: string): DaemonSet {
    return this.names.present('DaemonSet', name) as DaemonSet;
  }

  /** @throws if there is no pod of this name now */
  pod(name: string): Pod {
    return this.names.present('Pod', name) as Pod;
  }
}

/** Names an object for the API. */
export const refOf = <T extends KubeObject>(resource: ResourceType<T>, { metadata }: T): ObjectRef<T> => ({
  resource,
  namespace: metadata.namespace,
  name: metadata.name,
});

/** Names a node for the API. */
export const nodeRef = (name: string): ObjectRef<Node> => ({ resource: resources.nodes, name });

setWorldConstructor(Scenario);
