import type { Moment, Plot } from '../../../film/plot/plot';

/** More times below an axis run into each other. */
const MOST = 6;

/** What happens in the same tenth of a second has the same time. */
const isTold = (moment: Moment, before: Moment): boolean => moment.at - before.at >= 100;

/** The moments whose times are written below a plot: the first, the last, and some between them, at even distances. */
export const ticksOf = ({ moments, width }: Pick<Plot, 'moments' | 'width'>): readonly Moment[] => {
  const step = Math.max(1, width) / (MOST - 1);
  const ticks: Moment[] = [];
  for (const moment of moments) {
    const before = ticks.at(-1);
    const isLast = moment.x === width;
    if (!before || (moment.x - before.x >= step - 0.001 && isTold(moment, before))) ticks.push(moment);
    else if (isLast && isTold(moment, before))
      ticks[ticks.length > 1 ? ticks.length - 1 : ticks.length] = moment;
  }
  return ticks;
};
