import type { Frame, Scene, Shot } from '../../../film/scene';
import type { Step } from './step';

/** A step, and its place in the example, from 1. */
export interface Placed {
  readonly place: number;
  readonly step: Step;
}

/** A picture, and the place of the step in which it was taken. */
export interface Moment extends Frame {
  readonly place: number;
}

/** A panel of a strip: what was done, what the cluster looked like then, and what was seen in it. */
export interface Panel {
  /** The steps that led to the picture. */
  readonly steps: readonly Placed[];
  /** In the order in which they were taken; the last one is shown. None if nothing changed. */
  readonly moments: readonly Moment[];
  /** Steps after it in which nothing changed. */
  readonly after: readonly Placed[];
  /** The last picture before the panel. */
  readonly before?: Moment;
  /** What is there before anything is done. */
  readonly isBeginning: boolean;
}

interface OpenPanel {
  steps: Placed[];
  moments: Moment[];
  after: Placed[];
  before?: Moment;
  isBeginning: boolean;
}

/**
 * A strip of an example. All that is given is one panel: the cluster as it is before anything is done. Then each When begins a
 * panel, unless nothing came of the one before; so does every other step that changed something.
 * @param shots what was pictured of each step; undefined where nothing is known
 */
export const panelsOf = (steps: readonly Step[], shots: readonly (Shot | undefined)[]): readonly Panel[] => {
  const panels: OpenPanel[] = [];
  let latest: Moment | undefined;
  const begin = (isBeginning: boolean): OpenPanel => {
    const panel: OpenPanel = { steps: [], moments: [], after: [], before: latest, isBeginning };
    panels.push(panel);
    return panel;
  };
  for (const [index, step] of steps.entries()) {
    const placed: Placed = { place: index + 1, step };
    const moments = (shots[index] ?? []).map((frame): Moment => ({ ...frame, place: index + 1 }));
    const current = panels.at(-1);
    if (step.kind === 'given' && (!current || current.isBeginning)) {
      const panel = current ?? begin(true);
      panel.steps.push(placed);
      panel.moments.push(...moments);
    } else if (!current || step.kind !== 'then' || moments.length > 0) {
      const goesOn = current && !current.isBeginning && current.moments.length + current.after.length === 0;
      const panel = goesOn ? current : begin(false);
      panel.steps.push(placed);
      panel.moments.push(...moments);
    } else current.after.push(placed);
    latest = moments.at(-1) ?? latest;
  }
  return panels;
};

const EMPTY: Scene = { nodes: [], pods: [], sets: [] };

/** What was to be seen before a panel. */
export const sceneBefore = ({ before }: Pick<Panel, 'before'>): Scene => before?.scene ?? EMPTY;
