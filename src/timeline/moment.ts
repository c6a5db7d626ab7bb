/** A place in a timeline. Changes of the same millisecond still have an order: `index` tells it. */
export interface Moment {
  /** Milliseconds of model time since the cluster started. */
  readonly at: number;
  /** How many changes came before. */
  readonly index: number;
}

/** When nothing had happened yet. */
export const BEGINNING: Moment = { at: 0, index: 0 };

/** A stretch of the timeline; without `to` it has not ended. */
export interface Span {
  readonly from: Moment;
  readonly to?: Moment;
}

/** Negative if `a` comes first. Time decides, then the order of changes. */
export const compareMoments = (a: Moment, b: Moment): number => a.at - b.at || a.index - b.index;

/** The earlier of two moments; undefined stands for never. */
export const earlier = (a: Moment | undefined, b: Moment | undefined): Moment | undefined =>
  a && b ? (compareMoments(a, b) < 0 ? a : b) : (a ?? b);

/** True if something that began (and maybe ended) was under way at the moment. */
export const covers = (span: Span, moment: Moment): boolean =>
  compareMoments(span.from, moment) <= 0 && (span.to === undefined || compareMoments(moment, span.to) < 0);
