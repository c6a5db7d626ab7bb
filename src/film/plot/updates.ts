import type { Scene, SetView, Shot } from '../scene';

/** A picture with the step in which it was taken. */
export interface Taken {
  readonly at: number;
  readonly scene: Scene;
  /** Counted from 0. */
  readonly step: number;
}

export const takenIn = (shots: readonly Shot[]): readonly Taken[] =>
  shots.flatMap((shot, step) => shot.map((frame) => ({ ...frame, step })));

/** An update of a daemon set: from its template was changed in one picture to the last picture before the next update. */
export interface Update {
  /** The set before. */
  readonly before: SetView;
  /** The revision that its pods are to be of. */
  readonly target: number;
  /** The first picture of it, and the one behind the last. */
  readonly from: number;
  readonly to: number;
}

/** All updates of the daemon set with this id. A template that was changed back before anybody acted on it is none. */
export const updatesOf = (id: string, frames: readonly Taken[]): readonly Update[] => {
  const updates: Update[] = [];
  let before: SetView | undefined;
  /** Where the template changed of which there is no revision yet. */
  let begun: number | undefined;
  let to = frames.length;
  const close = (index: number): void => {
    const last = updates.at(-1);
    if (last) updates[updates.length - 1] = { ...last, to: Math.min(last.to, index) };
  };
  frames.forEach(({ scene }, index) => {
    const set = scene.sets.find((each) => each.id === id);
    if (!set) {
      if (before && to === frames.length) to = index;
      return;
    }
    if (set.revision === undefined) {
      if (before) begun ??= index;
      return;
    }
    if (before && before.revision !== set.revision) {
      const from = begun ?? index;
      close(from);
      updates.push({ before, target: set.revision, from, to: frames.length });
    }
    begun = undefined;
    before = set;
  });
  close(to);
  return updates;
};
