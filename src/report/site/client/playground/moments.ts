import { shotsOf } from '../../../../film/film';
import type { Frame, Scene } from '../../../../film/scene';
import type { ExampleShown } from '../../../../play/outcome';

/** A picture, and the step in which it was taken, from 0; `before` it is what was to be seen until then. */
export interface Moment extends Frame {
  readonly step: number;
  readonly before: Scene;
}

const EMPTY: Scene = { nodes: [], pods: [], sets: [] };

/**
 * What can be gone through in an example, step by step: every picture of it, and each step in which nothing changed once, with
 * the picture that still stands.
 */
export const momentsOf = ({ film, steps }: Pick<ExampleShown, 'film' | 'steps'>): readonly Moment[] => {
  if (!film) return [];
  const moments: Moment[] = [];
  let last: Frame = { at: 0, scene: EMPTY };
  shotsOf(film).forEach((shot, step) => {
    if (step >= steps.length) return;
    if (shot.length === 0) moments.push({ ...last, step, before: last.scene });
    for (const frame of shot) {
      moments.push({ ...frame, step, before: last.scene });
      last = frame;
    }
  });
  return moments;
};
