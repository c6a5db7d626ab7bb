import type { SetView, Shot } from '../scene';
import { doubledBy, isAvailable, podsOf, type ReadySince, readySince } from './availability';
import { axisOf, type Place } from './axis';
import { type Taken, takenIn, type Update, updatesOf } from './updates';

/** How many there were from this moment on, until the next. */
export interface Counts {
  /** Available pods of other revisions than the one that the update is to. */
  readonly old: number;
  /** Available pods of that revision. */
  readonly new: number;
  /** Nodes without an available pod, of those that should run one. */
  readonly unavailable: number;
  /** In a surge, nodes with two pods or more; those on their way out, or done, are not counted. */
  readonly doubled: number;
}

/** A moment of an update. */
export interface Moment extends Counts, Place {
  /** Milliseconds of model time since the cluster started. */
  readonly at: number;
  /** In which step it was, counted from 0. */
  readonly step: number;
}

/** An update of a daemon set in which pods of two revisions meet, as it is drawn. */
export interface Plot {
  readonly set: Pick<SetView, 'name' | 'project'>;
  readonly before: Pick<SetView, 'revision' | 'version'>;
  readonly after: Pick<SetView, 'revision' | 'version'>;
  /** How many nodes should run a pod, at most. */
  readonly nodes: number;
  /** How many of them may be without an available pod; undefined with OnDelete. */
  readonly budget?: number;
  /** How many of them may have an old and a new pod at once; undefined if none may. */
  readonly surge?: number;
  /** At least two: the first is how it was before, at the time at which the template was changed. */
  readonly moments: readonly Moment[];
  /** Where a step begins, of those in which something happened. */
  readonly marks: readonly { readonly step: number; readonly x: number }[];
  /** Where the axis ends. */
  readonly width: number;
  /** The highest number there is to be drawn. */
  readonly height: number;
  /** True if in the end every node has an available pod of the new revision, and no old pod is left. */
  readonly isComplete: boolean;
}

/** The updates in these steps that are worth a plot, in the order in which their sets came, then of time. */
export const plotsOf = (shots: readonly Shot[]): readonly Plot[] => {
  const frames = takenIn(shots);
  const since = readySince(frames);
  const ids = new Set(frames.flatMap(({ scene }) => scene.sets.map(({ id }) => id)));
  return [...ids].flatMap((id) =>
    updatesOf(id, frames).flatMap((update) => plotOf(id, update, frames, since) ?? []),
  );
};

interface Look extends Counts {
  readonly set: SetView;
  /** Pods in any state. */
  readonly all: { readonly old: number; readonly new: number };
}

const lookAt = (id: string, target: number, frame: Taken, since: ReadySince[number]): Look | undefined => {
  const set = frame.scene.sets.find((each) => each.id === id);
  if (!set) return undefined;
  const pods = podsOf(set, frame);
  const available = pods.filter((pod) => isAvailable(since.get(pod.id), set, frame.at));
  const served = new Set(available.map(({ node }) => node)).size;
  const newPods = pods.filter(({ revision }) => revision === target).length;
  const newAvailable = available.filter(({ revision }) => revision === target).length;
  return {
    set,
    old: available.length - newAvailable,
    new: newAvailable,
    unavailable: Math.max(0, set.desired - served),
    doubled: set.surge === undefined ? 0 : doubledBy(pods),
    all: { old: pods.length - newPods, new: newPods },
  };
};

const isDone = ({ all, unavailable, set }: Look): boolean =>
  all.old === 0 && unavailable === 0 && set.updated >= set.desired;

const plotOf = (
  id: string,
  { before, target, from, to }: Update,
  frames: readonly Taken[],
  since: ReadySince,
): Plot | undefined => {
  const looks: (Look & Pick<Taken, 'at' | 'step'>)[] = [];
  for (let index = Math.max(0, from - 1); index < to; index++) {
    const [frame, ready] = [frames[index], since[index]];
    const look = frame && ready && lookAt(id, target, frame, ready);
    if (!look) continue;
    looks.push({ ...look, at: frame.at, step: frame.step });
    if (index >= from && isDone(look)) break;
  }
  const [first, second] = looks;
  const last = looks.at(-1);
  if (!first || !second || !last) return undefined;
  const meets = looks.some(({ all }) => all.old > 0) && looks.some(({ all }) => all.new > 0);
  if (!meets) return undefined;
  const shown = [{ ...first, at: second.at, step: second.step }, ...looks.slice(1)].filter(isNews);
  const places = axisOf(shown.map(({ at }) => at));
  const moments = shown.map(({ set: _, all: __, ...moment }, index): Moment => {
    return { ...moment, ...(places[index] ?? { x: index, isBehindGap: false }) };
  });
  const nodes = Math.max(...looks.map(({ set }) => set.desired));
  return {
    set: { name: before.name, project: before.project },
    before: { revision: before.revision, version: before.version },
    after: { revision: target, version: last.set.version },
    nodes,
    budget: second.set.budget,
    surge: second.set.surge,
    moments,
    marks: marksIn(moments),
    width: moments.at(-1)?.x ?? 0,
    height: Math.max(
      nodes + (second.set.surge ?? 0),
      ...moments.map((each) => Math.max(each.old, each.new, each.unavailable, nodes + each.doubled)),
    ),
    isComplete: isDone(last),
  };
};

/** The first and the last are shown, and what differs from the one before. */
const isNews = <T extends Counts & { readonly step: number }>(
  look: T,
  index: number,
  all: readonly T[],
): boolean => {
  const before = all[index - 1];
  return (
    !before ||
    index === all.length - 1 ||
    look.old !== before.old ||
    look.new !== before.new ||
    look.unavailable !== before.unavailable ||
    look.doubled !== before.doubled ||
    look.step !== before.step
  );
};

const marksIn = (moments: readonly Moment[]): Plot['marks'] =>
  moments.flatMap(({ step, x }, index) => (moments[index - 1]?.step === step ? [] : [{ step, x }]));
