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
import { Inconclusive } from '../src/port/inconclusive';
import type { ImageBehaviour } from '../src/port/world';
import { ENDING, type Ending } from '../src/run/ending';
import { optionsOfRun } from '../src/run/options';
import { isRehearsing } from '../src/run/rehearsal';
import { BEGINNING, type Moment } from '../src/timeline/moment';
import type { ObjectId } from '../src/timeline/objectId';
import { type PodLife, podLives } from '../src/timeline/podLife';
import { Behaviours } from './support/behaviours';
import { checkActs, type Written } from './support/below';
import { buildProject } from './support/builders';
import { checkClock, checkSomeTime } from './support/durations';
import { forGood } from './support/expectations';
import { Files } from './support/files';
import { Names, type Workplace } from './support/names';
import { Outcome } from './support/outcome';
import { Stopwatch } from './support/stopwatch';
import { Users } from './support/users';
import { readVersion } from './support/values';
import { Watched } from './support/watched';

/** The project of a scenario that names none. */
const DEFAULT_PROJECT = 'demo';

/** What the steps of one scenario share. It is given its cluster before the first step. */
export class Scenario extends World {
  readonly files = new Files();
  /** How the last thing that somebody tried ended. */
  readonly outcome = new Outcome();
  readonly users = new Users();
  /** What was true since something was last done, and is looked at again. */
  readonly watched = new Watched();
  /** The nodes that have fallen silent, and do not report again. */
  readonly silent = new Set<string>();
  /** The step that is being tried, as it stands in the feature. */
  written: Written = { text: '', uri: '', line: 1, rows: [] };
  /** True if the next step is done at once: until then the cluster must not work. */
  isHurried = false;
  /** How many changes there were when each step had ended. */
  readonly cuts: number[] = [];
  readonly #behaviours = new Behaviours();
  readonly #askedFor: ObjectId[] = [];
  /** Whether the cluster has worked on all that was done. */
  #hasRested = true;
  #beforeWhen?: Moment;
  /** Whether something was done since the last When, and not only looked at. */
  #hasActed = false;
  #cluster?: Cluster;
  #began = 0;
  #doubt?: string;
  #stopwatch?: Stopwatch;
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
      this.#cluster = await createCluster(driverNamed(driver), options).catch(this.noteDoubt);
      this.#began = this.#cluster.time.now();
      if (isRehearsing()) {
        this.#stopwatch = new Stopwatch(this.#cluster);
        this.#cluster = this.#stopwatch.timed();
      }
    }
    return this.#cluster;
  }

  /** When it was given its cluster: cluster time. */
  get began(): number {
    return this.#began;
  }

  /** How much cluster time (ms) it takes, in a run that finds that out. */
  get took(): number | undefined {
    return this.#stopwatch?.took;
  }

  /** Why what this example found cannot be trusted; undefined while it can. */
  get doubt(): string | undefined {
    return this.#doubt ?? this.#cluster?.doubt;
  }

  /** Remembers that the example cannot be trusted, if an error says so. @throws the error */
  readonly noteDoubt = (error: unknown): never => {
    if (error instanceof Inconclusive) this.#doubt ??= error.message;
    throw error;
  };

  /** Leaves the example out, and says why, in words that follow a colon. @returns what a step that says so returns */
  leaveOut(code: string, reason: string): 'skipped' {
    const ending: Ending = { kind: 'skipped', code, reason };
    this.log(`Skipped: ${reason}.`);
    this.attach(JSON.stringify(ending), ENDING);
    return 'skipped';
  }

  /** The moment before the last When; in a scenario without one, the beginning. @throws if the When only looks */
  get since(): Moment {
    if (this.#beforeWhen && !this.#hasActed)
      throw forGood(
        new Error(
          'The last When only looks, and nothing can have happened since. ' +
            'Put what happens into the When; look at it in a sentence of its own, or in an And that continues it.',
        ),
      );
    return this.#beforeWhen ?? BEGINNING;
  }

  /** Called before each When, not before an And that continues it: sentences measure from the last one before them. */
  beginWhen(): void {
    this.#beforeWhen = this.cluster.timeline.moment();
    this.#hasActed = false;
  }

  /** Called when a step has ended: what happened up to now is pictured with it. */
  cut(): void {
    if (this.#cluster) this.cuts.push(this.#cluster.timeline.changes().length);
  }

  /** The cluster, if the scenario was given one. */
  get clusterInUse(): Cluster | undefined {
    return this.#cluster;
  }

  /** Does something to the cluster, and does not wait for what follows. @throws if it is a Then, which only looks */
  async act<T>(action: (cluster: Cluster) => Promise<T>): Promise<T> {
    checkActs(this.written);
    this.watched.forget();
    this.#hasActed = true;
    return this.look(action);
  }

  /** Asks the cluster something that changes nothing. */
  async look<T>(action: (cluster: Cluster) => Promise<T>): Promise<T> {
    this.outcome.begin();
    const { timeline } = this.cluster;
    const before = timeline.changes().length;
    const result = await action(this.cluster);
    if (timeline.changes().length > before) this.#hasRested = false;
    await this.follow();
    return result;
  }

  /** Tells the world of the images that are new in the cluster, if the example said how they behave. */
  follow(): Promise<void> {
    const { world, timeline } = this.cluster;
    return this.#behaviours.follow(world, timeline.changes());
  }

  /** Lets the cluster work until it rests (or the horizon is reached), unless the next step is done at once. */
  async rest(): Promise<void> {
    if (this.isHurried) return;
    await this.cluster.time.settle();
    this.#hasRested = true;
  }

  /** @throws if the cluster has worked on all that was done: what follows is not done at once */
  checkUnrested(): void {
    if (this.#hasRested)
      throw new Error(
        '"At once" means: before the cluster has worked on what was done before. Here it has, or there was nothing. ' +
          'Put this step right behind a Given or a When that does something to the cluster.',
      );
  }

  /** Does something to the cluster, then lets it rest. */
  async change<T>(action: (cluster: Cluster) => Promise<T>): Promise<T> {
    const result = await this.act(action);
    await this.rest();
    return result;
  }

  /** Lets time go by. @throws if it is no time, or no clock could show the time then */
  async pass(duration: number): Promise<void> {
    checkSomeTime(duration);
    checkClock(this.cluster.time.now() + duration);
    await this.act(({ time }) => time.pass(duration));
  }

  /** From now on, this version of a program behaves so, whatever manifest names it. */
  async behaves(program: string, version: string, behaviour: ImageBehaviour): Promise<void> {
    const said = {
      program,
      version: readVersion(version),
      behaviour,
      isShared: this.written.isBackground === true,
    };
    await this.act(({ world, timeline }) => this.#behaviours.say(world, timeline.changes(), said));
  }

  /** Says that somebody is about to ask for this: the cluster may begin with it before it has answered. */
  async foresee(manifest: Manifest): Promise<void> {
    this.askFor(manifest);
    await this.#behaviours.foresee(this.cluster.world, manifest);
  }

  /** Called when all steps have passed. @throws if the example says something that nothing came of */
  checkEnd(): void {
    this.outcome.checkSeen();
    this.files.checkRead();
    this.#behaviours.checkMet(this.cluster.timeline.changes());
  }

  /** The project things are created in when a step names none. Making it is nothing that somebody does. */
  async project(): Promise<string> {
    if (this.#project === undefined) {
      await this.cluster.api.create(buildProject(DEFAULT_PROJECT));
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
    return this.#namesAt({ project: this.#project ?? DEFAULT_PROJECT, isChosen: this.#choseProject });
  }

  /** What names mean in a project that is named beside them. */
  namesIn(project: string): Names {
    return this.#namesAt({ project, isChosen: true });
  }

  #namesAt(workplace: Workplace): Names {
    return new Names(this.cluster.timeline.changes(), workplace, this.#askedFor);
  }

  /** Creates an object in the current project, as the cluster administrator unless another API is given. */
  async create(manifest: Manifest, api: Api = this.cluster.api): Promise<void> {
    const namespace = await this.project();
    await this.foresee(manifest);
    await this.change(() => api.create(manifest, { namespace }));
  }

  /** Remembers that somebody asks for an object: its name is known from now on, also if the cluster refuses it. */
  askFor({ kind, metadata: { name, namespace = this.#project } = {} }: Manifest): void {
    if (name === undefined) return;
    const isOfCluster = resources.nodes.kind === kind;
    this.#askedFor.push({ kind, ...(isOfCluster || namespace === undefined ? {} : { namespace }), name });
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

/** Names a node for the API. @throws if there is none of this name */
export const nodeRef = ({ names }: Scenario, name: string): ObjectRef<Node> => {
  names.present('Node', name);
  return { resource: resources.nodes, name };
};

setWorldConstructor(Scenario);
