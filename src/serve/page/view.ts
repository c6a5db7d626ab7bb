import type { Scene, SetView } from '../../film/scene';
import type { InLanguages } from '../../language/language';
import type { Manner } from '../../report/site/components/manner';
import type { Marks } from '../../report/site/components/marks';
import type { Shown } from '../../report/site/components/shown';

/** How the time of a cluster goes. */
export interface ClockView {
  /** What the time is in it, in milliseconds since 1970. */
  readonly time: number;
  readonly paused: boolean;
  /** How much faster than on the wall. */
  readonly speed: number;
  /** Nothing is left to do. */
  readonly quiet: boolean;
}

/** Something that happened. */
export interface News {
  /** Tells it apart from what happened before and after. */
  readonly id: number;
  /** In milliseconds since 1970, as the cluster's clock has it. */
  readonly time: number;
  readonly says: InLanguages;
}

/** How many nodes there are, and what is not ordinary about them. */
export interface NodeCounts {
  readonly all: number;
  readonly notReady: number;
  readonly silent: number;
  readonly cordoned: number;
}

/** What a cluster looks like at a moment, as the page shows it. All names in it come from outside. */
export interface View {
  readonly clock: ClockView;
  readonly nodes: NodeCounts;
  readonly pods: number;
  readonly sets: readonly SetView[];
  /** The nodes, and the pods on them; of a large cluster, those on which something changes. */
  readonly shown: Shown;
  /** What has just changed. */
  readonly marks: Marks;
  readonly manner: Manner;
  /** What it looks like, in a sentence; of a large cluster there is none. */
  readonly says?: InLanguages;
  /** What happened last, newest first. */
  readonly news: readonly News[];
}

/** Where a cluster is, and which others there are. */
export interface About {
  readonly name: string;
  /** Where its API is: `http://127.0.0.1:8001`. */
  readonly server: string;
  readonly kubeconfig: string;
  /** Where its kubeconfig can be had. */
  readonly kubeconfigUrl: string;
  /** Whether clients have to show a token. */
  readonly asksForToken: boolean;
  /** The names of all clusters, the first of many. */
  readonly clusters: readonly string[];
  /** How many more there are. */
  readonly moreClusters: number;
}

/** What a server tells a page: each line is one, and of each part the last one counts. */
export interface Message {
  readonly about?: About;
  readonly view?: View;
}

/** A cluster of which nothing is to be seen. */
export const EMPTY: Scene = { nodes: [], pods: [], sets: [] };

/** Where maps and sets stand in JSON. Nothing else in a message has keys that come from outside. */
const MAP = '$map';
const SET = '$set';

/** Writes a message on one line. */
export const pack = (message: Message): string =>
  JSON.stringify(message, (_key, value: unknown) => {
    if (value instanceof Map) return { [MAP]: [...value] };
    return value instanceof Set ? { [SET]: [...value] } : value;
  });

/** Reads what `pack` has written. @throws SyntaxError */
export const unpack = (text: string): Message =>
  JSON.parse(text, (_key, value: unknown) => {
    if (typeof value !== 'object' || value === null) return value;
    if (MAP in value) return new Map(value[MAP] as Iterable<readonly [unknown, unknown]>);
    return SET in value ? new Set(value[SET] as Iterable<unknown>) : value;
  });
