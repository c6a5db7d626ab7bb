import type { StoreEvent } from '../../cluster/apiserver/registry/topic';
import { changesBetween } from '../../film/changed';
import type { Delta } from '../../film/deltas';
import { Player } from '../../film/player';
import type { Scene } from '../../film/scene';
import { Stage } from '../../film/stage';
import { changeInWords, sceneInWords } from '../../film/words';
import { MODEL_EPOCH } from '../../kubernetes/fields/time';
import { resources } from '../../kubernetes/kinds/resources';
import type { KubeObject } from '../../kubernetes/object';
import { mannerOf } from '../../report/site/components/manner';
import { marksOf } from '../../report/site/components/marks';
import { type Extent, shown } from '../../report/site/components/shown';
import type { HostedCluster } from '../clusters/hostedCluster';
import { clocks } from '../world/clockKinds';
import { type ClockView, EMPTY, type News, type NodeCounts, type View } from './view';

/** So many nodes are drawn, each with its pods. */
const MOST_NODES = 200;
const OF_ALL: Extent = { nodes: MOST_NODES, pods: 8 };
/** Of more, only these, where something changes first; the others are counted. */
const OF_MANY: Extent = { nodes: 24, pods: 4 };
/** So many differences are gathered before a picture is made of them, though nobody looks. */
const MOST_DELTAS = 20_000;
/** So many sentences are kept. */
const MOST_NEWS = 8;

/** What is pictured: revisions before whatever is made from them. */
const PICTURED = [resources.nodes, resources.controllerrevisions, resources.daemonsets, resources.pods];
const nameOf = ({ apiVersion, kind }: Pick<KubeObject, 'apiVersion' | 'kind'>): string =>
  `${apiVersion}/${kind}`;
const NAMES: ReadonlySet<string> = new Set(PICTURED.map(nameOf));
const CLOCK = nameOf(clocks);

/** Nothing is pictured twice: only the last picture counts. */
const onlyTheLast = (): void => {};

/** Sees one cluster, and tells what it looks like now and what has changed since somebody looked. */
export class Lookout {
  readonly #hosted: HostedCluster;
  readonly #stage = new Stage();
  readonly #player = new Player();
  /** What has happened since the last picture. */
  #deltas: Delta[] = [];
  readonly #news: News[] = [];
  readonly #end: () => void;
  #isWatching = false;
  #told = 0;
  #scene = EMPTY;
  /** The last picture before what is marked as new. */
  #before = EMPTY;

  /** @param onNews called with every write of something that is pictured, or of the clock */
  constructor(hosted: HostedCluster, onNews: () => void = () => {}) {
    this.#hosted = hosted;
    const { store } = hosted.cluster.registry;
    for (const resource of PICTURED)
      for (const event of store.introduction<KubeObject>(resource)) this.#observe(event);
    this.#scene = this.#player.play(this.#deltas);
    this.#deltas = [];
    this.#before = this.#scene;
    this.#isWatching = true;
    this.#end = store.observe((event) => {
      const name = nameOf(event.object);
      if (NAMES.has(name)) this.#observe(event);
      else if (name !== CLOCK) return;
      onNews();
    });
  }

  /** Takes a picture. @returns whether it looks different from the last one */
  look(): boolean {
    if (this.#deltas.length === 0) return false;
    const before = this.#scene;
    const after = this.#player.play(this.#deltas);
    this.#deltas = [];
    const { nodes, pods, sets } = changesBetween(before, after);
    // What came and went again was never seen.
    if (nodes.length + pods.length + sets.length === 0) return false;
    this.#scene = after;
    this.#tell(before, after);
    return true;
  }

  /** What has changed so far is news no longer. @returns whether anything was */
  settle(): boolean {
    const wasNews = this.#before !== this.#scene;
    this.#before = this.#scene;
    return wasNews;
  }

  /** The last picture, with what the time is now. */
  get view(): View {
    const { nodes, pods, sets } = this.#scene;
    const marks = marksOf(this.#before, this.#scene);
    const isLarge = nodes.length > MOST_NODES;
    return {
      clock: this.clock,
      nodes: countsOf(this.#scene),
      pods: pods.length,
      sets,
      shown: shown(this.#scene, marks, isLarge ? OF_MANY : OF_ALL),
      marks,
      manner: mannerOf([this.#scene]),
      ...(isLarge
        ? {}
        : { says: { en: sceneInWords(this.#scene, 'en'), ko: sceneInWords(this.#scene, 'ko') } }),
      news: [...this.#news].reverse(),
    };
  }

  get clock(): ClockView {
    const { now, paused, speed, isQuiet } = this.#hosted.clock;
    return { time: MODEL_EPOCH + now, paused, speed, quiet: isQuiet };
  }

  /** Sees nothing any more. */
  close(): void {
    this.#end();
  }

  /** Differences are taken at once: a stage on which much waits is slow. */
  #observe({ type, object }: StoreEvent): void {
    this.#stage.observe({ at: 0, type, object }, onlyTheLast);
    this.#deltas.push(...this.#stage.takeDeltas());
    if (this.#deltas.length > MOST_DELTAS && this.#isWatching) this.look();
  }

  #tell(before: Scene, after: Scene): void {
    this.#news.push({
      id: this.#told++,
      time: this.clock.time,
      says: { en: changeInWords(before, after, 'en'), ko: changeInWords(before, after, 'ko') },
    });
    if (this.#news.length > MOST_NEWS) this.#news.shift();
  }
}

const countsOf = ({ nodes }: Scene): NodeCounts => ({
  all: nodes.length,
  notReady: nodes.filter(({ state }) => state === 'notReady').length,
  silent: nodes.filter(({ state }) => state === 'silent').length,
  cordoned: nodes.filter(({ isCordoned }) => isCordoned).length,
});
