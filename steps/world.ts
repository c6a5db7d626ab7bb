import { setWorldConstructor, World } from '@cucumber/cucumber';
import { createInProcessCluster } from '../src/drivers/in-process/driver';
import type { DaemonSet } from '../src/kubernetes/kinds/daemonset/daemonSet';
import type { Pod } from '../src/kubernetes/kinds/pod/pod';
import { resources } from '../src/kubernetes/kinds/resources';
import type { KubeObject, Manifest, StringMap } from '../src/kubernetes/object';
import type { Api, ObjectRef } from '../src/port/api';
import type { Cluster } from '../src/port/cluster';
import { isDisturbedRun, seedOfRun } from '../src/run/options';
import { type Moment, namesNow, objectNow, type PodLife, podLives, statesOf } from '../src/timeline';
import { buildProject } from './support/builders';
import { Files } from './support/files';

/** How the last thing that somebody tried ended. */
export interface Outcome {
  readonly output: string;
  /** The words of the refusal, if it was refused. */
  readonly refusal?: string;
}

/** The project of a scenario that names none. */
const DEFAULT_PROJECT = 'demo';

const BEGINNING: Moment = { at: 0, index: 0 };

/** What the steps of one scenario share. The cluster is made when a step first asks for it. */
export class Scenario extends World {
  readonly files = new Files();
  outcome?: Outcome;
  #beforeWhen?: Moment;
  #cluster?: Cluster;
  #project?: string;

  get cluster(): Cluster {
    this.#cluster ??= createInProcessCluster({ seed: seedOfRun(), disturbed: isDisturbedRun() });
    return this.#cluster;
  }

  /** The moment before the first When; in a scenario without one, the beginning. */
  get since(): Moment {
    return this.#beforeWhen ?? BEGINNING;
  }

  /** Called before each When; the first one counts. */
  beginWhen(): void {
    this.#beforeWhen ??= this.#cluster?.timeline.moment() ?? BEGINNING;
  }

  /** The cluster, if a step has asked for one. */
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
    if (this.#project === undefined) await this.enterProject(DEFAULT_PROJECT);
    return this.#project ?? DEFAULT_PROJECT;
  }

  /** Creates a project with these annotations and works in it from now on. */
  async enterProject(name: string, annotations?: StringMap): Promise<void> {
    await this.change(({ api }) => api.create(buildProject(name, annotations)));
    this.workIn(name);
  }

  /** From now on things are created in this project, which exists. */
  workIn(project: string): void {
    this.#project = project;
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
    return this.#find('DaemonSet', 'daemon set', name) as DaemonSet;
  }

  /** @throws if there is no pod of this name now */
  pod(name: string): Pod {
    return this.#find('Pod', 'pod', name) as Pod;
  }

  /** Guards sentences that say "no" and "never", which a misspelt name would make true. @throws if it never existed */
  assertKnown(kind: 'DaemonSet' | 'Node', name: string): void {
    if (statesOf(this.cluster.timeline.changes(), kind, name).length > 0) return;
    throw new Error(
      `There never was a ${kind === 'Node' ? 'node' : 'daemon set'} "${name}". Is it misspelt?`,
    );
  }

  #find(kind: string, called: string, name: string): KubeObject {
    const changes = this.cluster.timeline.changes();
    const object = objectNow(changes, kind, name);
    if (object) return object;
    const names = namesNow(changes, kind);
    const others = names.length === 0 ? 'There is none at all.' : `There is: ${names.join(', ')}.`;
    throw new Error(`There is no ${called} "${name}". ${others}`);
  }
}

/** Names an object for the API. */
export const refOf = (resource: ObjectRef['resource'], { metadata }: KubeObject): ObjectRef => ({
  resource,
  namespace: metadata.namespace,
  name: metadata.name,
});

/** Names a node for the API. */
export const nodeRef = (name: string): ObjectRef => ({ resource: resources.nodes, name });

setWorldConstructor(Scenario);
